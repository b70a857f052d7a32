/** A finding → its sentence, its mark and what to do next. */
import { lookUp } from '../../json.js';
import type { Finding } from '../../report/types.js';
import { emphasis, inlines, linkToEvidence } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Inline } from '../types.js';
import { FINDING_WORDS } from './finding-table.js';
import type { FindingWords } from './finding-words.js';

/** A finding's words, ready to be used. Rules that have none, from a newer version, are told by their name. */
export function wordsOf(finding: Finding): FindingWords {
  return (
    lookUp(FINDING_WORDS, finding.rule) ?? {
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
  return wordsOf(finding).sentence({ ...finding, notation, linked: (label) => linkToEvidence(first, emphasis(label)) });
}
