/** Some glyphs of a TrueType font → a font of these alone, with the tables that a PDF asks for (ISO 32000-1, 9.9). */
import { tableAt, type TrueType } from './truetype.js';

/** Of a glyph that is composed of others: what is said of each of them (OpenType 1.9, "glyf"). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** Glyphs in the order in which they were asked for; the number of each in the subset is its index. */
export interface Subset {
  include(glyph: number): number;
  /** The bytes of the font. The glyphs that others are composed of are taken in now. */
  bytes(): Uint8Array;
}

/** The subset of a font, which begins with the glyph for what is missing. */
export function createSubset(font: TrueType): Subset {
  const glyphs: number[] = [];
  const numbers = new Map<number, number>();
  const include: Subset['include'] = (glyph) => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, glyphs.length);
    return glyphs.push(glyph) - 1;
  };
  include(0);
  return {
    include,
    bytes: () => {
      const outlines: Uint8Array[] = [];
      for (let index = 0; index < glyphs.length; index++) outlines.push(outlineOf(font, glyphs[index] ?? 0, include));
      return together(font, glyphs, outlines);
    },
  };
}

/** The outline of a glyph, in which the numbers of others are those that `include` gives. */
function outlineOf({ view, tables, longOffsets }: TrueType, glyph: number, include: Subset['include']): Uint8Array {
  const loca = tableAt(tables, 'loca');
  const offset = (index: number): number =>
    longOffsets ? view.getUint32(loca + 4 * index) : 2 * view.getUint16(loca + 2 * index);
  const start = view.byteOffset + tableAt(tables, 'glyf');
  const bytes = new Uint8Array(view.buffer, start + offset(glyph), offset(glyph + 1) - offset(glyph)).slice();
  const outline = new DataView(bytes.buffer);
  if (bytes.length === 0 || outline.getInt16(0) >= 0) return bytes;
  for (let at = 10, flags = MORE; (flags & MORE) !== 0;) {
    flags = outline.getUint16(at);
    outline.setUint16(at + 2, include(outline.getUint16(at + 2)));
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    at += (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0;
  }
  return bytes;
}

function together(font: TrueType, glyphs: readonly number[], outlines: readonly Uint8Array[]): Uint8Array {
  const { view, tables, widths, longOffsets } = font;
  const copy = (name: string): Uint8Array => {
    const table = tables.get(name);
    if (table === undefined) return new Uint8Array(0);
    return new Uint8Array(view.buffer, view.byteOffset + table.offset, table.length).slice();
  };
  const changed = (name: string, at: number, value: number): Uint8Array => {
    const bytes = copy(name);
    new DataView(bytes.buffer).setUint16(at, value);
    return bytes;
  };
  const hmtx = tableAt(tables, 'hmtx');
  const metrics = new DataView(new ArrayBuffer(4 * glyphs.length));
  for (const [index, glyph] of glyphs.entries()) {
    metrics.setUint16(4 * index, font.advanceOf(glyph));
    // Those without a width of their own have their left side in a row after the others.
    const bearing = glyph < widths ? hmtx + 4 * glyph + 2 : hmtx + 4 * widths + 2 * (glyph - widths);
    metrics.setInt16(4 * index + 2, view.getInt16(bearing));
  }
  const size = longOffsets ? 4 : 2;
  const loca = new DataView(new ArrayBuffer(size * (glyphs.length + 1)));
  let offset = 0;
  for (let index = 0; index <= outlines.length; index++) {
    if (longOffsets) loca.setUint32(4 * index, offset);
    else loca.setUint16(2 * index, offset / 2);
    offset += outlines[index]?.length ?? 0;
  }
  return withDirectory([
    ['head', copy('head')],
    ['hhea', changed('hhea', 34, glyphs.length)],
    ['loca', new Uint8Array(loca.buffer)],
    ['maxp', changed('maxp', 4, glyphs.length)],
    ['cvt ', copy('cvt ')],
    ['prep', copy('prep')],
    ['glyf', Buffer.concat(outlines)],
    ['hmtx', new Uint8Array(metrics.buffer)],
    ['fpgm', copy('fpgm')],
  ]);
}

/** Tables after a list of them. What has no bytes is left out. */
function withDirectory(all: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const tables = all.filter(([, bytes]) => bytes.length > 0);
  const header = Buffer.alloc(12 + 16 * tables.length);
  const power = Math.floor(Math.log2(tables.length));
  header.write('true', 0, 'latin1');
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  let offset = header.length;
  for (const [index, [name, bytes]] of tables.entries()) {
    header.write(name, 12 + 16 * index, 'latin1');
    header.writeUInt32BE(offset, 12 + 16 * index + 8);
    header.writeUInt32BE(bytes.length, 12 + 16 * index + 12);
    offset += bytes.length;
  }
  return Buffer.concat([header, ...tables.map(([, bytes]) => bytes)]);
}
