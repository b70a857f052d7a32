/** JSON text at a digit, a minus or a letter → the number or word that stands there. */
import { numeral, type Numeral } from '../json.js';
import { failSyntax, failTruncated, foundAt, type JsonCursor } from './json-cursor.js';
import { messages } from './messages.js';

const MINUS = 45;
const DOT = 46;
const PLUS = 43;
const ZERO = 48;

/** A plain number where it writes itself back digit for digit, else a numeral with the digits as they stand. */
export function readNumber(cursor: JsonCursor): number | Numeral {
  const { text } = cursor;
  const start = cursor.at;
  const negative = text.charCodeAt(start) === MINUS;
  if (negative && text.startsWith('Infinity', start + 1)) return nonFinite(cursor, '-Infinity');

  let i = negative ? start + 1 : start;
  const integerAt = i;
  let value = 0;
  for (; isDigit(text.charCodeAt(i)); i++) value = value * 10 + (text.charCodeAt(i) - ZERO);
  const digits = i - integerAt;
  if (digits === 0) failNumber(cursor, i, negative && 'Infinity'.startsWith(text.slice(i)));
  if (digits > 1 && text.charCodeAt(integerAt) === ZERO) failSyntax(cursor, start, messages.leadingZero());

  const next = text.charCodeAt(i);
  const fraction = next === DOT;
  if (fraction) i = digitsFrom(cursor, i + 1);
  const e = text.charCodeAt(i) | 32;
  const exponent = e === 101;
  if (exponent) {
    const sign = text.charCodeAt(i + 1);
    i = digitsFrom(cursor, sign === MINUS || sign === PLUS ? i + 2 : i + 1);
  }
  cursor.at = i;

  // Up to 15 digits every integer is a double that writes itself back; -0 does not.
  if (!fraction && !exponent && digits <= 15 && (value !== 0 || !negative)) return negative ? -value : value;
  const source = text.slice(start, i);
  const number = Number(source);
  return String(number) === source ? number : numeral(source);
}

/** `true`, `false`, `null`, or Python's `NaN` and `Infinity`, which JSON has not. */
export function readWord(cursor: JsonCursor): boolean | null | Numeral {
  const { text, at } = cursor;
  if (text.startsWith('true', at)) return take(cursor, 4, true);
  if (text.startsWith('false', at)) return take(cursor, 5, false);
  if (text.startsWith('null', at)) return take(cursor, 4, null);
  if (text.startsWith('NaN', at)) return nonFinite(cursor, 'NaN');
  if (text.startsWith('Infinity', at)) return nonFinite(cursor, 'Infinity');
  const rest = text.slice(at, at + 9);
  for (const word of ['true', 'false', 'null', 'NaN', 'Infinity']) {
    if (word.startsWith(rest)) failTruncated(cursor, messages.inWord(rest));
  }
  failSyntax(cursor, at, messages.notAValue(foundAt(text, at), text.slice(at, at + 5)));
}

function take<T>(cursor: JsonCursor, length: number, value: T): T {
  cursor.at += length;
  return value;
}

function nonFinite(cursor: JsonCursor, word: string): Numeral {
  if (cursor.nonFinite === 0) cursor.nonFiniteAt = cursor.at;
  cursor.nonFinite++;
  return take(cursor, word.length, numeral(word));
}

function digitsFrom(cursor: JsonCursor, from: number): number {
  let i = from;
  while (isDigit(cursor.text.charCodeAt(i))) i++;
  if (i === from) failNumber(cursor, i, false);
  return i;
}

function failNumber(cursor: JsonCursor, at: number, partOfWord: boolean): never {
  if (at >= cursor.text.length || partOfWord) failTruncated(cursor, messages.inNumber());
  failSyntax(cursor, at, messages.notADigit(foundAt(cursor.text, at)));
}

function isDigit(c: number): boolean {
  return c >= ZERO && c <= 57;
}
