import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import { recoveryOf } from '../../../src/report/sidecar/recovery.js';
import type { Experiment, SteadyState } from '../../../src/report/types.js';
import { reportOf } from '../../support/fixtures.js';

const START = Date.parse('2026-11-22T10:00:00Z');
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();

type Seen = readonly [seconds: number, met: boolean];

/** An experiment whose fault began at 10 s, with these observations. */
function observed(seen: readonly Seen[], fault: number | null = 10, dry: string | null = null) {
  const [probe] = reportOf('01-completed-met').experiments[0]!.hypothesis!.before.probes;
  const state = ([seconds, met]: Seen): SteadyState => ({
    status: met ? 'met' : 'not-met',
    probes: [{ ...probe!, result: { ...probe!.result!, start: { text: '', instant: at(seconds) } } }],
  });
  const none: SteadyState = { status: 'not-run', probes: [] };
  const [before, ...rest] = seen.map(state);
  return {
    dry,
    faultWindow: fault === null ? null : { start: at(fault), end: at(fault + 5) },
    hypothesis: { before: before ?? none, during: rest.slice(0, -1), after: rest.at(-1) ?? none },
  } as unknown as Experiment;
}

describe('recovery', () => {
  it.each<[string, readonly Seen[], number, string, number, number | null]>([
    [
      'away between samples that bound it',
      [
        [0, true],
        [12, false],
        [14, false],
        [15, true],
      ],
      5,
      'met',
      2,
      5,
    ],
    [
      'away for longer than the objective',
      [
        [0, true],
        [12, false],
        [20, false],
        [21, true],
      ],
      5,
      'missed',
      8,
      11,
    ],
    [
      'away for about the objective',
      [
        [0, true],
        [12, false],
        [16, false],
        [18, true],
      ],
      5,
      'cannot-tell',
      4,
      8,
    ],
    [
      'never seen away, looked at often',
      [
        [0, true],
        [11, true],
        [13, true],
        [15, true],
      ],
      5,
      'met',
      0,
      2,
    ],
    [
      'never seen away, looked at seldom',
      [
        [0, true],
        [30, true],
      ],
      5,
      'cannot-tell',
      0,
      20,
    ],
    [
      'never seen away, looked at in time',
      [
        [0, true],
        [13, true],
      ],
      5,
      'met',
      0,
      3,
    ],
    [
      'away at the end, for too long',
      [
        [0, true],
        [12, false],
        [40, false],
      ],
      5,
      'missed',
      28,
      null,
    ],
    [
      'away at the end, seen once',
      [
        [0, true],
        [40, false],
      ],
      5,
      'cannot-tell',
      0,
      null,
    ],
    [
      'away before anything was done',
      [
        [0, false],
        [12, false],
        [13, true],
      ],
      60,
      'cannot-tell',
      12,
      null,
    ],
    [
      'not looked at before',
      [
        [11, true],
        [13, true],
      ],
      5,
      'met',
      0,
      2,
    ],
  ])('%s', (_, seen, objective, result, atLeast, atMost) => {
    expect(recoveryOf(observed(seen), objective)).toMatchObject({ result, atLeast, atMost });
  });

  it('cannot be told without a fault, in a dry run, and without a look after the fault', () => {
    const seen: readonly Seen[] = [
      [0, true],
      [12, true],
    ];
    for (const one of [
      observed(seen, null),
      observed(seen, 10, 'actions'),
      observed([
        [0, true],
        [5, true],
      ]),
    ]) {
      expect(recoveryOf(one, 100)).toMatchObject({ result: 'cannot-tell', atMost: null });
    }
  });

  it('says when it was not seen to be back', () => {
    expect(
      recoveryOf(
        observed([
          [0, true],
          [40, false],
        ]),
        5,
      ).notSeenBackAt,
    ).toBe(at(40));
    expect(
      recoveryOf(
        observed([
          [0, true],
          [12, false],
          [13, true],
        ]),
        5,
      ).notSeenBackAt,
    ).toBeNull();
  });

  it('claims only what every history that gives the same observations bears out', () => {
    const history = fc.record({
      // Turns of the steady state: away from one to the next, after the fault at 10 s.
      turns: fc.uniqueArray(fc.integer({ min: 101, max: 600 }), { maxLength: 8 }),
      looks: fc.uniqueArray(fc.integer({ min: 101, max: 700 }), { minLength: 2, maxLength: 30 }),
      objective: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(history, ({ turns, looks, objective }) => {
        const tenths = [...turns].sort((a, b) => a - b);
        const isMet = (tenth: number): boolean => tenths.filter((turn) => turn <= tenth).length % 2 === 0;
        const times = [...looks].sort((a, b) => a - b);
        const last = times.at(-1)!;
        const absences: [number, number][] = [];
        tenths.forEach((turn, index) => {
          if (index % 2 === 1 || turn > last) return;
          const back = Math.min(tenths[index + 1] ?? last, last);
          const before = absences.at(-1);
          // Nobody saw it come back in between: two looks in a row that found it away count as one absence.
          const isOne = before && !times.some((look) => look >= before[1] && look < turn);
          if (isOne) before[1] = back;
          else absences.push([turn, back]);
        });
        const longest = absences.reduce((most, [from, to]) => Math.max(most, (to - from) / 10), 0);
        const seen = [[0, true] as const, ...times.map((tenth) => [tenth / 10, isMet(tenth)] as const)];
        const { result, atLeast, atMost } = recoveryOf(observed(seen), objective);
        expect(atLeast).toBeLessThanOrEqual(longest + 1e-9);
        if (atMost !== null) expect(atMost).toBeGreaterThanOrEqual(longest - 1e-9);
        if (result === 'missed') expect(longest).toBeGreaterThan(objective);
        if (result === 'met') expect(longest).toBeLessThanOrEqual(objective);
      }),
    );
  });
});
