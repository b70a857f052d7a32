/** Embeds a font of the user's own by PDFKit, which reads every kind of them. */
import type PDFDocument from 'pdfkit';
import { keepCodePoints, type EmbeddedFont } from './embedded-font.js';

const SPACE = 0x20;

/** Opens a font of the user. Throws what fontkit throws at a file that it cannot read. */
export function ownFont(document: PDFDocument, name: string, bytes: Uint8Array): EmbeddedFont {
  // Registered under its name first: given as the second argument of `font`, a name is looked for inside a collection.
  document.registerFont(name, bytes).font(name);
  const pdf = document._font;
  const { font, scale } = pdf;
  // Tables are read when they are first asked for: these are, for every text.
  const characters = font._cmapProcessor;
  characters.lookup(SPACE);
  const { metrics } = font.hmtx;
  metrics.get(0);
  keepCodePoints(font);
  return {
    id: pdf.id,
    scale,
    glyphOf: (codePoint) => characters.lookup(codePoint),
    // A font of one width lists it once, for all glyphs from there on.
    advanceOf: (glyph) => metrics.get(Math.min(glyph, metrics.length - 1)).advance,
    layout: (text, features) => font.layout(text, features),
    include: (glyph, advance) => {
      const number = pdf.subset.includeGlyph(glyph);
      pdf.widths[number] = advance;
      return number;
    },
    embed: ({ toUnicode, encoding }) => {
      const dictionary = pdf.ref();
      // PDFKit gives two bytes to every glyph, and the code is the glyph.
      pdf.toUnicodeCmap = toUnicode;
      const end = dictionary.end.bind(dictionary);
      dictionary.end = () => {
        dictionary.data['Encoding'] = encoding();
        end();
      };
      return dictionary;
    },
  };
}
