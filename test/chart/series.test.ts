import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import type { SeriesData, SeriesLine } from '../../src/chart/series-data.js';
import { drawSeries } from '../../src/chart/series.js';
import { estimatedWidth } from '../../src/chart/text-width.js';
import { axisOf } from '../../src/document/sections/metric-axis.js';

const SIZE = { width: 493, margin: 120, measure: estimatedWidth };

function data(lines: readonly SeriesLine[], small = false): SeriesData {
  const scale = [0, 50, 100].map((at) => ({ at, label: String(at) }));
  return {
    span: 100,
    ticks: [
      { at: 0, label: '10:00:00' },
      { at: 100, label: '10:01:40' },
    ],
    window: { start: 40, end: 60, label: 'fault window, 20 seconds' },
    plots: small
      ? lines.map((line) => ({ title: line.name, lines: [line], bottom: 0, top: 100, scale }))
      : [{ title: null, lines, bottom: 0, top: 100, scale }],
  };
}

const line = (name: string, points: SeriesLine['points']): SeriesLine => ({ name, detail: '', points });

describe('charts of series', () => {
  it('tells lines apart by dash and end mark, not by colour alone, and names them at their ends', () => {
    const names = ['a', 'b', 'c', 'd'];
    const { marks } = drawSeries(
      data(
        names.map((name, index) =>
          line(name, [
            [0, index],
            [100, index * 30],
          ]),
        ),
      ),
      SIZE,
    );
    const lines = marks.flatMap((mark) => (mark.kind === 'path' && mark.strokeWidth === 1.3 ? [mark] : []));
    expect(new Set(lines.map(({ dash }) => String(dash))).size).toBe(4);
    const ends = marks.flatMap((mark) => (mark.kind === 'path' && mark.fill === 'paper' ? [mark.d] : []));
    expect(new Set(ends).size).toBe(4);
    const labels = marks.flatMap((mark) => (mark.kind === 'text' && names.includes(mark.text) ? [mark] : []));
    const heights = labels.map(({ y }) => y).sort((a, b) => a - b);
    for (const [index, y] of heights.slice(1).entries()) expect(y - heights[index]!).toBeGreaterThanOrEqual(10);
  });

  it('says under small plots what their tint is, once for all, and over none of them', () => {
    const flat = (name: string): SeriesLine =>
      line(name, [
        [0, 1],
        [100, 2],
      ]);
    const { marks, height } = drawSeries(data([flat('a'), flat('b'), flat('c'), flat('d'), flat('e')], true), SIZE);
    const labels = marks.flatMap((mark) => (mark.kind === 'text' && mark.fill === 'faultText' ? [mark] : []));
    expect(labels.map(({ text }) => text)).toEqual(['fault window, 20 seconds']);
    const tints = marks.flatMap((mark) => (mark.kind === 'rectangle' && mark.fill === 'fault' ? [mark] : []));
    expect(tints).toHaveLength(6);
    expect(labels[0]!.y).toBeGreaterThan(Math.max(...tints.slice(0, 5).map((tint) => tint.y + tint.height)));
    expect(labels[0]!.y).toBeLessThan(height);
  });

  it('never bridges a gap, and shows a value between two of them', () => {
    const { marks } = drawSeries(
      data([
        line('', [
          [0, 1],
          [10, 2],
          [15, null],
          [20, 3],
          [25, null],
          [30, 4],
          [40, 5],
        ]),
      ]),
      SIZE,
    );
    const drawn = marks.flatMap((mark) => (mark.kind === 'path' && mark.stroke === 'series1' ? [mark.d] : []));
    expect(drawn[0]?.match(/M/g)).toHaveLength(2);
    expect(marks.filter((mark) => mark.kind === 'rectangle' && mark.fill === 'series1')).toHaveLength(1);
  });

  it('stays inside its picture, for any values', () => {
    const points = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 100 }), fc.option(fc.double({ min: 0, max: 100, noNaN: true }))),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 12 }), (all) => {
        const lines = all.map((some, index) =>
          line(
            `line ${index}`,
            some.toSorted(([a], [b]) => a - b),
          ),
        );
        const { width, height, marks } = drawSeries(data(lines, lines.length > 4), SIZE);
        for (const mark of marks) {
          if (mark.kind === 'rule') expect([mark.x1, mark.x2].every((x) => x >= 0 && x <= width + 0.01)).toBe(true);
          if (mark.kind === 'rectangle')
            expect(mark.x >= 0 && mark.x + mark.width <= width + 1.01 && mark.y + mark.height <= height).toBe(true);
          if (mark.kind === 'text') expect(mark.y > 0 && mark.y <= height).toBe(true);
        }
      }),
    );
  });
});

describe('the axis', () => {
  it.each([
    [3, 97, [0, 25, 50, 75, 100]],
    [0, 167, [0, 50, 100, 150, 200]],
    [90.2, 95.9, [90, 92, 94, 96]],
    [-3, 4, [-4, -2, 0, 2, 4]],
    [0, 0, [0]],
    [5, 5, [5]],
  ])('from %d to %d has %j', (low, high, values) => {
    expect(axisOf(low, high).values).toEqual(values);
  });

  it('holds every value, with few round numbers', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { bottom, top, values } = axisOf(low, high);
        const slack = (high - low) * 1e-6 + Math.max(Math.abs(low), Math.abs(high)) * 1e-12;
        expect(bottom <= low + slack && top >= high - slack && top >= bottom).toBe(true);
        expect(values.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
