import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { boundsWords, leastWords, mostWords } from '../../src/document/words/bounds.js';

const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

describe('a span between two bounds', () => {
  it.each<readonly [number, number, string]>([
    [0, 1.94, 'at most 2 seconds'],
    [19, 21, '19 to 21 seconds'],
    [4.16, 6.21, '4.1 to 6.3 seconds'],
    [0.3, 0.3, '300 ms'],
    [0.5, 1.5, '500 ms to 1.5 seconds'],
    [61.5, 125.5, '1 minute 1 second to 2 minutes 6 seconds'],
    [0.30000000000000004, 0.30000000000000004, '300 ms'],
  ])('%d to %d: %s', (least, most, words) => {
    expect(plain(boundsWords(least, most))).toBe(words);
  });

  it('is never said to be longer than the least, nor shorter than the most', () => {
    const seconds = (words: string): number =>
      [...plain(words).matchAll(/([\d.]+) (ms|second|minute)/g)].reduce(
        (sum, [, number, unit]) => sum + Number(number) * (unit === 'ms' ? 0.001 : unit === 'minute' ? 60 : 1),
        0,
      );
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 3000, noNaN: true }), (span) => {
        expect(seconds(leastWords(span))).toBeLessThanOrEqual(span + 1e-6);
        expect(seconds(mostWords(span))).toBeGreaterThanOrEqual(span - 1e-6);
      }),
    );
  });
});
