/** A font that is open in a file: from characters to codes and widths, kerned by a table; and the shaping of what needs it. */
import type PDFDocument from 'pdfkit';
import { ReportError } from '../../../errors.js';
import { bundledFont } from './bundled-font.js';
import { createCodes, type Codes } from './codes.js';
import type { EmbeddedFont } from './embedded-font.js';
import type { FontBook } from './font-book.js';
import type { FontName } from './font-files.js';
import { ownFont } from './own-font.js';

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** A font that is open: codes and widths of the characters that were asked for. */
export interface OpenFont {
  readonly embedded: EmbeddedFont;
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

/** The longest text that is remembered: longer ones hardly come again, and looking for one takes reading all of it. */
export const REMEMBERED = 60;
/** How many are kept. */
const KEPT = 10_000;

/** Remembers what was made of a text, and gives it. */
export function keep<T>(texts: Map<string, T>, text: string, made: T): T {
  if (text.length > REMEMBERED) return made;
  if (texts.size >= KEPT) texts.clear();
  texts.set(text, made);
  return made;
}

/**
 * Opens a font file for a PDF.
 *
 * @throws ReportError `settings` for a font of the user's own whose tables cannot be read.
 */
export function openFontFile(document: PDFDocument, book: FontBook, name: FontName): OpenFont {
  const embedded = embeddedFont(document, book, name);
  return {
    embedded,
    strings: [],
    advances: [],
    codes: createCodes(document, embedded),
    kerning: book.kerning(name),
    widths: new Map(),
    shown: new Map(),
  };
}

function embeddedFont(document: PDFDocument, book: FontBook, name: FontName): EmbeddedFont {
  const file = book.fileOf(name);
  if (file === null) return bundledFont(document, name, book.read(name));
  try {
    return ownFont(document, name, book.read(name));
  } catch (cause) {
    const hint = 'Is the file whole? Try it in another program, or take another font.';
    throw new ReportError('settings', 'The tables of the font cannot be read.', { place: { file }, hint, cause });
  }
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
export function shape(text: string, { embedded }: OpenFont): ReturnType<EmbeddedFont['layout']> {
  try {
    return embedded.layout(text);
  } catch {
    // fontkit 2.0.4 takes an anchor for granted that a font may leave out.
    return embedded.layout(text, WITHOUT_MARKS);
  }
}

/** Looks a character up and gives it a code. Gives its width, NaN where the font lacks it. */
export function addCharacter(font: OpenFont, point: number): number {
  const { embedded } = font;
  // A space that does not break is as wide as one that does; some fonts have a wider one.
  const glyph = embedded.glyphOf(point === NO_BREAK_SPACE ? SPACE : point);
  if (glyph === 0) {
    font.advances[point] = NaN;
    return NaN;
  }
  const advance = embedded.advanceOf(glyph) * embedded.scale;
  font.advances[point] = advance;
  font.strings[point] = font.codes.of(glyph, [point], advance);
  return advance;
}
