/** A path → a name beside it that nothing has, for what is written before it is put in its place. */
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** Bytes of the name that are kept: no file system takes more than 255, and 30 are added. */
const KEPT = 200;

/** `.report.pdf.3f….tmp`: begins with a dot, so that no pattern finds it. `kind` stands before the ending. */
export function temporaryBeside(path: string, kind = ''): string {
  let name = basename(path);
  while (Buffer.byteLength(name) > KEPT) name = [...name].slice(0, -1).join('');
  return join(dirname(path), `.${name}.${randomBytes(6).toString('hex')}${kind}.tmp`);
}
