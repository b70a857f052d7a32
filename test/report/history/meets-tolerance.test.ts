import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import { numeral, type JsonValue } from '../../../src/json.js';
import { meetsTolerance, probeMeets } from '../../../src/report/history/meets-tolerance.js';
import { measuredOf, type MeasuredProbe, type MeasuredValue } from '../../../src/report/history/measured.js';
import { toleranceEffect } from '../../../src/report/history/tolerance-effect.js';
import { experimentFrom } from '../../support/fixtures.js';

const at = (value: MeasuredValue['value'], field: string | null = null): MeasuredValue => ({
  value,
  field,
  phase: 'after',
  index: 0,
  pointer: '',
});

describe('a value held against a tolerance', () => {
  it.each<readonly [JsonValue, MeasuredValue, boolean | null]>([
    [[0, 2], at(3.9), false],
    [[0, 2], at(2), true],
    [[0, 2], at('1'), null],
    [[0, 2], at(numeral('NaN')), null],
    [[0, 2], at(numeral('1.0')), true],
    // The library looks for a status in the list, and between two numbers for everything else.
    [[200, 299], at(204, 'status'), false],
    [[200, 204], at(204, 'status'), true],
    [[200, 204], at('204', 'stdout'), null],
    [[1, 2, 3], at(2), true],
    [[1, 2, 3], at(4), false],
    [200, at(503, 'status'), false],
    [200, at(200), true],
    [200, at('200'), false],
    [1, at(true), null],
    [[true, 2, 3], at(1), null],
    // Numbers with decimals are of a kind that the library checks nothing of.
    [1.5, at(1.5), null],
    [true, at(true), true],
    [true, at(false), false],
    ['ok', at('ok'), true],
    ['ok', at('ok', 'status'), null],
    ['${expected}', at('ok'), null],
    ['‹secret›', at('ok'), null],
    [{ type: 'range', range: [0, 2], target: 'stdout' }, at(' 1.5\n', 'stdout'), true],
    [{ type: 'range', range: [0, 2], target: 'stdout' }, at('none', 'stdout'), false],
    [{ type: 'range', range: [0, 2], target: 'stdout' }, at('1', 'stderr'), null],
    [{ type: 'range', range: [0, 2] }, at(3), false],
    [{ type: 'range', range: ['${low}', 2] }, at(1), null],
    [{ type: 'regex', pattern: 'ok' }, at('ok'), null],
    [{ type: 'jsonpath', path: '$.x' }, at('ok'), null],
    [null, at(1), null],
    [numeral('9007199254740993'), at(numeral('9007199254740993')), true],
    [numeral('9007199254740993'), at(numeral('9007199254740992')), null],
  ])('%j, %j: %s', (tolerance, value, met) => {
    expect(meetsTolerance(tolerance, value)).toBe(met);
  });

  it('meets whatever was loosened from what it met', () => {
    const number = fc.integer({ min: -9, max: 9 });
    const tolerance = fc.oneof(
      number,
      fc.uniqueArray(number, { minLength: 3, maxLength: 5 }),
      fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
    );
    let compared = 0;
    fc.assert(
      fc.property(tolerance, tolerance, number, (from, to, value) => {
        if (toleranceEffect(from, to, 'python') !== 'loosened' || meetsTolerance(from, at(value)) !== true) return;
        compared++;
        expect(meetsTolerance(to, at(value))).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(compared).toBeGreaterThan(30);
  });
});

describe('what a run measured', () => {
  const entry = (output: unknown, tolerance: unknown, met = true): object => ({
    activity: { type: 'probe', name: 'p', provider: { type: 'python', module: 'm', func: 'f' }, tolerance },
    output,
    status: 'succeeded',
    tolerance_met: met,
  });
  const measured = (
    tolerance: unknown,
    before: unknown,
    during: readonly unknown[],
    after: unknown,
    probes = 1,
  ): MeasuredProbe[] => {
    const state = (output: unknown): object => ({ steady_state_met: true, probes: [entry(output, tolerance)] });
    const probe = { type: 'probe', name: 'p', provider: { type: 'python', module: 'm', func: 'f' }, tolerance };
    const { hypothesis } = experimentFrom({
      experiment: {
        title: 't',
        'steady-state-hypothesis': { title: 'h', probes: Array.from({ length: probes }, () => probe) },
        method: [],
        rollbacks: [],
      },
      status: 'completed',
      steady_states: { before: state(before), during: during.map(state), after: state(after) },
      run: [],
    });
    return measuredOf(hypothesis);
  };

  it('is shown by the last value that would have failed', () => {
    const [probe] = measured([0, 10], 1, [3, 5, 4], 1.5);
    expect(probeMeets([0, 2], probe!)).toMatchObject({ met: false, shown: { value: 4, phase: 'during', index: 2 } });
    expect(probeMeets([0, 6], probe!)).toMatchObject({ met: true, shown: { value: 1.5, phase: 'after' } });
  });

  it('keeps the ends of many samples, which is all that a range needs', () => {
    const samples = Array.from({ length: 500 }, (_, index) => (index * 37) % 100);
    const [probe] = measured([0, 200], 50, samples, 50);
    expect(probe!.values.length).toBeLessThan(12);
    expect(probeMeets([0, 98], probe!)).toMatchObject({ met: false, shown: { value: 99 } });
    expect(probeMeets([1, 99], probe!)).toMatchObject({ met: false, shown: { value: 0 } });
    expect(probeMeets([0, 99], probe!)?.met).toBe(true);
    // A list would have to be held against all of them.
    expect(probeMeets([0, 50, 99], probe!)?.met ?? null).not.toBe(true);
  });

  it('is the field that the tolerance looked at, and nothing where it looked at more', () => {
    expect(measured(200, { status: 200, body: {} }, [], { status: 204 })).toMatchObject([
      {
        values: [
          { value: 200, field: 'status' },
          { value: 204, field: 'status' },
        ],
        leftOut: 'nothing',
      },
    ]);
    expect(measured({ type: 'regex', pattern: 'x' }, { status: 200 }, [], { status: 200 })).toMatchObject([
      { values: [], leftOut: 'anything' },
    ]);
    expect(measured([0, 2], 1, [], 1, 2)).toEqual([]);
  });
});
