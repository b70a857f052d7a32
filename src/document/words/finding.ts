/** A finding → its sentence, its mark and what to do next. */
import type { Finding } from '../../report/types.js';
import { inlines, linkToEvidence } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Inline, StatusName } from '../types.js';
import { FINDING_WORDS } from './finding-table.js';

/** What is said of the findings of one rule. */
export interface FindingWords {
  /** The mark, and the word beside it. */
  readonly status: StatusName;
  readonly word: string | ((detail: Finding['detail']) => string);
  /** When it is found, for the list of rules. */
  readonly when: string;
  readonly sentence: (finding: Told) => Inline[];
  /** What to do about it. */
  readonly next: string;
}

/** A finding on its way into words. */
export interface Told extends Finding {
  readonly notation: Notation;
  /** Words that lead to the evidence. */
  readonly linked: (words: string) => Inline[];
}

/** A finding's words, ready to be used. Rules that have none, from a newer version, are told by their name. */
export function wordsOf(finding: Finding): FindingWords {
  return (
    FINDING_WORDS[finding.rule] ?? {
      status: 'warning',
      word: 'note',
      when: '',
      sentence: () => inlines(finding.rule),
      next: '',
    }
  );
}

/** The sentence of a finding. */
export function findingSentence(finding: Finding, notation: Notation): Inline[] {
  const first = finding.evidence[0];
  return wordsOf(finding).sentence({ ...finding, notation, linked: (label) => linkToEvidence(first, label) });
}
