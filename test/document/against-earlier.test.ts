import { describe, expect, it } from '@jest/globals';
import { againstEarlierSentences } from '../../src/document/words/against-earlier.js';
import { plainText } from '../../src/document/inline.js';
import type { DefinitionChange, Standing, Verdict } from '../../src/report/types.js';
import { buildReport } from '../../src/report/collect.js';
import { readJournal } from '../../src/journal/read-journal.js';
import { SETTINGS } from '../support/fixtures.js';

/** A run a month: what its probe returned after the method, against which tolerance, and whether that was met. */
type Month = readonly [value: unknown, tolerance: unknown, met: boolean];

function standing(...months: readonly Month[]): Standing {
  const journals = months.map(([value, tolerance, met], index) => {
    const probe = { type: 'probe', name: 'p95', provider: { type: 'python', module: 'm', func: 'f' }, tolerance };
    const start = `2026-${String(index + 1).padStart(2, '0')}-01T00:00:00`;
    const state = (output: unknown, is: boolean): object => ({
      steady_state_met: is,
      probes: [{ activity: probe, output, status: 'succeeded', tolerance_met: is, start, end: start }],
    });
    const journal = {
      experiment: {
        title: 't',
        'steady-state-hypothesis': { title: 'h', probes: [probe] },
        method: [],
        rollbacks: [],
      },
      status: 'completed',
      deviated: !met,
      start,
      end: start,
      steady_states: { before: state(1, true), during: [], after: state(value, met) },
      run: [{ activity: { type: 'action', name: 'a' }, status: 'succeeded', start, end: start }],
    };
    return readJournal(new TextEncoder().encode(JSON.stringify(journal)), `${index}.json`);
  });
  return buildReport(journals, SETTINGS).head.series[0]!.standing;
}

const said = (changes: readonly DefinitionChange[], verdict: Verdict): string =>
  againstEarlierSentences(changes, verdict, 'python').map(plainText).join(' ').replaceAll('\u00a0', ' ');

describe('a turn after a tolerance was changed', () => {
  it.each<readonly [string, readonly Month[], string, string]>([
    [
      'is no fix by the new one alone',
      [
        [3, [0, 2], false],
        [3.9, [0, 10], true],
      ],
      'held-after-change',
      '3.9, measured after the method, would not have met the earlier tolerance, [0, 2].',
    ],
    [
      'is a fix where the value would have met the earlier one',
      [
        [3, [0, 2], false],
        [1.5, [0, 10], true],
      ],
      'fixed',
      '1.5, measured after the method, would have met the earlier tolerance, [0, 2], too.',
    ],
    [
      'is none where one of the later runs would not',
      [
        [3, [0, 2], false],
        [1.5, [0, 10], true],
        [4, [0, 10], true],
      ],
      'held-after-change',
      '1 of these 2 runs would not have met [0, 2]: in the last, 4 was measured after the method.',
    ],
    [
      'is a fix where all would',
      [
        [3, [0, 2], false],
        [1.5, [0, 10], true],
        [2, [0, 10], true],
      ],
      'fixed',
      'Both would have met [0, 2] too: in the last, 2 was measured after the method.',
    ],
    [
      'is a regression where none would',
      [
        [1, [0, 10], true],
        [12, [0, 2], false],
      ],
      'regressed',
      '12, measured after the method, would not have met the earlier tolerance, [0, 10].',
    ],
    [
      'is of the test where it would',
      [
        [1, [0, 10], true],
        [4, [0, 2], false],
      ],
      'deviated-after-change',
      '4, measured after the method, would have met the earlier tolerance, [0, 10], too.',
    ],
    [
      'cannot be told of a pattern',
      [
        ['x', { type: 'regex', pattern: 'y' }, false],
        ['x', 'x', true],
      ],
      'held-after-change',
      '',
    ],
    [
      'needs no telling where it is harder',
      [
        [3, [0, 10], false],
        [1.5, [0, 2], true],
      ],
      'fixed',
      '',
    ],
  ])('%s', (_, months, turn, sentence) => {
    const found = standing(...months);
    expect(found.turn).toBe(turn);
    expect(said(found.changes, found.verdict ?? 'inconclusive')).toBe(sentence);
  });
});
