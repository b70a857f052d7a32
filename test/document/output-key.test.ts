import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { keyOf } from '../../src/document/output-key.js';
import type { JsonValue } from '../../src/json.js';

describe('the key of an output', () => {
  it('is the same for the same output, and for no other', () => {
    const value = fc.jsonValue() as fc.Arbitrary<JsonValue>;
    fc.assert(
      fc.property(value, value, (a, b) => {
        const long = (one: JsonValue): JsonValue => [one, 'a long output '.repeat(30)];
        const copy = JSON.parse(JSON.stringify(long(a))) as JsonValue;
        expect(keyOf(copy)).toBe(keyOf(long(a)));
        expect(keyOf(long(a)) === keyOf(long(b))).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('is short, and tells very long strings apart by their last character', () => {
    const long = 'x'.repeat(300_000);
    const keys = [`${long}a`, `${long}b`, { body: `${long}a` }, { body: `${long}b` }, [`${long}a`]].map(keyOf);
    expect(new Set(keys).size).toBe(5);
    for (const key of keys) expect(key?.length).toBeLessThan(100);
  });

  it('is null for what is short enough to be shown again', () => {
    expect([keyOf('ok'), keyOf(null), keyOf({ status: 200, body: 'x'.repeat(200) })]).toEqual([null, null, null]);
  });
});
