/** What is read of the bundled fonts, beside what fontkit reads of them. */
import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFont } from '../../../../src/render/pdf/paint/font-files.js';
import { createSubset } from '../../../../src/render/pdf/paint/subset.js';
import { factsOf, readTrueType } from '../../../../src/render/pdf/paint/truetype.js';

interface Peer {
  readonly characterSet: readonly number[];
  readonly numGlyphs: number;
  readonly postscriptName: string;
  readonly [fact: string]: unknown;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly post: { readonly isFixedPitch: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  readonly 'OS/2': { readonly sFamilyClass: number };
  glyphForCodePoint(point: number): { readonly id: number };
  getGlyph(id: number): { readonly advanceWidth: number };
  createSubset(): { readonly glyphs: readonly number[]; includeGlyph(id: number): number; encode(): Uint8Array };
}
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): Peer };

const NAMES = readdirSync(new URL('../../../../fonts/', import.meta.url)).flatMap((file) =>
  file.endsWith('.ttf') ? [file.replace('.ttf', '')] : [],
);

describe.each(NAMES)('%s', (name) => {
  const bytes = readFont(name);
  const font = readTrueType(bytes);
  const peer = fontkit.create(bytes);

  it('has the glyphs of its characters, and of no others', () => {
    const known = new Set(peer.characterSet);
    for (const point of known)
      if (font.glyphOf(point) !== peer.glyphForCodePoint(point).id) throw new Error(`U+${point.toString(16)}`);
    for (let point = 0; point < 0x20000; point += 7)
      if (!known.has(point) && font.glyphOf(point) !== 0) throw new Error(`U+${point.toString(16)} is none`);
    expect(font.glyphOf(0x10ffff)).toBe(0);
  });

  it('has the widths of its glyphs', () => {
    for (let glyph = 0; glyph < peer.numGlyphs; glyph++)
      if (font.advanceOf(glyph) !== peer.getGlyph(glyph).advanceWidth) throw new Error(String(glyph));
    expect(font.unitsPerEm).toBe(peer['unitsPerEm']);
  });

  it('is told by the same facts', () => {
    const { bbox, post, head } = peer;
    expect(factsOf(font)).toEqual({
      name: peer.postscriptName,
      box: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY],
      ascent: peer['ascent'],
      descent: peer['descent'],
      capHeight: peer['capHeight'],
      xHeight: peer['xHeight'],
      italicAngle: peer['italicAngle'],
      isFixedPitch: post.isFixedPitch !== 0,
      isItalic: head.macStyle.italic,
      family: peer['OS/2'].sFamilyClass >> 8,
    });
  });

  it('has the subset that fontkit makes, composed glyphs among it', () => {
    const [own, theirs] = [createSubset(font), peer.createSubset()];
    const known = peer.characterSet;
    const points = known.filter((_, index) => index % 5 === 0);
    const composed = [0xe9, 0xc5, 0x104, 0xef].filter((point) => known.includes(point));
    const glyphs = [...points, ...composed].map((point) => peer.glyphForCodePoint(point).id);
    // Some have no width of their own in a font of one width.
    for (const glyph of [...glyphs, peer.numGlyphs - 1])
      if (own.include(glyph) !== theirs.includeGlyph(glyph)) throw new Error(String(glyph));
    const made = own.bytes();
    expect(Buffer.compare(made, theirs.encode())).toBe(0);
    expect(theirs.glyphs.length).toBeGreaterThanOrEqual(new Set(glyphs).size);
  });
});

describe('a font that is not whole', () => {
  it('is told by the table that it lacks', () => {
    const bytes = Buffer.from(readFont('SourceSans3-Italic'));
    bytes.write('none', bytes.indexOf('hmtx'), 'latin1');
    expect(() => readTrueType(bytes)).toThrow('no table "hmtx"');
  });
});
