import { readJournal } from '../../../src/journal/read-journal.js';
import { maskJournal, type MaskedJournal } from '../../../src/report/masking/mask-journal.js';

/** Reads a tree as a journal would be read, and masks it. `parts` go beside an empty experiment and run. */
export function masked(parts: object): MaskedJournal {
  const text = JSON.stringify({ 'chaoslib-version': '1.45.0', experiment: {}, run: [], ...parts });
  return maskJournal(readJournal(Buffer.from(text), 'x.json').root);
}

/** What becomes of one value of an activity's output, and what is told of it. */
export function maskedOutput(output: unknown): { output: unknown; told: readonly string[] } {
  const { root, redactions } = masked({ run: [{ output }] });
  const [entry] = root['run'] as unknown as readonly { output: unknown }[];
  return {
    output: JSON.parse(JSON.stringify(entry?.output)),
    told: redactions.map(({ rule, name }) => `${rule} ${name}`),
  };
}
