/** The bytes of a TrueType font → glyphs of characters, widths, and what a PDF says of a font (OpenType 1.9). Trusts the bytes. */

/** A table of the font: where it begins, and how long it is. */
export interface FontTable {
  readonly offset: number;
  readonly length: number;
}

/** A font that was read. */
export interface TrueType {
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, FontTable>;
  /** How many glyphs have a width of their own; all others are as wide as the last of them. */
  readonly widths: number;
  readonly longOffsets: boolean;
  readonly unitsPerEm: number;
  /** The glyph of a character; 0 where the font lacks it. */
  readonly glyphOf: (codePoint: number) => number;
  /** In units of the font. */
  readonly advanceOf: (glyph: number) => number;
}

/** What a PDF says of a font besides its glyphs; lengths in units of the font. */
export interface FontFacts {
  readonly name: string;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** In degrees, counted against the clock. */
  readonly italicAngle: number;
  readonly isFixedPitch: boolean;
  readonly isItalic: boolean;
  /** The class of the family (OS/2, sFamilyClass): 1 to 7 have serifs, 10 are scripts. */
  readonly family: number;
}

/** Reads where things are; glyphs and widths are looked up as they are asked for. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, FontTable>();
  for (let index = 0, at = 12; index < view.getUint16(4); index++, at += 16)
    tables.set(latin(view, at, 4), { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) });
  const widths = view.getUint16(tableAt(tables, 'hhea') + 34);
  const metrics = tableAt(tables, 'hmtx');
  const head = tableAt(tables, 'head');
  return {
    view,
    tables,
    widths,
    longOffsets: view.getInt16(head + 50) === 1,
    unitsPerEm: view.getUint16(head + 18),
    glyphOf: characterMap(view, tableAt(tables, 'cmap')),
    advanceOf: (glyph) => view.getUint16(metrics + 4 * Math.min(glyph, widths - 1)),
  };
}

/** Where a table begins. */
export function tableAt(tables: TrueType['tables'], name: string): number {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`The font has no table "${name}".`);
  return table.offset;
}

/** What a PDF says of the font. */
export function factsOf({ view, tables }: TrueType): FontFacts {
  const [head, hhea, post, os2] = ['head', 'hhea', 'post', 'OS/2'].map((name) => tableAt(tables, name)) as [
    number,
    number,
    number,
    number,
  ];
  return {
    name: postscriptName(view, tableAt(tables, 'name')),
    box: [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)],
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    capHeight: view.getInt16(os2 + 88),
    xHeight: view.getInt16(os2 + 86),
    italicAngle: view.getInt32(post + 4) / 65536,
    isFixedPitch: view.getUint32(post + 12) !== 0,
    isItalic: (view.getUint16(head + 44) & 2) !== 0,
    family: view.getInt16(os2 + 30) >> 8,
  };
}

/** The tables of characters, best first: platform and encoding. The first two have all of Unicode. */
const ENCODINGS = ['3.10', '0.6', '0.4', '3.1', '0.3'];

function characterMap(view: DataView, cmap: number): (codePoint: number) => number {
  const found = new Map<string, number>();
  for (let index = 0, at = cmap + 4; index < view.getUint16(cmap + 2); index++, at += 8)
    found.set(`${String(view.getUint16(at))}.${String(view.getUint16(at + 2))}`, cmap + view.getUint32(at + 4));
  const at = ENCODINGS.map((encoding) => found.get(encoding)).find((offset) => offset !== undefined);
  const format = at === undefined ? undefined : view.getUint16(at);
  if (at !== undefined && format === 12) return (codePoint) => inGroups(view, at, codePoint);
  if (at !== undefined && format === 4) return (codePoint) => inSegments(view, at, codePoint);
  throw new Error('The font has no table of characters in format 4 or 12.');
}

/** Format 12: groups of characters in a row, whose glyphs are in a row too. */
function inGroups(view: DataView, at: number, codePoint: number): number {
  let low = 0;
  let high = view.getUint32(at + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + middle * 12;
    if (codePoint < view.getUint32(group)) high = middle - 1;
    else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
    else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
  }
  return 0;
}

/** Format 4: segments of characters, each with what is added to a character, or with the place of a list of glyphs. */
function inSegments(view: DataView, at: number, codePoint: number): number {
  const bytes = view.getUint16(at + 6);
  let low = 0;
  let high = bytes / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const last = at + 14 + middle * 2;
    const first = last + bytes + 2;
    if (codePoint < view.getUint16(first)) high = middle - 1;
    else if (codePoint > view.getUint16(last)) low = middle + 1;
    else {
      const delta = view.getUint16(first + bytes);
      const range = first + 2 * bytes;
      const offset = view.getUint16(range);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(range + offset + 2 * (codePoint - view.getUint16(first)));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
  }
  return 0;
}

/** The name that files know a font by (name 6), as Windows has it: UTF-16 of ASCII. */
function postscriptName(view: DataView, table: number): string {
  const strings = table + view.getUint16(table + 4);
  for (let index = 0, at = table + 6; index < view.getUint16(table + 2); index++, at += 12) {
    if (view.getUint16(at) !== 3 || view.getUint16(at + 6) !== 6) continue;
    const name = latin(view, strings + view.getUint16(at + 10), view.getUint16(at + 8));
    return name.replaceAll('\0', '').replaceAll(' ', '_');
  }
  throw new Error('The font has no name.');
}

function latin(view: DataView, at: number, length: number): string {
  let text = '';
  for (let index = 0; index < length; index++) text += String.fromCharCode(view.getUint8(at + index));
  return text;
}
