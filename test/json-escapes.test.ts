import { describe, expect, it } from '@jest/globals';
import { visibleAddress } from '../src/document/words/visible.js';
import { escapeHiding } from '../src/json-escapes.js';
import fc from './support/properties.js';

const MARKS = ['\u202e', '\u2066', '\u200f', '\u200b', '\u2028', '\ufeff', '\u{e0041}', '\u007f', 'é', '🔥', '"', '\\'];

describe('JSON in which nothing hides', () => {
  it('is of the same value', () => {
    const texts = fc.string({ unit: fc.oneof(fc.constantFrom(...MARKS), fc.string({ maxLength: 3 })) });
    fc.assert(
      fc.property(fc.dictionary(texts, fc.array(texts)), (value) => {
        const text = escapeHiding(JSON.stringify(value));
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(text).not.toMatch(/[\u007f\u200b\u200f\u2028\u202e\u2066\ufeff\u{e0041}]/u);
      }),
    );
  });

  it('is untouched where nothing did', () => {
    expect(escapeHiding('{"a":"é🔥‹secret 1›\u200d"}')).toBe('{"a":"é🔥‹secret 1›\u200d"}');
  });
});

describe('an address in which nothing hides', () => {
  it.each([
    ['https://a.example/x?y=é', 'https://a.example/x?y=é'],
    ['https://a.example/\u202egnp', 'https://a.example/%E2%80%AEgnp'],
    ['https://a.example/\ud800x', 'https://a.example/%EF%BF%BDx'],
  ])('%j', (href, shown) => {
    expect(visibleAddress(href)).toBe(shown);
  });
});
