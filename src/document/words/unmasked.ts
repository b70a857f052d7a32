/** What a report says of itself where nothing in it is masked. */

/** At the head of every page. */
export const UNMASKED_MARK = 'Unmasked: contains secrets';

export const UNMASKED_SENTENCE =
  'nothing is masked: this report holds every password, token and cookie of the journals';
