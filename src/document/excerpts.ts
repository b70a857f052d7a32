/**
 * Facts → the same facts with excerpts in the place of names, titles and words that are too long for any sentence, and those texts,
 * which have one place of their own. So that a title of megabytes is not set on page 1, in the contents, over every page. Nothing hides in
 * what is shown: names go into columns, charts and contents as they are.
 */
import type { ReportHead } from '../report/types.js';
import { eachOf } from './each-of.js';
import { LONGEST_NAME, nameExcerpt } from './words/excerpt.js';
import { visible } from './words/visible.js';

/** What is shown, and of what it is the beginning: each text once. */
export interface WithExcerpts<T> {
  readonly shown: T;
  readonly wholes: readonly string[];
}

/** These hold values, not words: they are shown as literals or as code, which have their own ways to be long; or are places. */
const VALUES = new Set([
  'output',
  'observed',
  'tolerance',
  'exception',
  'settings',
  'configuration',
  'secrets',
  'runtime',
  'controls',
  'otherFields',
  'entryFields',
  'pauses',
  'value',
  'from',
  'to',
  'description',
  'notes',
  'drawn',
  'pointer',
]);

/** What these tell stands elsewhere in the facts too: names, errors, outputs. */
const RETOLD = new Set(['cause', 'detail', 'metrics']);

/** Parts without a long text are the same objects as before. */
export function withExcerpts<T>(facts: T): WithExcerpts<T> {
  const excerpts = new Map<string, string>();
  const beginnings = new Map<string, number>();
  const wholes = new Set<string>();
  const cut = (whole: string, retold: boolean): string => {
    if (!retold) wholes.add(whole);
    const known = excerpts.get(whole);
    if (known !== undefined) return known;
    const short = visible(nameExcerpt(whole));
    // Two texts that begin alike stay two.
    const number = (beginnings.get(short) ?? 0) + 1;
    beginnings.set(short, number);
    const excerpt = number === 1 ? short : `${short} (${number})`;
    excerpts.set(whole, excerpt);
    return excerpt;
  };
  const walk = (value: unknown, retold: boolean): unknown => {
    if (typeof value === 'string') return value.length <= LONGEST_NAME ? visible(value) : cut(value, retold);
    if (typeof value !== 'object' || value === null) return value;
    if (isArray(value)) return eachOf(value, (item) => walk(item, retold));
    const object = value as Readonly<Record<string, unknown>>;
    let copy: Record<string, unknown> | undefined;
    for (const key in object) {
      if (VALUES.has(key)) continue;
      const part = object[key];
      const next = key === 'file' && typeof part === 'string' ? visible(part) : walk(part, retold || RETOLD.has(key));
      if (next !== part) (copy ??= { ...object })[key] = next;
    }
    return copy ?? object;
  };
  const shown = walk(facts, false) as T;
  return { shown, wholes: [...wholes] };
}

function isArray(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}

const heads = new WeakMap<ReportHead, ReportHead>();

/** The head as it is shown: chapters have the wholes. */
export function shownHead(head: ReportHead): ReportHead {
  let shown = heads.get(head);
  if (shown === undefined) {
    ({ shown } = withExcerpts(head));
    heads.set(head, shown);
  }
  return shown;
}
