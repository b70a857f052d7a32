import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/properties.js';
import { inflateSync } from 'node:zlib';
import {
  NUMBER,
  packAlike,
  packLong,
  REFERENCE,
  textsOf,
  type PackedRows,
} from '../../../../src/render/pdf/paint/object-rows.js';

/** The objects of a stream, by their numbers, without the room between their words. */
function objectsOf({ bytes, columns, count, first }: PackedRows): Map<number, string> {
  const written = inflateSync(bytes);
  let above = Buffer.alloc(columns);
  let text = '';
  for (let at = 0; at < written.length; at += columns + 1) {
    expect(written[at]).toBe(2);
    const before = above;
    above = Buffer.from(written.subarray(at + 1, at + 1 + columns)).map(
      (byte, i) => byte + (before[i] ?? 0),
    ) as Buffer<ArrayBuffer>;
    text += above.toString('latin1');
  }
  const numbers = (text.slice(0, first).match(/\d+/g) ?? []).map(Number);
  expect(numbers).toHaveLength(count * 2);
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const end = i + 1 < count ? first + (numbers[i * 2 + 3] ?? 0) : undefined;
      return [
        numbers[i * 2] ?? 0,
        text
          .slice(first + (numbers[i * 2 + 1] ?? 0), end)
          .replaceAll(/ +/g, ' ')
          .trim(),
      ];
    }),
  );
}

describe('packAlike', () => {
  it('gives back every object, whatever its numbers', () => {
    const pattern = `<</S/P/P ${REFERENCE}/K[${NUMBER} ${NUMBER}]>>`;
    const row = fc.tuple(
      fc.nat(1e6),
      fc.nat(1e4),
      fc.integer({ min: -999, max: 999 }).map((n) => n / 100),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 50 }), (rows) => {
        const alike = { pattern, ids: rows.map((_, i) => 7 + i * 3), numbers: rows.flat() };
        const wanted = new Map(alike.ids.map((id, i) => [id, (textsOf(alike)[i] ?? '').replaceAll(/([/[])/g, ' $1')]));
        const found = objectsOf(packAlike(alike));
        const bare = (text: string | undefined): string | undefined => text?.replaceAll(' ', '');
        for (const [id, text] of wanted) expect(bare(found.get(id))).toBe(bare(text));
        expect(found.size).toBe(wanted.size);
      }),
    );
  });

  it('takes a text without numbers as it is', () => {
    const alike = { pattern: `(${NUMBER})`, ids: [4, 9], numbers: [] };
    expect(textsOf(alike)).toEqual([`(${NUMBER})`, `(${NUMBER})`]);
    expect([...objectsOf(packAlike(alike))]).toEqual([
      [4, `(${NUMBER})`],
      [9, `(${NUMBER})`],
    ]);
  });

  it('takes far fewer bytes than text', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => 5000 + i);
    const { bytes } = packAlike({
      pattern: `<</S/Lbl/P ${REFERENCE}/K ${NUMBER}>>`,
      ids,
      numbers: ids.flatMap((id) => [id * 2, id % 60]),
    });
    expect(bytes.length).toBeLessThan(3000);
  });
});

describe('packLong', () => {
  it('gives back one object, its words apart', () => {
    const [[id, text] = []] = objectsOf(
      packLong(12, '<</Limits[0 900]/Nums[', ['0[', '    5 0 R', '   77 0 R', ' ]', ']>>']),
    );
    expect(id).toBe(12);
    expect(text).toBe('<</Limits[0 900]/Nums[ 0[ 5 0 R 77 0 R ] ]>>');
  });
});
