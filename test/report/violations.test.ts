import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { recoveryWords } from '../../src/document/words/recovery.js';
import type { SteadyState, SteadyStatus } from '../../src/report/types.js';
import { samplingInterval, violationsOf } from '../../src/report/violations.js';
import { experimentOf, FIXTURES } from '../support/fixtures.js';

/** Samples a second apart. */
function samples(statuses: readonly SteadyStatus[]): SteadyState[] {
  return statuses.map((status, index) => {
    const start = { text: '', instant: `2026-01-01T00:00:${String(index).padStart(2, '0')}Z` };
    const result = { start } as SteadyState['probes'][number]['result'];
    return {
      status,
      probes: [
        { state: 'met', name: 'p', providerType: null, tolerance: null, observed: null, hasObserved: false, result },
      ],
    };
  });
}

describe('violations', () => {
  it('are stretches, each with what is known of its ends', () => {
    const found = violationsOf(samples(['met', 'not-met', 'not-met', 'met', 'not-run', 'not-met']));
    expect(found).toEqual([
      {
        firstSample: 1,
        lastSample: 2,
        samples: 2,
        metBefore: '2026-01-01T00:00:00Z',
        from: '2026-01-01T00:00:01Z',
        to: '2026-01-01T00:00:02Z',
        metAgain: '2026-01-01T00:00:03Z',
      },
      {
        firstSample: 5,
        lastSample: 5,
        samples: 1,
        metBefore: '2026-01-01T00:00:03Z',
        from: '2026-01-01T00:00:05Z',
        to: '2026-01-01T00:00:05Z',
        metAgain: null,
      },
    ]);
    expect(samplingInterval(samples(['met', 'met', 'met']))).toBe(1);
  });

  it('cover every sample that was not met, once, and claim no recovery without a sample', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<SteadyStatus>('met', 'not-met', 'not-run'), { maxLength: 50 }),
        (statuses) => {
          const found = violationsOf(samples(statuses));
          expect(found.reduce((sum, one) => sum + one.samples, 0)).toBe(
            statuses.filter((status) => status === 'not-met').length,
          );
          for (const { lastSample, metAgain } of found)
            expect(metAgain !== null).toBe(statuses.slice(lastSample).includes('met'));
        },
      ),
    );
  });

  it('of 13-continuous are the seventeen single samples of its journal', () => {
    const journal = JSON.parse(readFileSync(`${FIXTURES}13-continuous.json`, 'utf8')) as {
      steady_states: { during: readonly { steady_state_met: boolean }[] };
    };
    const expected = journal.steady_states.during.flatMap(({ steady_state_met: met }, index) => (met ? [] : [index]));
    const { violations, samplingInterval: interval } = experimentOf('13-continuous').hypothesis ?? {};
    expect(violations?.map(({ firstSample }) => firstSample)).toEqual(expected);
    expect(violations?.every(({ samples: count, metAgain }) => count === 1 && metAgain !== null)).toBe(true);
    expect(interval).toBeCloseTo(0.053, 2);
  });

  it('are told as intervals', () => {
    const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
    expect(plain(recoveryWords(12, 18.4, 19.4, 1))).toBe(
      'not met from 12.0 s to between 18.4 s and 19.4 s, sampled every second',
    );
    expect(plain(recoveryWords(0.5, 9, null, 0.05))).toBe(
      'not met from 0.500 s to the end of the samples at 9.00 s, sampled every 50 ms',
    );
  });
});
