import { describe, expect, it } from '@jest/globals';
import { hatchLines } from '../../../../src/chart/hatch.js';
import type { HatchMark } from '../../../../src/chart/marks.js';
import { hatching } from '../../../../src/render/pdf/paint/hatching.js';
import fc from '../../../support/properties.js';

type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** What a viewer draws: knows `q`, `Q`, `cm` that moves, and lines. */
function drawn(operators: string): Line[] {
  const lines: Line[] = [];
  const saved: number[] = [];
  let moved = 0;
  let from: readonly [number, number] = [0, 0];
  const numbers: number[] = [];
  for (const word of operators.split(' ')) {
    const given = numbers.splice(0);
    const [a = 0, b = 0, , , e = 0] = given;
    if (word === 'q') saved.push(moved);
    else if (word === 'Q') moved = saved.pop() ?? NaN;
    else if (word === 'cm') moved += e;
    else if (word === 'm') from = [a + moved, b];
    else if (word === 'l') lines.push([...from, a + moved, b]);
    else if (word !== 'S') numbers.push(...given, Number(word));
  }
  expect(saved).toEqual([]);
  return lines;
}

const hatches = fc.record({
  kind: fc.constant('hatch' as const),
  x: fc.constant(0),
  y: fc.constant(0),
  width: fc.double({ min: 0, max: 500, noNaN: true }),
  height: fc.double({ min: 1, max: 20, noNaN: true }),
  step: fc.constantFrom(3, 3.2),
  stroke: fc.constant('hatch' as const),
  strokeWidth: fc.constant(0.5),
});

function hatch(width: number): HatchMark {
  return { kind: 'hatch', x: 0, y: 0, width, height: 6.8, step: 3.2, stroke: 'hatch', strokeWidth: 0.5 };
}

describe('a hatching', () => {
  it('draws lines that are whole as one line that is moved', () => {
    expect(hatching(hatch(16))).toBe(
      '0 3.6 m 3.2 6.8 l S 0 .4 m 6.4 6.8 l S q 2.8 0 m 9.6 6.8 l S 1 0 0 1 3.2 0 cm 2.8 0 m 9.6 6.8 l S 1 0 0 1 3.2 0 cm 2.8 0 m 9.6 6.8 l S Q 12.4 0 m 16 3.6 l S 15.6 0 m 16 .4 l S',
    );
  });

  it('draws each of its lines, in their places', () => {
    fc.assert(
      fc.property(hatches, (mark) => {
        const seen = drawn(hatching(mark));
        const meant = hatchLines(mark).map(({ x1, y1, x2, y2 }) => [x1, mark.height - y1, x2, mark.height - y2]);
        expect(seen).toHaveLength(meant.length);
        for (const [index, line] of meant.entries())
          for (const [side, value] of line.entries())
            expect(Math.abs((seen[index]?.[side] ?? NaN) - value)).toBeLessThan(0.011);
      }),
    );
  });

  it('has lines at 45°, within its box', () => {
    fc.assert(
      fc.property(hatches, (mark) => {
        for (const { x1, y1, x2, y2 } of hatchLines(mark)) {
          expect(Math.min(x1, x2, y1, y2)).toBeGreaterThan(-1e-9);
          expect(x2).toBeLessThanOrEqual(mark.width);
          expect(y1).toBeLessThan(mark.height + 1e-9);
          expect(y1 - y2).toBeCloseTo(x2 - x1, 9);
        }
      }),
    );
  });
});
