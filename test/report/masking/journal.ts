import { readJournal } from '../../../src/journal/read-journal.js';
import { findAsRead } from '../../../src/report/masking/find-in-text.js';
import { maskJournal, type MaskedJournal } from '../../../src/report/masking/mask-journal.js';
import { leavesOf } from '../../support/leaves.js';

/** Reads a tree as a journal would be read, and masks it. `parts` go beside an empty experiment and run. */
export function masked(parts: object): MaskedJournal {
  const text = JSON.stringify({ 'chaoslib-version': '1.45.0', experiment: {}, run: [], ...parts });
  const { root } = readJournal(Buffer.from(text), 'x.json');
  for (const leaf of leavesOf(root)) if (typeof leaf === 'string' && leaf.length < 10_000) expectSpots(leaf);
  return maskJournal(root);
}

/** Throws where a rule finds something in a text that has no word of `spot-words.ts` in it: it would be missed in a journal. */
export function expectSpots(text: string): void {
  const around = findAsRead(text, false);
  const all = findAsRead(text, false, [{ start: 0, text }]);
  if (all.length > around.length)
    throw new Error(`no word of spot-words.ts stands near ${JSON.stringify(all)} in ${JSON.stringify(text)}`);
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
