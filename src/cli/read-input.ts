/** A file, pipe or standard input → its bytes. */
import { readFile } from 'node:fs/promises';
import { ReportError } from '../errors.js';
import type { Input } from './find-inputs.js';
import { systemError } from './system-error.js';

/** @throws ReportError `not-found`, `unreadable` or `too-large`. */
export async function readInput({ file }: Input): Promise<Uint8Array> {
  try {
    return file === '-' ? await readStandardInput() : await readFile(file);
  } catch (error) {
    // Node reads at most 2 GiB at once; a journal that size is beyond one string anyway.
    if ((error as NodeJS.ErrnoException).code === 'ERR_FS_FILE_TOO_LARGE') {
      throw new ReportError('too-large', 'The file is larger than 2 GB.', { place: { file }, cause: error });
    }
    throw systemError(error, file);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
