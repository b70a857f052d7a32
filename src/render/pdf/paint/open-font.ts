/** A font that is open in a file: from characters to codes and widths, kerned by a table; and the shaping of what needs it. */
import type PDFDocument from 'pdfkit';
import type { FontkitFont, PdfFont } from 'pdfkit';
import { ReportError } from '../../../errors.js';
import { createCodes, type Codes } from './codes.js';
import type { FontBook } from './font-book.js';
import type { FontName } from './font-files.js';

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** A font that is open: codes and widths of the characters that were asked for. */
export interface OpenFont {
  readonly pdf: PdfFont;
  /** As they stand in a string, by code point. */
  readonly strings: string[];
  /** In thousandths of the size, by code point; NaN where the font lacks it. */
  readonly advances: number[];
  readonly codes: Codes;
  readonly kerning: ReadonlyMap<string, number> | null;
  /** Texts that were measured or shown, because most of a report's words come again. */
  readonly widths: Map<string, number>;
  readonly shown: Map<string, ShownText>;
}

/** A text as the operator that shows it, and its width in thousandths of the size. */
export interface ShownText {
  readonly strings: string;
  readonly width: number;
}

/** Longer texts hardly come again, and so many are kept at most. */
const KEPT_LENGTH = 60;
const KEPT = 10_000;

/** What is known of a text, or what is made of it now. */
export function kept<T>(texts: Map<string, T>, text: string, make: () => T): T {
  if (text.length > KEPT_LENGTH) return make();
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= KEPT) texts.clear();
  const made = make();
  texts.set(text, made);
  return made;
}

/**
 * Opens a font file for a PDF.
 *
 * @throws ReportError `settings` for a font of the user's own whose tables cannot be read.
 */
export function openFontFile(document: PDFDocument, book: FontBook, name: FontName): OpenFont {
  try {
    // Registered under its name first: given as the second argument of `font`, a name is looked for inside a collection.
    document.registerFont(name, book.read(name)).font(name);
    // Tables are read when they are first asked for: these are, for every text.
    document._font.font._cmapProcessor.lookup(SPACE);
    document._font.font.hmtx.metrics.get(0);
  } catch (cause) {
    const file = book.fileOf(name);
    if (file === null) throw cause;
    const hint = 'Is the file whole? Try it in another program, or take another font.';
    throw new ReportError('settings', 'The tables of the font cannot be read.', { place: { file }, hint, cause });
  }
  const pdf = document._font;
  keepCodePoints(pdf.font);
  return {
    pdf,
    strings: [],
    advances: [],
    codes: createCodes(document, pdf),
    kerning: book.kerning(name),
    widths: new Map(),
    shown: new Map(),
  };
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

/** The operator that shows such a text, and its width. */
export function showSimple(text: string, font: OpenFont): ShownText {
  const { strings, advances, kerning } = font;
  let width = 0;
  let shown = '(';
  let previous = '';
  let kerned = false;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    width += advances[point] ?? addCharacter(font, point);
    if (point > 0xffff) i++;
    if (kerning !== null) {
      const character = text.charAt(i);
      const kern = previous === '' ? undefined : kerning.get(previous + character);
      if (kern !== undefined) {
        shown += `)${String(-kern)}(`;
        width += kern;
        kerned = true;
      }
      previous = character;
    }
    shown += strings[point] ?? '';
  }
  return { strings: kerned ? `[${shown})]TJ` : `${shown})Tj`, width };
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

/** Looks a character up and gives it a code. Gives its width, NaN where the font lacks it. */
export function addCharacter(font: OpenFont, point: number): number {
  const { pdf } = font;
  // A space that does not break is as wide as one that does; some fonts have a wider one.
  const glyph = pdf.font._cmapProcessor.lookup(point === NO_BREAK_SPACE ? SPACE : point);
  if (glyph === 0) {
    font.advances[point] = NaN;
    return NaN;
  }
  const { metrics } = pdf.font.hmtx;
  // A font of one width lists it once, for all glyphs from there on.
  const advance = metrics.get(Math.min(glyph, metrics.length - 1)).advance * pdf.scale;
  font.advances[point] = advance;
  font.strings[point] = font.codes.of(glyph, [point], advance);
  return advance;
}
