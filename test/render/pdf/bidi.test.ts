import { describe, expect, it } from '@jest/globals';
import { hasRightToLeft, reversed, visualOrder } from '../../../src/render/pdf/bidi.js';
import { breakLines } from '../../../src/render/pdf/lines.js';
import { plainSpan } from '../../../src/render/pdf/spans.js';
import { TYPE } from '../../../src/render/pdf/theme.js';
import { ruler } from './ruler.js';

const seen = (text: string) => {
  const [line] = breakLines([plainSpan(text, TYPE.body)], 1000, 14, ruler);
  const pieces = visualOrder(line?.pieces ?? [], (piece) => ruler.width(piece.text, piece.span.font));
  return pieces.map((piece) => (piece.kind === 'text' ? [piece.text, piece.x, piece.rightToLeft] : []));
};

describe('visualOrder', () => {
  it('leaves lines without Arabic or Hebrew alone', () => {
    const [line] = breakLines([plainSpan('left to right', TYPE.body)], 1000, 14, ruler);
    expect(visualOrder(line?.pieces ?? [], () => 0)).toBe(line?.pieces);
  });

  it('cuts a text where the direction changes', () => {
    expect(seen('ab שלום cd')).toEqual([
      ['ab ', 0, false],
      ['שלום', 15, true],
      [' cd', 35, false],
    ]);
  });

  it('puts a number before what stands after it in Hebrew', () => {
    expect(seen('x שלום 12 עולם y').map(([text]) => text)).toEqual(['x ', ' עולם', '12', 'שלום ', ' y']);
  });
});

describe('reversed', () => {
  it('turns brackets round', () => {
    expect(reversed('(a')).toBe('a)');
  });
});

describe('hasRightToLeft', () => {
  it.each([
    ['abc', false],
    ['שלום', true],
    ['العربية', true],
    ['结账', false],
  ])('%s', (text, expected) => {
    expect(hasRightToLeft(text)).toBe(expected);
  });
});
