/** Base64 inside a text → what it gives away when it is read: the credentials of a registry, a key in PEM, a whole body. */
import type { Find } from './find.js';

/** Shorter ones say too little to hold a name and a secret. */
const SHORTEST = 24;
/** Beyond this it is a file, and not read. */
const LARGEST = 1_000_000;

/** By character, whether it is a digit of base64 or base64url. */
const DIGITS = new Uint8Array(128);
/** By character, whether it is a digit of base64 whose highest bit is 0. */
const LOW_DIGITS = new Uint8Array(128);
for (const digit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-') {
  DIGITS[digit.charCodeAt(0)] = 1;
  if (/[A-Za-f]/.test(digit)) LOW_DIGITS[digit.charCodeAt(0)] = 1;
}

/** A text in base64, and where it stands. */
export interface EncodedText {
  readonly start: number;
  readonly end: number;
  readonly read: string;
}

/** Whatever in a text reads as text in base64. */
export function* textsInBase64(text: string): Generator<EncodedText> {
  for (let run = nextRun(text, 0); run !== undefined; run = nextRun(text, run.end)) {
    const { start, end } = run;
    const read = decoded(text, start, end);
    if (read !== undefined) yield { start, end: endWithSigns(text, end), read };
  }
}

/** Each text in base64 that holds a secret, whole; and the secrets in it, of no place of their own. */
export function findInBase64(text: string, find: (text: string) => readonly Find[]): readonly Find[] {
  const finds: Find[] = [];
  for (const { start, end, read } of textsInBase64(text)) {
    const inside = find(read);
    const [first] = inside;
    if (first === undefined) continue;
    finds.push({ rule: first.rule, name: first.name, start, end });
    for (const one of inside) {
      finds.push({ ...one, start, end: start, value: one.value ?? read.slice(one.start, one.end) });
    }
  }
  return finds;
}

/**
 * The next run of digits that is long enough, from `from` on, where none may begin before. Only one character in so many has to be looked
 * at, for a run that is long enough has a digit at one of them.
 */
function nextRun(text: string, from: number): { readonly start: number; readonly end: number } | undefined {
  const { length } = text;
  for (let at = from + SHORTEST - 1; at < length; at += SHORTEST) {
    if (!isDigit(text, at)) continue;
    let start = at;
    while (start > from && isDigit(text, start - 1)) start--;
    let end = at + 1;
    while (end < length && isDigit(text, end)) end++;
    if (end - start >= SHORTEST) return { start, end };
    at = end;
  }
  return undefined;
}

function isDigit(text: string, at: number): boolean {
  return DIGITS[text.charCodeAt(at)] === 1;
}

/** The signs that fill up the last digits are a part of it. */
function endWithSigns(text: string, end: number): number {
  return text.startsWith('==', end) ? end + 2 : text.startsWith('=', end) ? end + 1 : end;
}

/** Undefined for what is no text in base64. */
export function decoded(text: string, start = 0, end = text.length): string | undefined {
  if (end - start > LARGEST || !mayBeText(text, start, Math.min(end, start + SHORTEST))) return undefined;
  const encoded = text.slice(start, end);
  if (!isText(encoded.slice(0, SHORTEST))) return undefined;
  if (!isText(encoded)) return undefined;
  const read = Buffer.from(encoded, 'base64').toString('utf8');
  return read.includes('\uFFFD') ? undefined : read;
}

/** The highest bit of a letter is 0, and three of them are four digits. Most words and addresses are done with here. */
function mayBeText(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 4) if (LOW_DIGITS[text.charCodeAt(at)] !== 1) return false;
  return true;
}

/** No control characters, so that chance hardly ever reads so. */
function isText(encoded: string): boolean {
  return /^[\t\n\r\x20-\x7E\x80-\xFF]+$/.test(Buffer.from(encoded, 'base64').toString('latin1'));
}
