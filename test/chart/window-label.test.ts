import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { estimatedWidth } from '../../src/chart/text-width.js';
import { windowLabel, type WindowPlace } from '../../src/chart/window-label.js';

const place = (left: number, right: number): WindowPlace => ({
  left,
  right,
  from: 0,
  to: 493,
  y: 20,
  size: 7.5,
  measure: estimatedWidth,
});
const LABEL = 'fault window 07:39:15 to 07:39:17, 2 seconds';

/** From where to where the words go. */
function extent(label: string, left: number, right: number): { readonly start: number; readonly end: number } {
  const { x, text, anchor } = windowLabel(label, place(left, right));
  const width = estimatedWidth(text, 7.5);
  return anchor === 'start' ? { start: x, end: x + width } : { start: x - width, end: x };
}

describe('the label of the fault window', () => {
  it('stands in the window, else right of it, else left of it', () => {
    expect(windowLabel(LABEL, place(150, 400))).toMatchObject({ x: 153, anchor: 'start' });
    expect(windowLabel(LABEL, place(150, 160))).toMatchObject({ x: 163, anchor: 'start' });
    expect(windowLabel(LABEL, place(460, 480))).toMatchObject({ x: 457, anchor: 'end' });
  });

  it('never crosses an edge of the window, nor leaves the picture', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 493, noNaN: true }),
        fc.double({ min: 0, max: 493, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (a, b, length) => {
          const [left, right] = [Math.min(a, b), Math.max(a, b)];
          const { start, end } = extent('fault '.repeat(length).trim(), left, right);
          const one = estimatedWidth('f…', 7.5);
          expect(start).toBeGreaterThanOrEqual(-one);
          expect(end).toBeLessThanOrEqual(493 + one);
          const inside = start >= left && end <= right + one;
          expect(inside || end <= left || start >= right).toBe(true);
        },
      ),
    );
  });
});
