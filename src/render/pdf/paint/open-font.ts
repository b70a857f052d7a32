/** A font that is open in a file: from characters to codes and widths, kerned by a table; and the shaping of what needs it. */
import type PDFDocument from 'pdfkit';
import type { FontkitFont, PdfFont, PdfPage } from 'pdfkit';
import { kernedPairs, readFont, type FontName } from './font-files.js';

/** A font that is open: codes and widths of the characters that were asked for. */
export interface OpenFont {
  readonly pdf: PdfFont;
  /** Four hexadecimal digits by code point. */
  readonly codes: string[];
  /** In thousandths of the size, by code point; NaN where the font lacks it. */
  readonly advances: number[];
  /** By glyph: what it stands for, and its code. */
  readonly uses: Map<number, Map<string, number>>;
  readonly kerning: ReadonlyMap<string, number> | null;
}

/** Opens a font file for a PDF. */
export function openFontFile(document: PDFDocument, name: FontName): OpenFont {
  // Registered under its name first: given as the second argument of `font`, a name is looked for inside a collection.
  document.registerFont(name, readFont(name)).font(name);
  keepCodePoints(document._font.font);
  return { pdf: document._font, codes: [], advances: [], uses: new Map(), kerning: kernedPairs(name) };
}

/**
 * fontkit 2.0.4 keeps one object for each glyph, with the characters it was first used for. Letters that differ only in their
 * dots share a glyph, and would be copied as one another: each use gets its own characters.
 */
function keepCodePoints(font: FontkitFont): void {
  const original = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = original(id, codePoints);
    if (codePoints.length === 0 || codePoints.join() === glyph.codePoints.join()) return glyph;
    return Object.create(glyph, { codePoints: { value: codePoints } }) as typeof glyph;
  };
}

/** The width of a text that is drawn a glyph a character, kerned, in thousandths of the size. */
export function simpleWidth(text: string, font: OpenFont): number {
  const { advances, kerning } = font;
  let width = 0;
  let previous = '';
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    width += advances[point] ?? addCharacter(font, point);
    if (point > 0xffff) i++;
    if (kerning !== null) {
      const character = text.charAt(i);
      if (previous !== '') width += kerning.get(previous + character) ?? 0;
      previous = character;
    }
  }
  return width;
}

/** The operator that shows such a text. */
export function showSimple(text: string, font: OpenFont): string {
  const { codes, kerning } = font;
  let shown = '<';
  let previous = '';
  let kerned = false;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (codes[point] === undefined) addCharacter(font, point);
    if (point > 0xffff) i++;
    if (kerning !== null) {
      const character = text.charAt(i);
      const kern = previous === '' ? undefined : kerning.get(previous + character);
      if (kern !== undefined) {
        shown += `>${String(-kern)}<`;
        kerned = true;
      }
      previous = character;
    }
    shown += codes[point] ?? '';
  }
  return kerned ? `[${shown}>] TJ` : `${shown}> Tj`;
}

/** Positions of marks that fontkit fails on in some fonts; the rest of shaping works without them. */
const WITHOUT_MARKS = { mark: false, mkmk: false, abvm: false, blwm: false };

/** Shapes a text: letters joined, marks placed. */
export function shape(text: string, { pdf: { font } }: OpenFont): ReturnType<FontkitFont['layout']> {
  try {
    return font.layout(text);
  } catch {
    // fontkit 2.0.4 takes an anchor for granted that a font may leave out.
    return font.layout(text, WITHOUT_MARKS);
  }
}

/** Adds a font to a page. */
export function useFont(font: OpenFont, page: PdfPage): void {
  page.fonts[font.pdf.id] ??= font.pdf.ref();
}

/** Looks a character up and gives it a code. Gives its width, NaN where the font lacks it. */
export function addCharacter(font: OpenFont, point: number): number {
  const { pdf } = font;
  const glyph = pdf.font._cmapProcessor.lookup(point);
  if (glyph === 0) {
    font.advances[point] = NaN;
    return NaN;
  }
  const { metrics } = pdf.font.hmtx;
  // A font of one width lists it once, for all glyphs from there on.
  const advance = metrics.get(Math.min(glyph, metrics.length - 1)).advance * pdf.scale;
  font.advances[point] = advance;
  font.codes[point] = hex(codeOf(font, glyph, [point], advance));
  return advance;
}

/**
 * The code of a glyph for a text. One glyph that stands for two texts (a space and one that does not break, letters that
 * differ only in their dots) gets a code for each, so that what is copied is what was written.
 */
export function codeOf(font: OpenFont, glyph: number, points: readonly number[], advance: number): number {
  const { pdf, uses } = font;
  const text = points.join(' ');
  let codes = uses.get(glyph);
  if (codes === undefined) {
    codes = new Map();
    uses.set(glyph, codes);
  }
  const known = codes.get(text);
  if (known !== undefined) return known;
  const code = codes.size === 0 ? pdf.subset.includeGlyph(glyph) : pdf.subset.glyphs.push(glyph) - 1;
  codes.set(text, code);
  pdf.widths[code] = advance;
  pdf.unicode[code] = points;
  return code;
}

/** A code as it is written. */
export function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
