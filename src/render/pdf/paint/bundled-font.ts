/**
 * Embeds a font of the package. Its bytes are known, so they are read here: fontkit, which reads every kind of font, takes half as
 * long to load as all else that a PDF needs, and is asked for shaping alone.
 */
import { create, type FontkitFont } from 'fontkit';
import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import { keepCodePoints, type CodeTables, type EmbeddedFont } from './embedded-font.js';
import { createSubset } from './subset.js';
import { factsOf, readTrueType, type TrueType } from './truetype.js';

/** Opens a bundled font. It is embedded only where something is written in it. */
export function bundledFont(document: PDFDocument, name: string, bytes: Uint8Array): EmbeddedFont {
  const font = readTrueType(bytes);
  const scale = 1000 / font.unitsPerEm;
  const subset = createSubset(font);
  const widths = [font.advanceOf(0) * scale];
  const id = `F${String(++document._fontCount)}`;
  let shaper: FontkitFont | undefined;
  /** Nothing is written of a font that is only measured with. */
  let finalize = (): void => undefined;
  // PDFKit looks among these for a font of the user's by its own name, which has no space and may be that of a bundled one.
  document._fontFamilies[`bundled ${name}`] = { finalize: () => finalize() };
  return {
    id,
    scale,
    glyphOf: font.glyphOf,
    advanceOf: font.advanceOf,
    layout: (text, features) => (shaper ??= keepCodePoints(create(bytes))).layout(text, features),
    include: (glyph, advance) => {
      const number = subset.include(glyph);
      widths[number] = advance;
      return number;
    },
    embed: (tables) => {
      const dictionary = document.ref();
      finalize = () => {
        const fontFile = document.ref();
        fontFile.end(subset.bytes());
        end(document, dictionary, { id, font, scale, widths, fontFile, tables });
      };
      return dictionary;
    },
  };
}

interface Ended {
  readonly id: string;
  readonly font: TrueType;
  readonly scale: number;
  readonly widths: readonly number[];
  readonly fontFile: PdfReference;
  readonly tables: CodeTables;
}

/** Writes the objects of a font (ISO 32000-1, 9.7 and 9.8). */
function end(
  document: PDFDocument,
  dictionary: PdfReference,
  { id, font, scale, widths, fontFile, tables }: Ended,
): void {
  const facts = factsOf(font);
  const name = `${tagOf(id)}+${facts.name}`;
  const descriptor = document.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: flagsOf(facts),
    FontBBox: facts.box.map((side) => side * scale),
    ItalicAngle: facts.italicAngle,
    Ascent: facts.ascent * scale,
    Descent: facts.descent * scale,
    CapHeight: (facts.capHeight === 0 ? facts.ascent : facts.capHeight) * scale,
    XHeight: facts.xHeight * scale,
    StemV: 0,
    FontFile2: fontFile,
  });
  descriptor.end();
  const descendant = document.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    W: [0, widths],
    CIDToGIDMap: 'Identity',
  });
  descendant.end();
  const [toUnicode, encoding] = [tables.toUnicode(), tables.encoding()];
  dictionary.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: encoding,
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  };
  dictionary.end();
}

/** Six letters that tell this subset from others of the same font. */
function tagOf(id: string): string {
  const letters = Array.from({ length: 6 }, (_, index) => (id.charCodeAt(index + 1) || 73) + 17);
  return String.fromCharCode(...letters);
}

/** What kind of font it is (ISO 32000-1, table 123). */
function flagsOf({ isFixedPitch, isItalic, family }: ReturnType<typeof factsOf>): number {
  const symbolic = 1 << 2;
  const serif = family >= 1 && family <= 7 ? 1 << 1 : 0;
  const script = family === 10 ? 1 << 3 : 0;
  return (isFixedPitch ? 1 : 0) | serif | symbolic | script | (isItalic ? 1 << 6 : 0);
}
