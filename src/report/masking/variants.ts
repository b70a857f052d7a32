/**
 * A secret → the forms in which other programs write it down. A form more is a line more. Escapes are not among them: texts
 * are searched with their escapes read (`readings.ts`), and a secret that holds escapes itself is looked for so too.
 */
import { inBase64, type Form } from './base64.js';
import { unescapeText } from './readings.js';
import { LONG, looksDrawn, looksRandom } from './worth-masking.js';

/** Larger ones are looked for in the forms that programs write large texts in. */
const LARGEST = 4096;

/** The plain form first, and no form twice. */
export function variantsOf(secret: string): readonly Form[] {
  const plain = secret.trim();
  const forms = new Map<string, Form>();
  const add = (...texts: readonly string[]): void => {
    for (const text of texts) if (text !== '' && !forms.has(text)) forms.set(text, { text, before: 0, after: 0 });
  };
  add(secret, plain);
  for (const form of [...forms.keys()]) add(...readAgain(form));
  // Forms of addresses; quotes doubled, as in CSV, SQL and YAML; quotes in a shell's quotes.
  add(plain.replaceAll(' ', '+'), plain.replaceAll('"', '""'));
  add(...["''", "'\\''", `'"'"'`].map((quote) => plain.replaceAll("'", quote)));
  if (looksDrawn(plain) || plain.length >= 2 * LONG) add(plain.toLowerCase(), plain.toUpperCase());
  add(...linesOf(plain));
  const utf8 = Buffer.from(plain);
  const encoded = utf8.toString('base64');
  add(encoded, encoded.replace(/=+$/, ''), utf8.toString('base64url'));
  if (utf8.length >= LONG / 2) {
    const hex = utf8.toString('hex');
    add(hex, hex.toUpperCase());
  }
  if (plain.length >= LONG && plain.length <= LARGEST)
    add(...inNumbers(utf8), inBase32(utf8), ...inMail(plain), ...inOtherCharacters(plain, utf8));
  for (const form of inBase64(plain)) if (form.text.length >= LONG && !forms.has(form.text)) forms.set(form.text, form);
  return [...forms.values()];
}

/** Hexadecimal digits with separators, and the lists of Python and Go. */
function inNumbers(bytes: Buffer): readonly string[] {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const small = [':', ' '].map((separator) => digits.join(separator));
  const lists = [
    Array.from(bytes, String),
    Array.from(bytes, (byte) => `0x${byte.toString(16)}`),
    digits.map((two) => `0x${two}`),
  ];
  return [
    ...small,
    ...small.map((text) => text.toUpperCase()),
    ...lists.flatMap((list) => [list.join(', '), list.join(',')]),
  ];
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without what the last bits share with the characters that fill up. */
function inBase32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32.charAt((held >>> (bits - 5)) & 31);
  }
  return bits === 0 ? text : text + BASE32.charAt((held << (5 - bits)) & 31);
}

/** Quoted-printable (RFC 2045), and as the headers of mail have it (RFC 2047). */
function inMail(text: string): readonly string[] {
  const quoted = (kept: RegExp): string =>
    Array.from(text, (character) =>
      kept.test(character)
        ? character
        : Array.from(Buffer.from(character), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    ).join('');
  return [quoted(/[ -<>-~]/), quoted(/[A-Za-z\d ]/).replaceAll(' ', '_')];
}

/** In other code points that look alike (Unicode Standard Annex 15), and in UTF-8 that was read as Latin-1. */
function inOtherCharacters(text: string, utf8: Buffer): readonly string[] {
  const wide = text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  return [
    wide,
    ...(/[^\x00-\x7F]/.test(text) ? [text.normalize('NFC'), text.normalize('NFD'), utf8.toString('latin1')] : []),
  ];
}

/** As it reads once, and twice, its own escapes are read. */
function readAgain(text: string): readonly string[] {
  const once = unescapeText(text);
  return once === text ? [] : [once, unescapeText(once)];
}

/** Of a key in many lines each line: programs indent, quote and cut. */
function linesOf(text: string): readonly string[] {
  return text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length >= 16 && looksRandom(line))
    : [];
}
