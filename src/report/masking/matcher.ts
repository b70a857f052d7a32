/** Secrets → a search for all of them at once, whose cost grows with the text and not with the number of secrets. */
import type { Form } from './base64.js';
import type { Secret, Span } from './secret-book.js';
import { agreement, partsOf, type Part } from './parts.js';
import { variantsOf } from './variants.js';
import { isNoWord, LONG, SHORT } from './worth-masking.js';

/** Finds secrets in texts. */
export interface Matcher {
  /** The secret that the whole text is, in any of its forms. */
  readonly whole: (text: string) => Secret | undefined;
  /** Every place inside the text, in no particular order; places may overlap. */
  readonly inside: (text: string) => readonly Span[];
}

interface Pattern extends Form {
  readonly secret: Secret;
  /** What must not stand right before and after it: "hunter2" is not in "hunter21", nor 482193 in 4821930. */
  readonly apart?: RegExp;
  /** Set for a part of the secret. */
  readonly part?: Part;
}

/**
 * Secrets of eight characters or more are found anywhere, and so are parts of those that were drawn by chance; those of five or more
 * apart from letters and digits if they are no word, and what a person's own rule names; shorter ones as values.
 */
export function matcherOf(secrets: Iterable<Secret>): Matcher {
  const wholes = new Map<string, Secret>();
  const shorts = new Map<string, Secret>();
  const long = new Map<string, Pattern>();
  const apart = new Map<string, Pattern>();
  for (const secret of secrets) {
    for (const form of variantsOf(secret.value)) {
      const { text } = form;
      if (!wholes.has(text)) wholes.set(text, secret);
      if (text.length >= LONG) {
        if (!long.has(text)) long.set(text, { ...form, secret, ...(/\D/.test(text) ? {} : { apart: /\d/ }) });
        continue;
      }
      if (secret.rule === 'own-rule' || (text.length >= SHORT && isNoWord(text)))
        apart.set(text, { ...form, secret, apart: /[A-Za-z\d]/ });
      shorts.set(text, secret);
    }
    for (const part of partsOf(secret)) {
      const { text } = part;
      if (!long.has(text)) long.set(text, { text, before: 0, after: 0, secret, part });
    }
  }
  const searches = [
    ...(long.size === 0 ? [] : [searchFor(long, LONG)]),
    ...(apart.size === 0 ? [] : [searchFor(apart, Math.min(SHORT, shortest(apart)))]),
    ...(shorts.size === 0 ? [] : [(text: string) => quoted(text, shorts)]),
  ];
  return {
    whole: (text) => wholes.get(text) ?? wholes.get(text.trim()),
    inside: (text) => (searches.length === 1 ? searches[0]?.(text) : undefined) ?? searches.flatMap((one) => one(text)),
  };
}

function shortest(patterns: ReadonlyMap<string, Pattern>): number {
  let length = Infinity;
  for (const text of patterns.keys()) length = Math.min(length, text.length);
  return length;
}

const BASE = 0x01000193;

/**
 * Rabin-Karp over the last code units of every form: one rolling hash along the text, whatever is looked for. The last ones,
 * because tokens and addresses of one kind begin alike. A regular expression of many alternatives tries them one after
 * another, and one of long keys does not compile.
 */
function searchFor(patterns: ReadonlyMap<string, Pattern>, window: number): (text: string) => readonly Span[] {
  const bits = Math.min(22, Math.max(16, Math.ceil(Math.log2(patterns.size * 32))));
  const shift = 32 - bits;
  const filter = new Uint8Array(1 << bits);
  /** By hash, the lengths of the forms that end so, the longest first. */
  const lengths = new Map<number, number[]>();
  for (const { text } of patterns.values()) {
    const hash = hashOf(text, text.length - window, text.length);
    filter[hash >>> shift] = 1;
    const known = lengths.get(hash);
    if (known === undefined) lengths.set(hash, [text.length]);
    else if (!known.includes(text.length)) known.push(text.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  /** BASE to the power of the window: what the code unit that leaves it had been multiplied with. */
  const out = Array.from({ length: window }).reduce<number>((power) => Math.imul(power, BASE), 1);

  return (text) => {
    const spans: Span[] = [];
    if (text.length < window) return spans;
    let hash = hashOf(text, 0, window);
    for (let end = window; ; end++) {
      if (filter[hash >>> shift] === 1) {
        for (const length of lengths.get(hash) ?? []) {
          const pattern = length > end ? undefined : patterns.get(text.slice(end - length, end));
          if (pattern === undefined || touches(pattern.apart, text, end - length, end)) continue;
          spans.push(spanOf(pattern, text, end - length, end));
          break;
        }
      }
      if (end >= text.length) return spans;
      hash = (Math.imul(hash, BASE) + text.charCodeAt(end) - Math.imul(text.charCodeAt(end - window), out)) | 0;
    }
  };
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

function touches(apart: RegExp | undefined, text: string, start: number, end: number): boolean {
  return apart !== undefined && (apart.test(text.charAt(start - 1)) || apart.test(text.charAt(end)));
}

function spanOf({ secret, before, after, part }: Pattern, text: string, start: number, end: number): Span {
  if (part !== undefined) {
    const [from, to] = agreement(text, start, part);
    return { start: from, end: to, secret };
  }
  const digit = (at: number): boolean => /[\w+/-]/.test(text.charAt(at));
  return {
    start: before === 1 && digit(start - 1) ? start - 1 : start,
    end: after === 1 && digit(end) ? end + 1 : end,
    secret,
  };
}

/** Short secrets as whole values in JSON, or in Python's literals, that a string holds. */
function quoted(text: string, shorts: ReadonlyMap<string, Secret>): readonly Span[] {
  const spans: Span[] = [];
  if (!/[[{]/.test(text)) return spans;
  for (const match of text.matchAll(/(?<=["'])[^"'\\]{1,8}(?=\\{0,7}["'])/g)) {
    const secret = shorts.get(match[0]);
    if (secret !== undefined) spans.push({ start: match.index, end: match.index + match[0].length, secret });
  }
  return spans;
}
