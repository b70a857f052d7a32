import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import { thin } from '../../../src/report/metrics/thin.js';

const series = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 50 }),
      fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(NaN, Infinity, -Infinity)),
    ),
    { maxLength: 3000 },
  )
  .map((steps) => {
    let at = 1_700_000_000_000;
    return { times: steps.map(([step]) => (at += step * 100)), values: steps.map(([, value]) => value) };
  });

describe('thinning', () => {
  it('keeps the first, the last, the smallest and the greatest value, and invents none', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 40 }), ({ times, values }, stretches) => {
        const points = thin(times, values, Infinity, stretches);
        const drawn = points.flatMap(([at, value]) => (value === null ? [] : [[at, value] as const]));
        const finite = times.flatMap((at, index) =>
          Number.isFinite(values[index]) ? [[at, values[index] ?? 0] as const] : [],
        );
        expect(drawn[0]).toEqual(finite[0]);
        expect(drawn.at(-1)).toEqual(finite.at(-1));
        const numbers = finite.map(([, value]) => value);
        const shown = drawn.map(([, value]) => value);
        expect([Math.min(...shown), Math.max(...shown)]).toEqual([Math.min(...numbers), Math.max(...numbers)]);
        const known = new Set(finite.map(String));
        expect(drawn.filter((point) => !known.has(String(point)))).toEqual([]);
      }),
    );
  });

  it('stays small, whatever the length and however many breaks', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 40 }), ({ times, values }, stretches) => {
        expect(thin(times, values, 1500, stretches).length).toBeLessThanOrEqual(stretches * 8);
      }),
    );
  });

  it('breaks the line wherever a break is the longest of its stretch', () => {
    const times = Array.from({ length: 10_000 }, (_, index) => index * 1000 + (index >= 5000 ? 60_000 : 0));
    const values = times.map((_, index) => index % 7);
    const points = thin(times, values, 1500, 50);
    expect(points.filter(([, value]) => value === null).map(([at]) => at)).toEqual([(4999_000 + 5060_000) / 2]);
  });

  it('leaves few points as they are, with a break where a value is no number', () => {
    expect(thin([0, 1, 2, 3], [1, NaN, 3, 4], Infinity, 10)).toEqual([
      [0, 1],
      [1, null],
      [2, 3],
      [3, 4],
    ]);
  });

  it('keeps a peak of one value among 100,000', () => {
    const times = Array.from({ length: 100_000 }, (_, index) => index * 1000);
    const values = times.map((_, index) => (index === 77_777 ? 900 : Math.sin(index)));
    const points = thin(times, values, 1500, 160);
    expect(points).toContainEqual([77_777_000, 900]);
    expect(points.length).toBeLessThan(160 * 5);
  });
});
