/** How an activity ended that did not succeed and raised nothing. */
import type { ActivityResult } from '../../report/types.js';
import { kindNoun, named } from './names.js';

/** "The restart action failed; the journal records no error." */
export function failedWithoutError(result: Pick<ActivityResult, 'name' | 'kind'>): string {
  return `The ${subject(result)} failed; the journal records no error.`;
}

/** Started, and without a status: where the entry has an end, that is when it was cut off. */
export function noEndSentence(result: Pick<ActivityResult, 'name' | 'kind' | 'end'>): string {
  return `The ${subject(result)} was started, and ${result.end ? 'cut off before it could end by itself' : 'its end is not recorded'}.`;
}

function subject({ name, kind }: Pick<ActivityResult, 'name' | 'kind'>): string {
  const noun = kindNoun(kind);
  return name === '' ? `${named(name, noun)} ${noun}` : `“${name}” ${noun}`;
}
