/**
 * Writes text with embedded fonts. Simple scripts go from character to glyph and width without shaping, kerned by a table;
 * joined letters, marks and sequences are shaped. Answers the questions of layout by the same ways.
 */
import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import type { Face, Font, Measurer } from '../measure.js';
import { reversed } from '../bidi.js';
import type { FontBook } from './font-book.js';
import type { FontName } from './font-files.js';
import type { Content } from './content.js';
import {
  addCharacter,
  keep,
  openFontFile,
  REMEMBERED,
  shape,
  showSimple,
  simpleWidth,
  type OpenFont,
} from './open-font.js';
import { utf16 } from './operators.js';
import { clustersOf, isComplex, isWide, runsOf, type Run, type RunFonts } from './runs.js';

/** A run with what its size is multiplied by. */
interface ScaledRun extends Run {
  readonly scale: number;
}

/** The width of a column of the mono faces, in thousandths of the size. */
const COLUMN = 600;

/** Stands for the dots of a letter that are drawn apart from it. */
const ZERO_WIDTH_SPACE = 0x200b;

export interface GlyphWriter extends Measurer {
  /** Shows a text with its baseline beginning at (x, y). */
  show(content: Content, text: string, font: Font, x: number, y: number, rightToLeft?: boolean): void;
  /** The fonts that texts were shown with, by their names on the pages. */
  shown(): Record<string, PdfReference>;
}

export function createGlyphWriter(document: PDFDocument, book: FontBook): GlyphWriter {
  const open = new Map<FontName, OpenFont>();

  const openFont = (name: FontName): OpenFont => {
    let font = open.get(name);
    if (font === undefined) {
      font = openFontFile(document, book, name);
      open.set(name, font);
    }
    return font;
  };

  /** The faces' own fonts: what nearly every text is asked of. */
  const owns = new Map<Face, OpenFont>();
  const openOwn = (face: Face): OpenFont => {
    const font = openFont(book.fontOf(face));
    owns.set(face, font);
    return font;
  };

  /** Whether a font has a character: known without opening it, for most. */
  const has = (name: FontName, point: number): boolean => {
    const known = book.knows(name, point);
    if (known !== null) return known;
    const font = openFont(name);
    return !Number.isNaN(font.advances[point] ?? addCharacter(font, point));
  };
  const fontsFor = (face: Face): RunFonts => ({ own: book.fontOf(face), fallbacks: book.fallbacks(face), has });

  /** Whether all of a text can be drawn with the face's own font, a glyph a character. */
  const isSimple = (text: string, font: OpenFont): boolean => {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x7f && unit >= 0x20) continue;
      if (unit >= 0x0300 && (unit >= 0xd800 || isComplex(text.charAt(i)))) return false;
      if (
        unit === 0xad ||
        unit < 0xa0 ||
        (unit >= 0x200b && unit <= 0x200f) ||
        (unit >= 0x2028 && unit <= 0x202e) ||
        (unit >= 0x2060 && unit <= 0x206f)
      )
        return false;
      if (Number.isNaN(font.advances[unit] ?? addCharacter(font, unit))) return false;
    }
    return true;
  };

  const runs = (text: string, face: Face): readonly ScaledRun[] => {
    return checked(runsOf(text, fontsFor(face)), face).flatMap((run) => scaled(run, face));
  };

  /** Shaping can still come to a missing glyph, for a sequence: then its characters are drawn one by one. */
  const checked = (found: readonly Run[], face: Face): readonly Run[] =>
    found.flatMap((run): readonly Run[] => {
      if (!run.shaped) return [run];
      const { glyphs } = shape(run.text, openFont(run.font));
      if (glyphs.every((glyph) => glyph.id !== 0)) return [run];
      return Array.from(run.text).flatMap((character) =>
        runsOf(character, fontsFor(face)).map((each) => ({ ...each, shaped: false })),
      );
    });

  const runWidth = (run: ScaledRun): number => {
    const font = openFont(run.font);
    if (!run.shaped) return simpleWidth(run.text, font) * run.scale;
    return shape(run.text, font).advanceWidth * font.embedded.scale;
  };

  /** In mono, a sign of another font that takes one column is made no wider than one: tables of text keep their edges. */
  const scaled = (run: Run, face: Face): readonly ScaledRun[] => {
    if (run.shaped || !face.startsWith('mono') || run.font === book.fontOf(face)) return [{ ...run, scale: 1 }];
    const font = openFont(run.font);
    const parts: ScaledRun[] = [];
    for (const character of run.text) {
      const point = character.codePointAt(0) ?? 0;
      const advance = font.advances[point] ?? addCharacter(font, point);
      const scale = isWide(point) ? 1 : Math.min(1, COLUMN / advance);
      const last = parts.at(-1);
      if (last?.scale === scale) parts[parts.length - 1] = { ...last, text: last.text + character };
      else parts.push({ ...run, text: character, scale });
    }
    return parts;
  };

  const thousandths = (text: string, face: Face, own: OpenFont): number => {
    const known = text.length > REMEMBERED ? undefined : own.widths.get(text);
    if (known !== undefined) return known;
    // What is simple depends on the font alone, what it lacks on the face too.
    if (isSimple(text, own)) return keep(own.widths, text, simpleWidth(text, own));
    let width = 0;
    for (const run of runs(text, face)) width += runWidth(run);
    return width;
  };

  const width: Measurer['width'] = (text, { face, size, tracking = 0 }) =>
    (thousandths(text, face, owns.get(face) ?? openOwn(face)) * size) / 1000 + tracking * text.length;

  const fit: Measurer['fit'] = (text, { face, size, tracking = 0 }, room) => {
    const own = owns.get(face) ?? openOwn(face);
    let used = 0;
    let count = 0;
    const parts = isComplex(text.slice(0, 4000)) ? clustersOf(text.slice(0, 4000)) : text;
    for (const character of parts) {
      const point = character.codePointAt(0) ?? 0;
      const known = character.length === 1 && point >= 0x20 && point < 0x7f;
      used +=
        ((known ? (own.advances[point] ?? addCharacter(own, point)) : thousandths(character, face, own)) * size) /
          1000 +
        tracking;
      if (used > room && count > 0) return count;
      count += character.length;
    }
    return count;
  };

  const shownFonts: Record<string, PdfReference> = {};
  const use = (content: Content, { embedded, codes }: OpenFont, size: number, tracking: number): void => {
    shownFonts[embedded.id] ??= codes.dictionary();
    content.font(embedded.id, size, tracking);
  };

  const showShaped = (content: Content, run: Run, font: OpenFont, size: number, x: number, y: number): void => {
    const { glyphs, positions } = shape(run.text, font);
    const unit = (font.embedded.scale * size) / 1000;
    let at = x;
    for (const [index, glyph] of glyphs.entries()) {
      const position = positions[index];
      if (position === undefined) continue;
      // The dots of a letter, drawn apart from it, say nothing of their own.
      const silent = glyph.codePoints.length === 0;
      const code = font.codes.of(
        glyph.id,
        silent ? [ZERO_WIDTH_SPACE] : glyph.codePoints,
        glyph.advanceWidth * font.embedded.scale,
      );
      const hidden = silent && run.actual === undefined;
      if (hidden) content.beginSpan('');
      content.show(at + position.xOffset * unit, y - position.yOffset * unit, `(${code})Tj`);
      if (hidden) content.end();
      at += position.xAdvance * unit;
    }
  };

  const show: GlyphWriter['show'] = (content, text, font, x, y, rightToLeft = false) => {
    const { face, size, tracking = 0 } = font;
    const own = owns.get(face) ?? openOwn(face);
    const known = rightToLeft || text.length > REMEMBERED ? undefined : own.shown.get(text);
    if (known !== undefined || (!rightToLeft && isSimple(text, own))) {
      use(content, own, size, tracking);
      const { strings, width: shown } = known ?? keep(own.shown, text, showSimple(text, own));
      content.show(x, y, strings, (shown * size) / 1000 + tracking * text.length);
      return;
    }
    let at = x;
    const ordered = rightToLeft ? runs(text, face).map(turned).reverse() : runs(text, face);
    for (const run of ordered) {
      const opened = openFont(run.font);
      use(content, opened, size * run.scale, tracking);
      if (run.actual !== undefined) content.beginSpan(utf16(run.actual));
      if (run.shaped) showShaped(content, run, opened, size, at, y);
      else content.show(at, y, showSimple(run.text, opened).strings);
      if (run.actual !== undefined) content.end();
      at += (runWidth(run) * size) / 1000 + tracking * run.text.length;
    }
  };

  return { width, fit, show, shown: () => shownFonts };
}

/** A run that is drawn from right to left: shaping turns joined letters itself. */
function turned(run: ScaledRun): ScaledRun {
  return run.shaped ? run : { ...run, text: reversed(run.text) };
}
