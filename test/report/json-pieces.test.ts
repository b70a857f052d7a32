import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { numeral } from '../../src/json.js';
import { factsPieces, factsText } from '../../src/report/facts-text.js';

const LONG = '✓ a line of an output, "quoted" \ud83d\ude00\n'.repeat(20_000);

describe('a large value', () => {
  it('has the text that it has at once, in pieces none of which is long', () => {
    const value = {
      $number: LONG,
      text: LONG,
      left: undefined,
      empty: {},
      list: [LONG, [], numeral('1e400'), { $number: 'not a number', same: Array.from({ length: 30_000 }, String) }],
    };
    const pieces = [...factsPieces(value)];
    expect(pieces.join('') === factsText(value)).toBe(true);
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(600_000);
  });

  it('keeps the halves of a pair of surrogates together, and lone ones as they are', () => {
    for (const text of [`a${'\ud83d\ude00'.repeat(200_000)}`, '\ud83d'.repeat(300_000)]) {
      expect([...factsPieces(text)].join('') === JSON.stringify(text)).toBe(true);
    }
  });
});

it('of any value the pieces are its text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([...factsPieces(value)].join('')).toBe(factsText(value));
    }),
  );
});
