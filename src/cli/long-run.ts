/** What is to be read → whether making a report of it may take long at one step, in which no signal could be heeded. */
import type { Inputs } from './find-inputs.js';

/** Bytes of one journal, and of all, that are laid out in about half a second. */
const ONE = 200_000;
const ALL = 3_000_000;

/** True also of what does not say how long it is: pipes, packed files, YAML, whose aliases stand for more than they are. */
export function isLongRun({ files }: Inputs): boolean {
  let all = 0;
  for (const { file, readableTwice, size } of files) {
    if (!readableTwice || /\.(gz|ya?ml)$/i.test(file)) return true;
    all += size;
    if (size > ONE || all > ALL) return true;
  }
  return false;
}
