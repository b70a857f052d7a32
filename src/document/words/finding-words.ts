/** What is said of a finding. */
import type { Finding } from '../../report/types.js';
import type { Notation } from '../settings.js';
import type { Inline, StatusName } from '../types.js';

/** What is said of the findings of one rule. */
export interface FindingWords {
  /** The mark, and the word beside it. */
  readonly status: StatusName | ((detail: Finding['detail']) => StatusName);
  readonly word: string | ((detail: Finding['detail']) => string);
  /** When it is found, for the list of rules. */
  readonly when: string;
  readonly sentence: (finding: Told) => Inline[];
  /** What to do about it. */
  readonly next: string;
  /** What page 1 says of several in place of a sentence each, and where they stand; without it they are told one by one. */
  readonly together?: { readonly sentence: (number: number) => Inline[]; readonly target: string };
}

/** A finding on its way into words. */
export interface Told extends Finding {
  readonly notation: Notation;
  /** Words that lead to the evidence. */
  readonly linked: (words: string) => Inline[];
}
