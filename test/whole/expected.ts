/** The lines that the report of the sample must have, in order. */
import { readFileSync } from 'node:fs';
import { squeezed } from '../support/leaves.js';

const EXPECTED = readFileSync(new URL('../sample/expected.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** The first line that is not found after the one before it. */
export function firstMissing(text: string): string | undefined {
  const haystack = squeezed(text);
  let from = 0;
  for (const line of EXPECTED) {
    const at = haystack.indexOf(squeezed(line), from);
    if (at < 0) return line;
    from = at + squeezed(line).length;
  }
  return undefined;
}
