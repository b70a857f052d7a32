import { describe, expect, it } from '@jest/globals';
import type { TextMark } from '../../src/chart/marks.js';
import { uprightBetween } from '../../src/chart/upright.js';

/** Each character is as wide as half its size. */
const measure = (text: string, size: number): number => (text.length * size) / 2;
const text = (x: number, y: number, anchor: TextMark['anchor'] = 'start'): TextMark => {
  return { kind: 'text', x, y, text: 'name', size: 10, fill: 'ink', anchor };
};
const pieces = (x: number, ...marks: readonly TextMark[]): number[][] =>
  uprightBetween(x, 0, 100, { marks, measure }).map(({ y1, y2 }) => [y1, y2]);

describe('an upright line of a grid', () => {
  it('is whole where no text stands on it', () => {
    expect(pieces(50, text(52, 40), text(0, 40), text(48, 40, 'end'))).toEqual([[0, 100]]);
  });

  it.each<[string, TextMark]>([
    ['that begins before it', text(40, 40)],
    ['that ends after it', text(60, 40, 'end')],
    ['around it', text(50, 40, 'middle')],
  ])('is cut for a text %s', (_, mark) => {
    expect(pieces(50, mark)).toEqual([
      [0, 30.5],
      [44, 100],
    ]);
  });

  it('has no specks between texts that follow each other', () => {
    expect(pieces(50, text(40, 54), text(40, 40), text(40, 8))).toEqual([
      [12, 30.5],
      [58, 100],
    ]);
  });
});
