import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attempt } from './attempt.js';
import { journalTrees } from './journals.js';
import { damaged, KINDS } from './mutations.js';

const journals = journalTrees('fixtures', 20_000);
/** `npm run fuzz` goes to the full size. */
const SMALL = { depth: 1_200, width: 300, length: 30_000 };

/** Runs the property; a failure prints its seed, and the smallest journal that shows it. */
async function holds(numRuns: number, seed: number): Promise<ReadonlySet<string>> {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(damaged(journals, SMALL), async ({ kinds, bytes }) => {
      kinds.forEach((kind) => met.add(kind));
      met.add(await attempt(bytes));
    }),
    { numRuns, seed, endOnFailure: false },
  );
  return met;
}

describe('a damaged journal is a report or a clear error', () => {
  it('as it was yesterday', async () => {
    const met = await holds(100, 20261123);
    // A fuzzer that damages nothing, or everything beyond reading, finds nothing.
    expect([...met]).toEqual(expect.arrayContaining([...KINDS, 'report', 'syntax', 'truncated', 'not-a-journal']));
  }, 120_000);

  it('as it was never before', async () => {
    const met = await holds(20, Date.now() % 2 ** 31);
    expect(met.has('report')).toBe(true);
  }, 120_000);
});
