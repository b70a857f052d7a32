/** JSON text at an opening quote → the string. */
import { failSyntax, failTruncated, characterAt, lineOf, type JsonCursor } from './json-cursor.js';
import { ownText } from '../own-text.js';
import { messages } from './messages.js';

const QUOTE = 34;
const BACKSLASH = 92;
const LF = 10;
const CR = 13;
/** From a text of more code units strings are copied: it can go when it is read, and they take a byte a character where that is enough. */
const LONG = 8_000_000;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads the string that begins at the cursor. Escaped lone surrogates are kept as they are, since Python writes them for
 * undecodable bytes. Control characters that JSON wants escaped are let through, but line breaks: those mean that a
 * closing quote is missing.
 *
 * The result may be a slice that holds on to the whole text, unless that is long; who keeps a few strings of many files should
 * copy them.
 */
export function readString(cursor: JsonCursor): string {
  const { text } = cursor;
  const open = cursor.at;
  let escaped = false;
  for (let i = open + 1; ; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      cursor.at = i + 1;
      if (escaped) return unescaped(cursor, open, i);
      const cut = text.slice(open + 1, i);
      return text.length > LONG ? ownText(cut) : cut;
    }
    if (c === BACKSLASH) {
      escaped = true;
      i++;
    } else if (c === LF || c === CR) {
      unescaped(cursor, open, i);
      failSyntax(cursor, open, messages.stringNotClosed());
    } else if (c !== c) {
      // charCodeAt gives NaN past the end, and only there.
      failTruncated(cursor, messages.inString(lineOf(cursor, open)));
    }
  }
}

const KEY_CACHE = 1024;
const recentKeys: string[] = new Array<string>(KEY_CACHE).fill('');

/**
 * Reads a key as {@link readString} does. A journal has few different keys and repeats them endlessly: one that was read
 * before is taken from a small table instead of being cut out and hashed by the engine again.
 */
export function readKeyString(cursor: JsonCursor): string {
  const { text } = cursor;
  const from = cursor.at + 1;
  let hash = 0;
  for (let i = from; i < from + 40; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const slot = hash & (KEY_CACHE - 1);
      let key = recentKeys[slot] ?? '';
      if (key.length !== i - from || !text.startsWith(key, from)) {
        key = text.slice(from, i);
        // A copy by way of a property name: the slice would keep this file's text alive for as long as the table lives.
        key = Object.keys({ [key]: 0 })[0] ?? key;
        recentKeys[slot] = key;
      }
      cursor.at = i + 1;
      return key;
    }
    if (c === BACKSLASH || c < 32 || c !== c) break;
    hash = (Math.imul(hash, 31) + c) | 0;
  }
  return readString(cursor);
}

/** The string between two quotes that has escapes in it. */
function unescaped(cursor: JsonCursor, open: number, end: number): string {
  const { text } = cursor;
  try {
    const read: unknown = JSON.parse(text.slice(open, end + 1));
    if (typeof read === 'string') return read;
  } catch {
    // Raw control characters, which are let through, or an escape that is none, which the slow way names.
  }
  let read = '';
  for (let i = open + 1; i < end; i++) {
    if (text.charCodeAt(i) !== BACKSLASH) {
      read += text.charAt(i);
      continue;
    }
    const letter = text.charAt(i + 1);
    if (letter === 'u') {
      read += String.fromCharCode(readUnicode(cursor, i));
      i += 5;
    } else {
      const plain = ESCAPES[letter];
      if (plain === undefined) failSyntax(cursor, i, messages.badEscape(characterAt(text, i + 1)));
      read += plain;
      i += 1;
    }
  }
  return read;
}

function readUnicode(cursor: JsonCursor, backslash: number): number {
  const { text } = cursor;
  let unit = 0;
  for (let i = backslash + 2; i < backslash + 6; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit < 0) failSyntax(cursor, backslash, messages.badUnicodeEscape(characterAt(text, i)));
    unit = unit * 16 + digit;
  }
  return unit;
}

function hexDigit(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  const lower = c | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
