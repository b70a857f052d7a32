import { describe, expect, it } from '@jest/globals';
import { coverOf } from '../../../src/report/masking/cover.js';
import { findInText } from '../../../src/report/masking/find-in-text.js';
import fc from '../../support/properties.js';

describe('places that cover others', () => {
  it('are those that begin at or before them and end at or after them', () => {
    const place = fc.tuple(fc.nat(30), fc.nat(10)).map(([start, length]) => [start, start + length] as const);
    fc.assert(
      fc.property(fc.array(place, { maxLength: 20 }), place, (places, [start, end]) => {
        const cover = coverOf([...places, [start, end]].map(([one = 0]) => one));
        for (const [from, to] of places) cover.add(from, to);
        expect(cover.covers(start, end)).toBe(places.some(([from, to]) => from <= start && to >= end));
      }),
    );
  });

  it('may be more than a call has room for', () => {
    const text = 'a,token=k7Qm2Xv9Lp4Rt8 \n'.repeat(150_000);
    expect(findInText(`${text}\\n`, false).length).toBeGreaterThan(140_000);
    expect(findInText(`"password": "x7Qm2Xv9",\n`.repeat(150_000), false).length).toBeGreaterThan(140_000);
  });
});
