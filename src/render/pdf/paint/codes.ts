/**
 * The codes of an embedded font. ASCII has its own codes, a byte each, and all else two bytes from 8000: so pages hold their
 * words as they are, which is short and packs well. The file says what the codes are by two tables (ISO 32000-1, 9.7.5 and
 * 9.10.3): from codes to glyphs, and from codes to text.
 */
import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import type { EmbeddedFont } from './embedded-font.js';

/** The first code of two bytes. */
const TWO_BYTES = 0x8000;
/** The most entries that a section of such a table may have. */
const SECTION = 100;

export interface Codes {
  /**
   * The code of a glyph that stands for a text, as it is written in a string; `advance` in thousandths of the size. A glyph
   * that stands for two texts (a space and one that does not break, letters that differ only in their dots) has a code for
   * each, so that what is copied is what was written.
   */
  of(glyph: number, points: readonly number[], advance: number): string;
  /** Has the font embedded with the tables of its codes; gives its object. To be called once. */
  dictionary(): PdfReference;
}

interface Code {
  readonly code: number;
  readonly string: string;
  /** In the embedded font. */
  readonly glyph: number;
  readonly points: readonly number[];
}

/** The codes of a font, which is embedded with the tables of them at the end. */
export function createCodes(document: PDFDocument, font: EmbeddedFont): Codes {
  const known = new Map<string, Code>();
  let next = TWO_BYTES;
  return {
    of: (glyph, points, advance) => {
      const key = `${String(glyph)}:${points.join(' ')}`;
      const found = known.get(key);
      if (found !== undefined) return found.string;
      const embedded = font.include(glyph, advance);
      const [point = 0] = points;
      const ascii = points.length === 1 && point >= 0x20 && point < 0x7f;
      const code = ascii ? point : next++;
      const string = stringOf(code);
      known.set(key, { code, string, glyph: embedded, points });
      return string;
    },
    dictionary: () =>
      font.embed({
        toUnicode: () => table(document, unicodeTable([...known.values()]), {}),
        encoding: () =>
          table(document, glyphTable([...known.values()]), {
            Type: 'CMap',
            CMapName: 'Codes',
            CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
          }),
      }),
  };
}

/** A code within a string. Parentheses, reverse solidi and line ends would be taken for something else. */
function stringOf(code: number): string {
  const bytes = code < TWO_BYTES ? [code] : [code >> 8, code & 0xff];
  return bytes
    .map((byte) => String.fromCharCode(byte))
    .join('')
    .replace(/[()\\]/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n');
}

function table(document: PDFDocument, text: string, dictionary: Record<string, unknown>): PdfReference {
  const reference = document.ref(dictionary);
  reference.end(text);
  return reference;
}

function glyphTable(codes: readonly Code[]): string {
  const entries = codes.map(({ code, glyph }) => `<${hex(code)}> ${String(glyph)}`);
  return cmap('Codes', 'Identity', sections('cidchar', entries));
}

function unicodeTable(codes: readonly Code[]): string {
  const ascii = codes.some(({ code }) => code < TWO_BYTES) ? ['<20> <7e> <0020>'] : [];
  const entries = codes
    .filter(({ code }) => code >= TWO_BYTES)
    .map(({ code, points }) => `<${hex(code)}> <${points.map((point) => utf16Digits(point)).join('')}>`);
  return cmap('Unicode', 'UCS', [...sections('bfrange', ascii), ...sections('bfchar', entries)]);
}

function cmap(name: string, ordering: string, body: readonly string[]): string {
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    `/CIDSystemInfo <</Registry (Adobe) /Ordering (${ordering}) /Supplement 0>> def`,
    `/CMapName /${name} def`,
    `/CMapType ${name === 'Unicode' ? '2' : '1'} def`,
    '/WMode 0 def',
    '2 begincodespacerange',
    '<00> <7f>',
    '<8000> <ffff>',
    'endcodespacerange',
    ...body,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function sections(kind: string, entries: readonly string[]): readonly string[] {
  const written: string[] = [];
  for (let at = 0; at < entries.length; at += SECTION) {
    const some = entries.slice(at, at + SECTION);
    written.push(`${String(some.length)} begin${kind}`, ...some, `end${kind}`);
  }
  return written;
}

function hex(code: number): string {
  return code.toString(16).padStart(code < TWO_BYTES ? 2 : 4, '0');
}

function utf16Digits(point: number): string {
  const text = String.fromCodePoint(point);
  let digits = '';
  for (let i = 0; i < text.length; i++) digits += text.charCodeAt(i).toString(16).padStart(4, '0');
  return digits;
}
