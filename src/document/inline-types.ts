/** The words within a block: text and its small marks. Part of {@link types.ts}. */
import type { LevelSample } from '../chart/level-line.js';
import type { LevelLine } from '../report/types.js';
import type { StatusName } from '../theme/status.js';

/** What stands in a line. */
export type Inline =
  | TextInline
  | StrongInline
  | EmphasisInline
  | CodeInline
  | LinkInline
  | StatusInline
  | TimeInline
  | LevelInline
  | BreakInline;

export interface TextInline {
  readonly kind: 'text';
  readonly text: string;
}
/** Words with weight: a name, a number that counts. */
export interface StrongInline {
  readonly kind: 'strong';
  readonly children: readonly Inline[];
}
/** Words said with stress. */
export interface EmphasisInline {
  readonly kind: 'emphasis';
  readonly children: readonly Inline[];
}
/** `apart`: the literal that stands on lines of its own under the words that explain it. */
export interface CodeInline {
  readonly kind: 'code';
  readonly text: string;
  readonly apart?: boolean;
  /** A value out of tolerance. */
  readonly outOfTolerance?: boolean;
}
/** `to`: a section, block or row of this document by its id, or an http, https or mailto address. */
export interface LinkInline {
  readonly kind: 'link';
  readonly to: { readonly id: string } | { readonly href: string };
  readonly children: readonly Inline[];
}

/** A status: a mark, a word and a tone. `bare`: the word alone, where a sentence or a label has the mark beside it. */
export interface StatusInline {
  readonly kind: 'status';
  readonly status: StatusName;
  readonly word: string;
  readonly bare?: boolean;
}
/** A time: for machines (RFC 3339) and for people (with its zone). */
export interface TimeInline {
  readonly kind: 'time';
  readonly instant: string;
  readonly text: string;
}
/** A small level line: an experiment's beside its verdict, a sample for the key, or the blocks of a contribution. */
export interface LevelInline {
  readonly kind: 'level';
  readonly level: LevelLine | LevelSample;
  /** What it shows, in words. */
  readonly alternative: string;
}
/** A line break in somebody's text. */
export interface BreakInline {
  readonly kind: 'break';
}
