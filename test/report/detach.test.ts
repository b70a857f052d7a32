import { describe, expect, it } from '@jest/globals';
import { isNumeral, numeral } from '../../src/json.js';
import { detach } from '../../src/report/detach.js';

describe('a detached value', () => {
  it('is equal to what it was made of, down to prototypes, digits and lone surrogates', () => {
    const bare = Object.setPrototypeOf({ __proto: 1, text: 'a\ud800 and much more text' }, null) as object;
    const value = { list: [1, null, true, 'short', 'a long text with 💥 and é'], bare, number: numeral('1.0') };
    const copy = detach(value);
    expect(copy).toEqual(value);
    expect(copy).not.toBe(value);
    expect(Object.getPrototypeOf(copy.bare)).toBeNull();
    expect(isNumeral(copy.number)).toBe(true);
  });
});
