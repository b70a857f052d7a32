/** What is new of several experiments, as callouts: the first few by name, the others as a number. */
import { inlines, status } from '../inline.js';
import type { Callout, Inline, StatusName } from '../types.js';
import { count } from '../words/quantity.js';

/** How many of one kind page 1 names. */
export const NAMED = 5;

/** One kind of news. `told` is where the rest is told: "told of in the history". */
export interface News {
  readonly status: StatusName;
  readonly word: string;
  readonly told: string;
  /** The id of where the rest stands. */
  readonly target?: string;
}

/** One experiment of that kind; `target` is the id of where it stands. */
export interface NewsItem {
  readonly content: readonly Inline[];
  readonly target?: string;
}

/** A callout for each of the first {@link NAMED}, and one for the number of the others. */
export function newsCallouts<T>(
  { status: name, word, told, target }: News,
  found: readonly T[],
  item: (one: T) => NewsItem,
): Callout[] {
  const shown = found.slice(0, NAMED).map(item);
  const more = found.length - shown.length;
  const rest: NewsItem = {
    content: inlines(`${count(more, 'more experiment')}${told}`),
    ...(target === undefined ? {} : { target }),
  };
  return [...shown, ...(more > 0 ? [rest] : [])].map((one) => ({
    kind: 'callout',
    role: 'finding',
    status: status(name, word),
    ...one,
  }));
}
