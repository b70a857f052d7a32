import { describe, expect, it } from '@jest/globals';
import { parseSize } from '../../src/cli/size-option.js';

describe('sizes', () => {
  it.each([
    ['0', 0],
    ['512', 512],
    ['100kB', 100_000],
    ['1.5 MB', 1_500_000],
    ['2m', 2_000_000],
    ['1KiB', 1024],
    ['none', Infinity],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseSize('max-output', text)).toBe(bytes);
  });

  it.each(['', '-1', '1e3', '5q', 'kB', '1,5MB'])('"%s" is none', (text) => {
    expect(() => parseSize('max-output', text)).toThrow(/is not a size/);
  });
});
