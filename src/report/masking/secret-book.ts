/** All secrets of one journal, and the places at which a rule pointed. */
import type { Find, Reason, RuleName } from './find.js';
import { keeperOf, type OwnRules } from './own-rules.js';
import { isHuntable } from './worth-masking.js';

/** One secret. */
export interface Secret {
  readonly value: string;
  readonly rule: RuleName;
  readonly name: string | null;
  /** The number in `‹secret 1›`; 0 until it is met for the first time when masks are put in. */
  mark: number;
}

/** A part of a string that is masked, whatever else is found in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly secret: Secret;
}

/** A list or an object of the tree, in which places are named by index or key. */
export type Container = object;

/** What the search through the tree collects. */
export interface SecretBook {
  /** By value. */
  readonly secrets: Map<string, Secret>;
  /** Those that are looked for everywhere. */
  readonly hunted: Set<Secret>;
  readonly places: Map<Container, Map<string | number, Span[]>>;
  readonly own: OwnRules;
  /** True for what a rule of the people who make the report says is no secret. */
  readonly keeps: (value: string, name: string | null) => boolean;
  /** Places at which no rule but such a one finds anything. */
  readonly kept: Map<Container, Set<string | number>>;
}

/** A book without an entry. */
export function emptyBook(own: OwnRules): SecretBook {
  return { secrets: new Map(), hunted: new Set(), places: new Map(), own, keeps: keeperOf(own.keep), kept: new Map() };
}

/** Writes down one find in a leaf of the tree. The first reason that a value was found for is the one that is told. */
export function enter(book: SecretBook, container: Container, key: string | number, text: string, find: Find): void {
  const secret = learn(book, find.value ?? text.slice(find.start, find.end), find, find.onlyHere !== true);
  if (secret === undefined || find.end === find.start) return;
  let spans = book.places.get(container);
  if (spans === undefined) book.places.set(container, (spans = new Map<string | number, Span[]>()));
  const span = { start: find.start, end: find.end, secret };
  const known = spans.get(key);
  if (known === undefined) spans.set(key, [span]);
  else known.push(span);
}

/** Writes down a secret without a place; undefined for what is to be kept. */
export function learn(book: SecretBook, value: string, { rule, name }: Reason, hunt: boolean): Secret | undefined {
  if (rule !== 'own-rule' && book.keeps(value, name)) return undefined;
  let secret = book.secrets.get(value);
  if (secret === undefined) book.secrets.set(value, (secret = { value, rule, name, mark: 0 }));
  if (hunt && isHuntable(value)) book.hunted.add(secret);
  return secret;
}
