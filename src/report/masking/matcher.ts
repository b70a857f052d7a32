/** Secrets → a search for all of them at once, whose cost grows with the text and not with the number of secrets. */
import type { Form } from './base64.js';
import { formTable, type FormTable, type SoughtForm } from './form-table.js';
import { eachSought, hashOf, soughtOf } from './rolling-hash.js';
import type { Secret, Span } from './secret-book.js';
import { agreement, partsOf } from './parts.js';
import { variantsOf } from './variants.js';
import { isNoWord, LONG, SHORT } from './worth-masking.js';

/** Finds secrets in texts. */
export interface Matcher {
  /** The secret that the whole text is, in any of its forms. */
  readonly whole: (text: string) => Secret | undefined;
  /** Every place inside the text, in no particular order; places may overlap. */
  readonly inside: (text: string) => readonly Span[];
}

/** A short form, which has to stand by itself. */
interface Pattern extends Form {
  readonly secret: Secret;
}

/**
 * Secrets of eight characters or more are found anywhere, and so are parts of those that were drawn by chance; those of five or more
 * apart from letters and digits if they are no word, and what a person's own rule names; shorter ones as values.
 */
export function matcherOf(secrets: Iterable<Secret>): Matcher {
  const wholes = new Map<string, Secret>();
  const shorts = new Map<string, Secret>();
  const long = formTable(longForms);
  const apart = new Map<string, Pattern>();
  let some = false;
  for (const secret of secrets) {
    const forms = variantsOf(secret.value);
    for (const form of forms) {
      const { text } = form;
      if (text.length >= LONG) continue;
      if (!wholes.has(text)) wholes.set(text, secret);
      if (secret.rule === 'own-rule' || (text.length >= SHORT && isNoWord(text))) apart.set(text, { ...form, secret });
      shorts.set(text, secret);
    }
    long.add(secret, longForms(secret, forms));
    some = true;
  }
  const wholeOf = (text: string): Secret | undefined =>
    text.length < LONG ? wholes.get(text) : long.whole(text)?.secret;
  const searches = [
    ...(some ? [(text: string) => anywhere(text, long)] : []),
    ...(apart.size === 0 ? [] : [searchApart(apart, Math.min(SHORT, shortest(apart)))]),
    ...(shorts.size === 0 ? [] : [(text: string) => quoted(text, shorts)]),
  ];
  return {
    whole: (text) => wholeOf(text) ?? wholeOf(text.trim()),
    inside: (text) => (searches.length === 1 ? searches[0]?.(text) : undefined) ?? searches.flatMap((one) => one(text)),
  };
}

/** The forms that are found anywhere, and the parts. */
function longForms(secret: Secret, forms: readonly Form[] = variantsOf(secret.value)): readonly SoughtForm[] {
  return [
    ...forms.filter(({ text }) => text.length >= LONG).map((form) => ({ ...form, part: null })),
    ...partsOf(secret).map((part) => ({ text: part.text, before: 0 as const, after: 0 as const, part })),
  ];
}

function shortest(patterns: ReadonlyMap<string, Pattern>): number {
  let length = Infinity;
  for (const text of patterns.keys()) length = Math.min(length, text.length);
  return length;
}

/** The longest form that ends at each place; digits must not touch one that is all digits: 482193 is not in 4821930. */
function anywhere(text: string, long: FormTable): readonly Span[] {
  const spans: Span[] = [];
  long.each(text, (end, forms) => {
    for (const form of forms) {
      const start = end - form.text.length;
      if (form.part === null && !/\D/.test(form.text) && touches(/\d/, text, start, end)) continue;
      const [from, to] = form.part === null ? [start, end] : agreement(text, start, form.part);
      spans.push(spanOf(form, text, from, to));
      break;
    }
  });
  return spans;
}

/** Forms that letters and digits must not touch: "hunter2" is not in "hunter21". `window`: the length of the shortest. */
function searchApart(patterns: ReadonlyMap<string, Pattern>, window: number): (text: string) => readonly Span[] {
  const sought = soughtOf(patterns.size);
  /** By hash, the lengths of the forms that end so, the longest first. */
  const lengths = new Map<number, number[]>();
  for (const { text } of patterns.values()) {
    const hash = hashOf(text, text.length - window, text.length);
    sought.filter[hash >>> sought.shift] = 1;
    const known = lengths.get(hash);
    if (known === undefined) lengths.set(hash, [text.length]);
    else if (!known.includes(text.length)) known.push(text.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return (text) => {
    const spans: Span[] = [];
    eachSought(text, window, sought, (end, hash) => {
      for (const length of lengths.get(hash) ?? []) {
        const pattern = length > end ? undefined : patterns.get(text.slice(end - length, end));
        if (pattern === undefined || touches(/[A-Za-z\d]/, text, end - length, end)) continue;
        spans.push(spanOf(pattern, text, end - length, end));
        break;
      }
    });
    return spans;
  };
}

function touches(sign: RegExp, text: string, start: number, end: number): boolean {
  return sign.test(text.charAt(start - 1)) || sign.test(text.charAt(end));
}

function spanOf({ secret, before, after }: Pattern, text: string, start: number, end: number): Span {
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
