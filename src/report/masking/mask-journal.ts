/**
 * A journal's tree → the same tree without its secrets. Done once, between journal and report: nothing after it holds a
 * secret, so no format can leak one.
 */
import type { JournalRoot } from '../../journal/types.js';
import { isArray, isNumeral, isObject, pointer, type JsonObject, type JsonValue } from '../../json.js';
import type { Redaction } from '../types.js';
import { findSecrets, type GivenSecrets } from './find-in-tree.js';
import { matcherOf, type Matcher } from './matcher.js';
import type { OwnRules } from './own-rules.js';
import { textsInBase64 } from './encoded.js';
import { readingsOf, unbroken, type Reading } from './readings.js';
import type { Container, Secret, SecretBook, Span } from './secret-book.js';
import { isField } from './worth-masking.js';

/** A masked tree, and what was masked in it in the order of the marks. */
export interface MaskedJournal {
  readonly root: JournalRoot;
  /** The file's name, which may hold a secret of the journal too. */
  readonly file: string;
  readonly redactions: readonly Omit<Redaction, 'experiment'>[];
  /** Names of values beside the journal that hold a secret, and may not be shown. */
  readonly hidden: ReadonlySet<string>;
}

/** What masking takes besides the tree. */
export interface Beside {
  readonly file?: string;
  /** Secrets that somebody gave, by name. */
  readonly given?: GivenSecrets;
  readonly rules?: OwnRules;
  /** Names and values that the report shows beside the journal. */
  readonly outside?: JsonObject;
}

/** What stands in the place of a secret. The number is counted within the journal, and claims nothing across journals. */
function maskText(mark: number): string {
  return `‹secret ${mark}›`;
}

/** Masks a journal. Parts without a secret are the same objects as before. */
export function maskJournal(root: JournalRoot, { file = '', given, rules, outside = {} }: Beside = {}): MaskedJournal {
  const book = findSecrets(root, given, rules, outside);
  if (book.secrets.size === 0) return { root, file, redactions: [], hidden: new Set() };
  const work: Work = { book, matcher: matcherOf(book.hunted), steps: [], masked: [] };
  const masked = maskObject(work, root) as JournalRoot;
  const maskedFile = maskWithin(work, file, [], true);
  const redactions = work.masked.map(({ secret, pointer: at, count }) => ({
    pointer: at,
    count,
    name: secret.name === null ? null : maskWithin(work, secret.name, [], false),
    rule: secret.rule,
    mark: secret.mark,
    onlyThere: !book.hunted.has(secret),
  }));
  // Apart from the rest: what stands outside is no place of the journal.
  const apart: Work = { ...work, steps: [], masked: [] };
  const hidden = new Set(
    Object.keys(outside).filter((name) => {
      const value = outside[name] ?? null;
      return maskValue(apart, outside, name, value) !== value;
    }),
  );
  return { root: masked, file: maskedFile, redactions, hidden };
}

interface Work {
  readonly book: SecretBook;
  readonly matcher: Matcher;
  /** The way to the value at hand, with keys as they read when masked: a pointer must not tell a secret either. */
  readonly steps: (string | number)[];
  /** By mark, from 1. */
  readonly masked: { readonly secret: Secret; readonly pointer: string; count: number }[];
}

function maskValue(work: Work, container: Container, key: string | number, value: JsonValue): JsonValue {
  if (isArray(value)) return maskList(work, value);
  if (isObject(value)) return maskObject(work, value);
  const spans = work.book.places.get(container)?.get(key) ?? [];
  if (typeof value === 'string') return maskWithin(work, value, spans, true);
  if (typeof value !== 'number' && !isNumeral(value)) return value;
  const secret = spans[0]?.secret ?? work.matcher.whole(isNumeral(value) ? value.$number : String(value));
  return secret === undefined ? value : put(work, secret, true);
}

function maskList(work: Work, list: readonly JsonValue[]): readonly JsonValue[] {
  let masked: JsonValue[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const item = list[index] ?? null;
    work.steps.push(index);
    const next = maskValue(work, list, index, item);
    work.steps.pop();
    if (next !== item) (masked ??= [...list])[index] = next;
  }
  return masked ?? list;
}

function maskObject(work: Work, object: JsonObject): JsonObject {
  const entries: [string, JsonValue][] = [];
  const shown = new Set<string>();
  let changed = false;
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null;
    const name = isField(key) ? key : free(shown, maskWithin(work, key, [], true));
    shown.add(name);
    work.steps.push(name);
    const next = maskValue(work, object, key, value);
    work.steps.pop();
    changed ||= next !== value || name !== key;
    entries.push([name, next]);
  }
  if (!changed) return object;
  const masked = Object.setPrototypeOf({}, null) as Record<string, JsonValue>;
  for (const [name, value] of entries) masked[name] = value;
  return masked;
}

/** Two keys that read the same once they are masked must both stay. */
function free(taken: ReadonlySet<string>, key: string): string {
  let name = key;
  for (let n = 2; taken.has(name); n++) name = `${key} (${n})`;
  return name;
}

/** The text with its secrets masked. `counts`: it is a place of the journal, and not a mere name. */
function maskWithin(work: Work, text: string, known: readonly Span[], counts: boolean): string {
  const spans = [...known];
  const readings = readingsOf(text);
  for (const reading of readings) {
    const whole = work.matcher.whole(reading.text);
    if (whole !== undefined) return put(work, whole, counts);
    addSpans(work, reading, spans);
  }
  for (const reading of new Set([readings[0], readings.at(-1)])) {
    const joined = reading && unbroken(reading);
    if (joined !== undefined) addSpans(work, joined, spans);
  }
  if (spans.length === 0) return text;
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let masked = '';
  let from = 0;
  for (const { start, end, secret } of spans) {
    // Where secrets overlap, the mask of the first covers them: what is left of the second would be half a secret.
    if (start >= from) masked += text.slice(from, start) + put(work, secret, counts);
    from = Math.max(from, end);
  }
  return masked + text.slice(from);
}

/** What is found in one reading of a text: as it stands, and in texts in base64, which are masked whole. */
function addSpans({ matcher }: Work, { text, sourceOf }: Reading, spans: Span[]): void {
  const add = (start: number, end: number, secret: Secret): void => {
    const [from, to] = sourceOf(start, end);
    spans.push({ start: from, end: to, secret });
  };
  for (const { start, end, secret } of matcher.inside(text)) add(start, end, secret);
  for (const { start, end, read } of textsInBase64(text)) {
    const secret = within(matcher, read, DEEPEST);
    if (secret !== undefined) add(start, end, secret);
  }
}

/** Texts in base64 in others. */
const DEEPEST = 2;

/** A secret that a text holds, however it is written. */
function within(matcher: Matcher, text: string, deep: number): Secret | undefined {
  for (const { text: read } of readingsOf(text)) {
    const secret = matcher.whole(read) ?? matcher.inside(read)[0]?.secret;
    if (secret !== undefined) return secret;
    if (deep === 0) continue;
    for (const { read: inner } of textsInBase64(read)) {
      const below = within(matcher, inner, deep - 1);
      if (below !== undefined) return below;
    }
  }
  return undefined;
}

/** The mask of a secret, which gets its number when it is met for the first time. */
function put(work: Work, secret: Secret, counts: boolean): string {
  const known = work.masked[secret.mark - 1];
  if (known !== undefined) {
    if (counts) known.count++;
  } else {
    secret.mark = work.masked.push({ secret, pointer: work.steps.reduce(pointer, ''), count: counts ? 1 : 0 });
  }
  return maskText(secret.mark);
}
