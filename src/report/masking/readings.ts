/**
 * A text → what it says once its escapes are read, and where each part of that stands in the text. One reading knows the
 * escapes of JSON, Python, shells, HTML and addresses together, so that whoever wrote a secret down, however many of its
 * characters they escaped and in which digits, it reads the same.
 */

/** A text as it is, or with its escapes read. */
export interface Reading {
  readonly text: string;
  /** Where a part of {@link text}, from `start` up to and not including `end`, stands in the text that was read. */
  readonly sourceOf: (start: number, end: number) => readonly [start: number, end: number];
}

/** How often escapes are read: JSON in JSON in JSON, in an address. */
const LEVELS = 6;

/**
 * Backslash and digits or a mark (JSON, Python, C, shells, regular expressions); percent and two digits (RFC 3986);
 * character references (HTML); the quote that a shell needs inside quotes; the line ends that MIME puts into base64; the colours of
 * a terminal (ECMA-48) and characters without width, which nobody sees.
 */
const ESCAPE =
  /\\(?:u\{[\da-fA-F]{1,6}\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-3][0-7]{2}|[bfnrtv0_]|\W)|%[\da-fA-F]{2}|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|amp|lt|gt|quot|apos|nbsp);|'(?:\\'|"'")'|\x1b\[[\d;:?]{0,40}[A-Za-z]|[\u00AD\u200B-\u200D\u2060\uFEFF]|\r?\n(?=(?:[A-Za-z\d+/]{4}){0,19}(?:[A-Za-z\d+/]{2}[A-Za-z\d+/=]=|[A-Za-z\d+/]{4})(?![\w+/=]))(?<=(?<![\w+/])(?:[A-Za-z\d+/]{60}|[A-Za-z\d+/]{64}|[A-Za-z\d+/]{76})\r?\n)/y;

/** By character, whether it begins one of them. */
const BEGINS = new Uint8Array(128);
for (const begin of `\\%&'\r\n\x1B`) BEGINS[begin.charCodeAt(0)] = 1;
const RETURN = 13;
const NEWLINE = 10;
/** By character, whether it is a digit of base64. */
const DIGITS = new Uint8Array(128);
for (const digit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') DIGITS[digit.charCodeAt(0)] = 1;
/** Digits in a line. */
const SHORTEST_LINE = 60;

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '0': '\0' };
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00a0',
};

/** The text itself, then each reading that differs from the one before it. */
export function readingsOf(text: string): readonly Reading[] {
  const readings: Reading[] = [{ text, sourceOf: (start, end) => [start, end] }];
  for (let level = 0, from = readings[0]; level < LEVELS && from !== undefined; level++) {
    const read = unescapeText(from.text);
    if (read === from.text) break;
    from = readingOf(read, from, escapesOf);
    readings.push(from);
  }
  return readings;
}

/** A break of a line with what continues it and what the next line is indented by; and what nobody sees. */
const BREAK = /\\?\r?\n[ \t]{0,200}|\x1b\[[\d;:?]{0,40}[A-Za-z]|[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** The text without breaks of lines, where a terminal, a folded value of YAML or MIME broke a long word; escapes stay. */
export function unbroken(reading: Reading): Reading | undefined {
  const { text } = reading;
  if (!/[\n\x1B\u00AD\u200B-\u200D\u2060\uFEFF]/.test(text)) return undefined;
  return readingOf(text.replace(BREAK, ''), reading, breaksOf);
}

function* breaksOf(text: string): Generator<Escape> {
  for (const { index, 0: found } of text.matchAll(BREAK)) {
    yield { start: index, end: index + found.length, meaning: '' };
  }
}

/** False for a text that has no other reading. */
export function mayBeEscaped(text: string): boolean {
  return /[\\%&\n\x1B\u00AD\u200B-\u200D\u2060\uFEFF]|'"'/.test(text);
}

/** The text with its escapes read once. */
export function unescapeText(text: string): string {
  if (!mayBeEscaped(text)) return text;
  let read = '';
  let from = 0;
  for (const { start, end, meaning } of escapesOf(text)) {
    read += text.slice(from, start) + meaning;
    from = end;
  }
  return from === 0 ? text : read + text.slice(from);
}

/** Where an escape may begin, from `from` on; -1 where none does. Nearly no character of a text is one of these. */
function nextBegin(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (
      code > 127
        ? isUnseen(code)
        : BEGINS[code] === 1 && ((code !== RETURN && code !== NEWLINE) || mayBeFolded(text, at))
    )
      return at;
  }
  return -1;
}

function isUnseen(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

/** Whether the line that ends there may be of base64 that MIME folded; its digits are counted by {@link ESCAPE}. */
function mayBeFolded(text: string, end: number): boolean {
  for (let back = 1; back <= SHORTEST_LINE; back++) if (DIGITS[text.charCodeAt(end - back)] !== 1) return false;
  return true;
}

interface Escape {
  readonly start: number;
  readonly end: number;
  readonly meaning: string;
}

function* escapesOf(text: string): Generator<Escape> {
  const pattern = new RegExp(ESCAPE);
  for (let start = nextBegin(text, 0); start !== -1;) {
    pattern.lastIndex = start;
    const escape = pattern.exec(text)?.[0];
    if (escape === undefined) {
      start = nextBegin(text, start + 1);
      continue;
    }
    const byte = byteOf(escape);
    const sequence = byte === undefined || byte < 0xc2 ? undefined : sequenceOf(text, start, escape.length, byte);
    const read = sequence ?? { start, end: pattern.lastIndex, meaning: meaningOf(escape, byte) };
    yield read;
    start = nextBegin(text, read.end);
  }
}

/** The byte that `\x41`, `\101` or `%41` stands for. */
function byteOf(escape: string): number | undefined {
  if (escape.startsWith('%')) return Number.parseInt(escape.slice(1), 16);
  if (escape.length !== 4 || !escape.startsWith('\\')) return undefined;
  return escape.charAt(1) === 'x' ? Number.parseInt(escape.slice(2), 16) : Number.parseInt(escape.slice(1), 8);
}

/** A character of several bytes in UTF-8, each of them escaped; undefined where they are none. */
function sequenceOf(text: string, start: number, width: number, lead: number): Escape | undefined {
  const count = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const bytes = Array.from({ length: count }, (_, i) => byteOf(text.slice(start + i * width, start + (i + 1) * width)));
  if (bytes.some((byte, i) => byte === undefined || Number.isNaN(byte) || (i > 0 && byte >> 6 !== 2))) return undefined;
  const meaning = Buffer.from(bytes as number[]).toString('utf8');
  return meaning.includes('\uFFFD') ? undefined : { start, end: start + count * width, meaning };
}

function meaningOf(escape: string, byte: number | undefined): string {
  if (byte !== undefined) return String.fromCharCode(byte);
  if (escape.startsWith('\\')) {
    const letter = escape.charAt(1);
    if (escape.length > 2) return character(escape.replace(/[^\da-f]/gi, ''), 16);
    return LETTERS[letter] ?? letter;
  }
  if (escape.startsWith("'")) return "'";
  if (!/^[&]/.test(escape)) return '';
  const number = /^&#(x?)(\w+);$/i.exec(escape);
  return number ? character(number[2] ?? '', number[1] === '' ? 10 : 16) : (REFERENCES[escape] ?? escape);
}

function character(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** Where things stand is worked out when somebody asks: most texts hold nothing that is looked for. */
function readingOf(text: string, from: Reading, escapesIn: (text: string) => Iterable<Escape>): Reading {
  let table: { readonly starts: number[]; readonly escapes: Escape[] } | undefined;
  const build = (): NonNullable<typeof table> => {
    const starts: number[] = [];
    const escapes: Escape[] = [];
    let shift = 0;
    for (const escape of escapesIn(from.text)) {
      starts.push(escape.start - shift);
      escapes.push(escape);
      shift += escape.end - escape.start - escape.meaning.length;
    }
    return { starts, escapes };
  };
  return {
    text,
    sourceOf(start, end) {
      table ??= build();
      return from.sourceOf(place(table, start, false), place(table, end, true));
    },
  };
}

function place(
  { starts, escapes }: { readonly starts: readonly number[]; readonly escapes: readonly Escape[] },
  at: number,
  isEnd: boolean,
): number {
  let low = 0;
  let high = starts.length;
  // The first escape that begins at or after the place: of those before it, the last one counts.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < at || (!isEnd && starts[middle] === at)) low = middle + 1;
    else high = middle;
  }
  const escape = escapes[low - 1];
  const start = starts[low - 1];
  if (escape === undefined || start === undefined) return at;
  const after = at - start - escape.meaning.length;
  return after >= 0 ? escape.end + after : isEnd ? escape.end : escape.start;
}
