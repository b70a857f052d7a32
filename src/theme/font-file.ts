/** The bytes of a font file → what is known of it, or why it cannot be embedded. */
import { createHash } from 'node:crypto';
import { ReportError } from '../errors.js';

/** A font of the user's own. */
export interface FontFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Bytes of the largest: all of Chinese, Japanese and Korean fit. */
const MAX_BYTES = 30_000_000;

/** What a file begins with (OpenType 1.9, "Table directory") that is a font of another kind. */
const OTHER_KINDS: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  ttcf: ['a collection of fonts (TTC)', 'Take one font out of it, for one with fontTools: fonttools ttLib.'],
  wOFF: ['a web font (WOFF)', 'Unpack it to TTF or OTF, or take the font from where it has those.'],
  wOF2: ['a web font (WOFF2)', 'Unpack it to TTF or OTF, or take the font from where it has those.'],
};

/**
 * Looks at a TTF or OTF before it is used.
 *
 * @param file Its name, for messages.
 * @throws ReportError `settings` where it is none, or must not be embedded.
 */
export function readFontFile(bytes: Uint8Array, file: string): FontFile {
  const refuse = (message: string, hint: string): never => {
    throw new ReportError('settings', message, { place: { file }, hint });
  };
  if (bytes.length > MAX_BYTES) refuse('The font is larger than 30 MB.', 'Make a subset of it.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = new TextDecoder('latin1').decode(bytes.subarray(0, 4));
  const other = OTHER_KINDS[kind];
  if (other) refuse(`This is ${other[0]}, which cannot be embedded.`, other[1]);
  if (kind !== '\0\u0001\0\0' && kind !== 'true' && kind !== 'OTTO')
    refuse('This is not a font.', 'Name a TTF or an OTF.');
  const tables = tablesOf(view);
  if (
    !['cmap', 'head', 'hhea', 'hmtx', 'maxp'].every((name) => tables.has(name)) ||
    !(tables.has('glyf') || tables.has('CFF '))
  ) {
    refuse('The font is not whole, or of a kind that cannot be embedded.', 'Name a TTF or an OTF with outlines.');
  }
  if (tables.has('fvar')) refuse('This is a variable font.', 'Take a static font of the weight that you want.');
  const rights = tables.get('OS/2');
  if (rights !== undefined) {
    const forbidden = forbiddenBy(view.getUint16(rights + 8));
    if (forbidden !== null) {
      refuse(
        `The licence of the font forbids to embed ${forbidden} (OS/2 fsType).`,
        'Take another font, or ask its maker for one that may be embedded.',
      );
    }
  }
  return { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Where each table begins. One that does not fit into the file is not there. */
function tablesOf(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  const count = view.byteLength < 12 ? 0 : view.getUint16(4);
  for (let at = 12; at < 12 + count * 16 && at + 16 <= view.byteLength; at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (offset + length <= view.byteLength) tables.set(name, offset);
  }
  return tables;
}

/** What a font's maker does not allow (OpenType 1.9, OS/2 table, fsType); null where subsets may be embedded. */
function forbiddenBy(type: number): string | null {
  // Bits 0 to 3 are one number; where fonts of old set several of them, the mildest counts.
  if ((type & 0x000f) === 0x0002) return 'it';
  if ((type & 0x0100) !== 0) return 'a subset of it';
  return (type & 0x0200) === 0 ? null : 'its outlines';
}
