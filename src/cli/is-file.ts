/** A path → whether there is a file. What cannot be looked at is none. */
import { stat } from 'node:fs/promises';

/** Links are followed. */
export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
