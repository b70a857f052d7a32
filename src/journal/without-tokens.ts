/**
 * A text of a journal → the same text as a message may quote it: what cannot be read cannot be masked either, so long words
 * with digits in them, as tokens and passwords are, give way to an ellipsis. Works on JSON pointers, part by part.
 */
export function withoutTokens(text: string): string {
  return text.replace(/[^\s/]{12,}/g, (word) => (/\d/.test(word) && /[A-Za-z]/.test(word) ? '…' : word));
}
