import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { attempt, EVERY_FORMAT } from './attempt.js';
import { FORMS } from './forms.js';
import { sourcesIn } from './journals.js';
import { damaged, KINDS } from './mutations.js';

const sources = await sourcesIn('fixtures', 20_000);
/** `npm run fuzz` goes to the full size. */
const SMALL = { depth: 1_200, width: 300, length: 30_000, unpacked: 2_000_000 };

const OUTCOMES = ['report', 'in part', 'syntax', 'truncated', 'not-a-journal'];

/** Runs the property; a failure prints its seed, and the smallest journal that shows it. */
async function holds(numRuns: number, seed: number): Promise<ReadonlySet<string>> {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(damaged(sources, SMALL), async ({ form, kinds, name, bytes, readAgain }) => {
      for (const one of [form, ...kinds]) met.add(one);
      met.add(await attempt(EVERY_FORMAT, { name, bytes, readAgain, maxInput: SMALL.unpacked }));
    }),
    { numRuns, seed, endOnFailure: false },
  );
  return met;
}

describe('a damaged journal is a report or a clear error', () => {
  it('as it was yesterday', async () => {
    const met = await holds(200, 20261123);
    // A fuzzer that damages nothing, or everything beyond reading, finds nothing.
    expect([...met]).toEqual(expect.arrayContaining([...KINDS, ...Object.keys(FORMS), ...OUTCOMES]));
  }, 120_000);

  it('as it was never before', async () => {
    const met = await holds(20, Date.now() % 2 ** 31);
    expect(met.has('report')).toBe(true);
  }, 120_000);
});
