/** Why a declared rollback was not run, or why nobody knows. */
import type { RollbackSkipReason } from '../../report/types.js';

const WORDS: Readonly<Record<RollbackSkipReason, string>> = {
  failed: ', because the run failed',
  interrupted: ', because the run was interrupted',
  aborted: ', because the run was aborted',
  never: ', because the experiment says never to run them',
  'only-when-deviated': ', because the experiment asks for them only after a deviation',
  'not-recorded': ', as far as the journal tells: it does not record rollbacks',
  unknown: '; the journal does not say why',
};

/** Follows "was not run". */
export function skipWords(reason: string | null): string {
  return Object.entries(WORDS).find(([known]) => known === reason)?.[1] ?? WORDS.unknown;
}

/** What became of a declared rollback without an entry, as a sentence of its own. */
export function skipSentence(reason: string | null): string {
  return reason === 'not-recorded'
    ? 'It was declared; the journal does not record whether it ran.'
    : `It was declared but not run${skipWords(reason)}.`;
}
