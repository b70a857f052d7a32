import { describe, expect, it } from '@jest/globals';
import { buildGroup } from '../../../src/report/metrics/build-series.js';
import type { Movement } from '../../../src/report/metric-types.js';

const WINDOW = { start: 100_000, end: 200_000 };
const ORIGIN = { phase: 'method', index: 0, activity: 'a', file: null } as const;

/** A value every ten seconds from 0 on, given in three parts: 10 before, 11 in the window, the rest after. */
function movement(before: readonly number[], during: readonly number[], after: readonly number[]): Movement {
  const place = (values: readonly number[], from: number): (readonly [number, number])[] =>
    values.map((value, index) => [(from + index) * 10_000, value]);
  const points = [...place(before, 0), ...place(during, 10), ...place(after, 21)];
  const series = { labels: {}, times: points.map(([at]) => at), values: points.map(([, value]) => value) };
  const group = { source: 'prometheus', name: 'n', query: null, unit: null, regular: true } as const;
  return buildGroup({ ...group, series: [series] }, ORIGIN, WINDOW).series[0]!.movement;
}

const LEVEL = [10, 11, 10, 12, 11, 10, 11, 12, 10, 11];

describe('what a series did in the fault window', () => {
  it('fell to 0 for as long as its neighbours allow', () => {
    expect(movement(LEVEL, [10, 0, 0, 0, 11, 10, 10, 10, 11, 12, 11], LEVEL)).toMatchObject({
      kind: 'zero',
      least: 20,
      most: 40,
    });
  });

  it('was still 0 at the end', () => {
    expect(movement(LEVEL, [10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [])).toMatchObject({
      kind: 'zero',
      most: null,
      followed: false,
    });
  });

  it('rose, and says when it was first back in its earlier range', () => {
    expect(
      movement(
        LEVEL,
        LEVEL.map((value) => value * 30),
        [300, 200, 11, 10],
      ),
    ).toMatchObject({ kind: 'rose', back: 30, followed: true });
    expect(
      movement(
        LEVEL,
        LEVEL.map((value) => value * 30),
        [300, 200, 150],
      ),
    ).toMatchObject({ kind: 'rose', back: null, followed: true });
  });

  it('does not take one value in range among others out of it for a return', () => {
    expect(
      movement(
        LEVEL,
        LEVEL.map((value) => value * 30),
        [300, 11, 250, 240],
      ),
    ).toMatchObject({ back: null });
  });

  it('rose from nothing, by a number that JSON has', () => {
    const { kind, size } = movement(
      LEVEL.map(() => 0),
      LEVEL,
      [],
    );
    expect([kind, Number.isFinite(size)]).toEqual(['rose', true]);
  });

  it('says which values were beyond all before, and when', () => {
    expect(movement(LEVEL, [10, 11, 95, 96, 11, 12, 10, 11, 10, 40, 12], LEVEL)).toMatchObject({
      kind: 'peaked',
      beyond: { values: 3, first: '1970-01-01T00:02:00Z', last: '1970-01-01T00:03:10Z' },
    });
  });

  it('rose to +Inf, by a size that JSON has, and says nothing where it was there before', () => {
    const infinite = LEVEL.map(() => Infinity);
    const { kind, size, beyond } = movement(LEVEL, infinite, LEVEL);
    expect([kind, Number.isFinite(size), beyond?.values]).toEqual(['rose', true, 10]);
    expect(movement([...LEVEL.slice(1), Infinity], infinite, LEVEL)).toMatchObject({ kind: 'still', size: 0 });
  });

  it('fell', () => {
    expect(
      movement(
        LEVEL,
        LEVEL.map((value) => value / 10),
        LEVEL,
      ),
    ).toMatchObject({ kind: 'fell' });
  });

  it('peaked where a single value is far beyond, and the median is not', () => {
    expect(movement(LEVEL, [10, 11, 95, 10, 11, 12, 10, 11, 10, 11, 12], LEVEL)).toMatchObject({ kind: 'peaked' });
    expect(movement(LEVEL, [10, 11, -95, 10, 11, 12, 10, 11, 10, 11, 12], LEVEL)).toMatchObject({ kind: 'dipped' });
  });

  it('did not move, though it wavered', () => {
    expect(movement(LEVEL, [12, 13, 11, 10, 9, 11, 10, 12, 11, 10, 11], LEVEL)).toMatchObject({
      kind: 'still',
      size: 0,
    });
    expect(
      movement(
        LEVEL.map(() => 3),
        LEVEL.map(() => 3),
        [3],
      ),
    ).toMatchObject({ kind: 'still' });
  });

  it('holds nothing against a counter', () => {
    expect(movement([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21], [22])).toMatchObject(
      { kind: 'trend' },
    );
  });

  it('says nothing of too few values', () => {
    expect(movement([1, 2], LEVEL, LEVEL)).toMatchObject({ kind: 'unknown' });
    expect(movement(LEVEL, [], [])).toMatchObject({ kind: 'unknown' });
  });

  it('tells a series that is missing from one that nobody looked for', () => {
    const at = (from: number, values: readonly number[]) => ({
      times: values.map((_, index) => (from + index) * 10_000),
      values,
    });
    const group = { source: 'prometheus', name: 'n', query: null, unit: null, regular: true } as const;
    const there = {
      labels: { pod: 'a' },
      ...at(
        0,
        Array.from({ length: 30 }, () => 1),
      ),
    };
    const gone = { labels: { pod: 'b' }, ...at(0, LEVEL) };
    const come = { labels: { pod: 'c' }, ...at(12, LEVEL) };
    const { series } = buildGroup({ ...group, series: [there, gone, come] }, ORIGIN, WINDOW);
    expect(series.map((one) => one.movement.kind)).toEqual(['still', 'absent', 'appeared']);
  });
});
