/** What text asks of a font that is embedded in a file, whoever reads its bytes. */
import type { FontkitFont } from 'fontkit';
import type { PdfReference } from 'pdfkit';

export interface EmbeddedFont {
  /** Its name on the pages. */
  readonly id: string;
  /** From units of the font to thousandths of the size. */
  readonly scale: number;
  /** The glyph of a character; 0 where the font lacks it. */
  glyphOf(codePoint: number): number;
  /** In units of the font. */
  advanceOf(glyph: number): number;
  /** Shapes a text, in units of the font. */
  readonly layout: FontkitFont['layout'];
  /** Has a glyph embedded, with its advance in thousandths of the size; gives its number in the file. */
  include(glyph: number, advance: number): number;
  /** Has the font embedded when the file is ended; gives its object. To be called once. */
  embed(tables: CodeTables): PdfReference;
}

/** The tables of a font's codes. Each call makes an object. */
export interface CodeTables {
  /** From codes to text. */
  readonly toUnicode: () => PdfReference;
  /** From codes to the numbers of glyphs. */
  readonly encoding: () => PdfReference;
}

/**
 * fontkit 2.0.4 keeps one object for each glyph, with the characters it was first used for. Letters that differ only in their
 * dots share a glyph, and would be copied as one another: each use gets its own characters.
 */
export function keepCodePoints(font: FontkitFont): FontkitFont {
  const original = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = original(id, codePoints);
    if (codePoints.length === 0 || codePoints.join() === glyph.codePoints.join()) return glyph;
    return Object.create(glyph, { codePoints: { value: codePoints } }) as typeof glyph;
  };
  return font;
}
