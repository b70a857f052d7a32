/** Secrets → a search for all of them at once, whose cost grows with the text and not with the number of secrets. */
import type { Secret, Span } from './secret-book.js';
import { variantsOf } from './variants.js';
import { LONG } from './worth-masking.js';

/** Finds secrets in texts. */
export interface Matcher {
  /** The secret that the whole text is, in any of its forms. */
  readonly whole: (text: string) => Secret | undefined;
  /** Every place inside the text, in no particular order; places may overlap. */
  readonly inside: (text: string) => readonly Span[];
}

interface Pattern {
  readonly text: string;
  readonly secret: Secret;
}

/**
 * Rabin-Karp over the first eight code units of every form: one rolling hash along the text, whatever is looked for. A
 * regular expression of many alternatives tries them one after another, and one of long keys does not compile.
 */
export function matcherOf(secrets: Iterable<Secret>): Matcher {
  const wholes = new Map<string, Secret>();
  const shorts = new Map<string, Secret>();
  const buckets = new Map<number, Pattern[]>();
  const filter = new Uint8Array(FILTER);
  for (const secret of secrets) {
    for (const text of variantsOf(secret.value)) {
      if (text === '') continue;
      if (!wholes.has(text)) wholes.set(text, secret);
      if (text.length < LONG) {
        shorts.set(text, secret);
        continue;
      }
      const hash = hashOf(text);
      filter[hash >>> FILTER_SHIFT] = 1;
      const bucket = buckets.get(hash);
      if (bucket === undefined) buckets.set(hash, [{ text, secret }]);
      else bucket.push({ text, secret });
    }
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => b.text.length - a.text.length);
  const longestShort = Math.max(0, ...Array.from(shorts.keys(), (text) => text.length));

  return {
    whole: (text) => wholes.get(text) ?? wholes.get(text.trim()),
    inside: (text) => [
      ...(buckets.size === 0 ? [] : rolled(text, buckets, filter)),
      ...(shorts.size === 0 ? [] : quoted(text, shorts, longestShort)),
    ],
  };
}

const BASE = 0x01000193;
/** BASE to the power of LONG: what the code unit that leaves the window had been multiplied with. */
const OUT = Array.from({ length: LONG }).reduce<number>((power) => Math.imul(power, BASE), 1);
const FILTER = 1 << 16;
const FILTER_SHIFT = 16;

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < LONG; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

function rolled(text: string, buckets: ReadonlyMap<number, readonly Pattern[]>, filter: Uint8Array): readonly Span[] {
  const spans: Span[] = [];
  if (text.length < LONG) return spans;
  let hash = hashOf(text);
  for (let end = LONG; ; end++) {
    if (filter[hash >>> FILTER_SHIFT] === 1) {
      const start = end - LONG;
      const found = buckets.get(hash)?.find((pattern) => text.startsWith(pattern.text, start));
      if (found !== undefined) spans.push({ start, end: start + found.text.length, secret: found.secret });
    }
    if (end >= text.length) return spans;
    hash = (Math.imul(hash, BASE) + text.charCodeAt(end) - Math.imul(text.charCodeAt(end - LONG), OUT)) | 0;
  }
}

/** Short secrets as whole values in JSON, or in Python's literals, that a string holds. */
function quoted(text: string, shorts: ReadonlyMap<string, Secret>, longest: number): readonly Span[] {
  const spans: Span[] = [];
  if (!/[[{]/.test(text)) return spans;
  for (const match of text.matchAll(/(?<=["'])[^"'\\]{1,8}(?=\\{0,7}["'])/g)) {
    const secret = match[0].length <= longest ? shorts.get(match[0]) : undefined;
    if (secret !== undefined) spans.push({ start: match.index, end: match.index + match[0].length, secret });
  }
  return spans;
}
