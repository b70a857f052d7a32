import { describe, expect, it } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import { renderPdf } from '../render-sample.js';
import { CHAPTER, OPENING } from '../sample.js';

const file = await renderPdf(OPENING, [CHAPTER]);

/** The unpacked stream of the object that begins at an offset. */
function streamAt(offset: number): Buffer {
  const start = file.indexOf('stream\n', offset) + 7;
  return inflateSync(file.subarray(start, file.indexOf('\nendstream', start)));
}

describe('packObjects', () => {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file.toString('latin1'))?.[1]);
  // Each row is written as its difference from the one above.
  const written = streamAt(start);
  const table = Buffer.alloc((written.length / 8) * 7);
  for (let row = 0; row * 8 < written.length; row++) {
    expect(written[row * 8]).toBe(2);
    for (let i = 0; i < 7; i++)
      table[row * 7 + i] = (written[row * 8 + 1 + i] ?? 0) + (row === 0 ? 0 : (table[row * 7 - 7 + i] ?? 0));
  }
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
      const header =
        streamAt(offsets.get(place) ?? -1)
          .toString('latin1')
          .split('\n', 1)[0]
          ?.split(' ') ?? [];
      expect(Number(header[index * 2])).toBe(id);
    }
    // Object 0 is no object.
    expect(rows.filter(({ kind }) => kind === 0).map(({ id }) => id)).toEqual([0]);
  });

  it('packs what has no stream, and nothing else', () => {
    expect(file.toString('latin1').match(/\/Type \/StructElem/g)).toBeNull();
    expect(file.toString('latin1')).toContain('/Type /ObjStm');
  });
});
