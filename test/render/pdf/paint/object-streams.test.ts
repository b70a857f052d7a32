import { describe, expect, it } from '@jest/globals';
import { renderPdf } from '../render-sample.js';
import { CHAPTER, OPENING } from '../sample.js';
import { streamAt } from '../unpacked.js';

const file = await renderPdf(OPENING, [CHAPTER]);

describe('packObjects', () => {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file.toString('latin1'))?.[1]);
  const table = streamAt(file, start);
  const rows = Array.from({ length: table.length / 7 }, (_, id) => ({
    id,
    kind: table.readUInt8(id * 7),
    place: table.readUInt32BE(id * 7 + 1),
    index: table.readUInt16BE(id * 7 + 5),
  }));

  it('says where each object stands', () => {
    const offsets = new Map(rows.filter(({ kind }) => kind === 1).map(({ id, place }) => [id, place]));
    expect(offsets.size).toBeGreaterThan(10);
    for (const [id, offset] of offsets)
      expect(file.subarray(offset, offset + 20).toString('latin1')).toMatch(new RegExp(`^${id} 0 obj\n`));
    const packed = rows.filter(({ kind }) => kind === 2);
    expect(packed.length).toBeGreaterThan(200);
    for (const { id, place, index } of packed) {
      const numbers = streamAt(file, offsets.get(place) ?? -1)
        .toString('latin1')
        .match(/\d+/g);
      expect(Number(numbers?.[index * 2])).toBe(id);
    }
    // Object 0 is no object.
    expect(rows.filter(({ kind }) => kind === 0).map(({ id }) => id)).toEqual([0]);
  });

  it('packs what has no stream, and nothing else', () => {
    expect(file.toString('latin1').match(/\/S\/LBody/g)).toBeNull();
    expect(file.toString('latin1')).toContain('/Type /ObjStm');
  });
});
