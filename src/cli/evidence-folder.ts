/** `--evidence DIR` → the files in it, to be read when an activity names them. Links are not followed: nothing outside is read. */
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { ReportError } from '../errors.js';
import { compareText } from '../report/compare-text.js';
import type { EvidenceFolder } from '../report/metrics/evidence.js';
import { systemError } from './system-error.js';

/** A larger file is not opened: its numbers would not fit into memory as text and as values. */
const MOST_BYTES = 256e6;
/** More files than this are no folder of evidence. */
const MOST_FILES = 20_000;
const DEEPEST = 12;

/** @throws ReportError where the folder cannot be read, or is none. */
export async function openEvidence(folder: string): Promise<EvidenceFolder> {
  const sizes = new Map<string, number>();
  try {
    await gather(folder, '', 0, sizes);
  } catch (error) {
    throw error instanceof ReportError ? error : systemError(error, folder);
  }
  const home = await realpath(folder);
  return { sizes, read: (name) => (sizes.has(name) ? readInside(home, name) : null) };
}

async function gather(folder: string, below: string, depth: number, sizes: Map<string, number>): Promise<void> {
  if (depth > DEEPEST) return;
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) await gather(folder, name, depth + 1, sizes);
    else if (entry.isFile()) {
      if (sizes.size >= MOST_FILES) {
        throw new ReportError('too-large', `The folder has more than ${MOST_FILES} files.`, {
          place: { file: folder },
          hint: 'Give the folder that the activities wrote their results to.',
        });
      }
      sizes.set(name, (await stat(path.join(folder, name))).size);
    }
  }
}

/** The bytes of a file that is still a file, and still inside; null where it is not, or too large. */
function readInside(home: string, name: string): Uint8Array | null {
  const file = path.join(home, name);
  let handle: number | undefined;
  try {
    if (!isAt(home, realpathSync(file), name)) return null;
    handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    const { size } = fstatSync(handle);
    return size > MOST_BYTES ? null : readFileSync(handle);
  } catch (error) {
    throw systemError(error, file);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Whether a real path is that of a name in a folder, and not where a link in the name leads. The name has `/` between. */
export function isAt(
  home: string,
  real: string,
  name: string,
  paths: Pick<typeof path, 'relative' | 'sep'> = path,
): boolean {
  const inside = paths.relative(home, real);
  return inside.split(paths.sep)[0] !== '..' && inside === name.split('/').join(paths.sep);
}
