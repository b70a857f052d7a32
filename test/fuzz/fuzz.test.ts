import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { attempt, EVERY_FORMAT } from './attempt.js';
import { FORMS } from './forms.js';
import { sourcesIn } from './journals.js';
import { damaged, KINDS } from './mutations.js';

const sources = await sourcesIn('fixtures', 20_000);
const SMALL = { depth: 1_200, width: 300, length: 30_000, unpacked: 2_000_000 };

const OUTCOMES = ['report', 'in part', 'syntax', 'truncated', 'not-a-journal'];

describe('a damaged journal', () => {
  // `SEED=random` damages others; `npm run fuzz` many, at their full size.
  it('is a report or a clear error', async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(damaged(sources, SMALL), async ({ form, kinds, name, bytes, readAgain }) => {
        for (const one of [form, ...kinds]) met.add(one);
        met.add(await attempt(EVERY_FORMAT, { name, bytes, readAgain, maxInput: SMALL.unpacked }));
      }),
      { numRuns: 120, endOnFailure: false },
    );
    // A fuzzer that damages nothing, or everything beyond reading, finds nothing.
    expect([...met]).toEqual(expect.arrayContaining([...KINDS, ...Object.keys(FORMS), ...OUTCOMES]));
  });
});
