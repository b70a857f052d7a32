/**
 * Two paths → whether they are one file, or one lies in the other. File systems of macOS and Windows take `Journal.json` for
 * `journal.json`, and `é` as one letter for `é` as two: a path that differs in these alone is asked for, others cannot be the same.
 */
import { stat } from 'node:fs/promises';
import * as path from 'node:path';

/** What is asked of a file system. */
export interface FileSystem {
  /** What it knows a file by; null where there is none. */
  readonly idOf: (path: string) => Promise<string | null>;
  readonly dirname: (path: string) => string;
}

/** `inner`: a file. `outer`: the same, or a folder that it is in or below. Both as `realpath` gives them. */
export async function isSameOrBelow(
  inner: string,
  outer: string,
  { idOf, dirname }: FileSystem = SYSTEM,
): Promise<boolean> {
  const wanted = folded(outer);
  if (!`${folded(inner)}/`.startsWith(`${wanted.replace(/\/$/, '')}/`)) return false;
  let at = inner;
  while (folded(at) !== wanted) {
    const above = dirname(at);
    if (above === at) return false;
    at = above;
  }
  return at === outer || (await sameId(at, outer, idOf));
}

async function sameId(a: string, b: string, idOf: FileSystem['idOf']): Promise<boolean> {
  const id = await idOf(a);
  return id !== null && id === (await idOf(b));
}

function folded(path: string): string {
  return path.replaceAll('\\', '/').normalize('NFC').toLowerCase();
}

const SYSTEM: FileSystem = {
  idOf: (file) =>
    stat(file, { bigint: true }).then(
      ({ dev, ino }) => `${dev}:${ino}`,
      () => null,
    ),
  dirname: (file) => path.dirname(file),
};
