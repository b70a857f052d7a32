/** `--logo FILE` → the picture. */
import { readFile } from 'node:fs/promises';
import { readPicture, type Picture } from '../theme/picture.js';
import { systemError } from './system-error.js';

/** Reads a PNG or a JPEG. Throws a ReportError where it cannot be read, or shown. */
export async function readLogo(file: string): Promise<Picture> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw systemError(error, file);
  });
  return readPicture(bytes, file);
}
