/**
 * A text of a journal → the same text as a message may quote it: what cannot be read cannot be masked either, so long words
 * with digits in them, as tokens and passwords are, give way to an ellipsis. Works on JSON pointers, part by part.
 */
export function withoutTokens(text: string): string {
  let result = '';
  let start = 0;
  // Word by word: a pattern for a whole word would go back through 50 MB of letters, which ends with the call stack.
  for (const { index, 0: end } of text.matchAll(/[\s/]|$/g)) {
    result += withoutToken(text.slice(start, index)) + end;
    start = index + end.length;
  }
  return result;
}

function withoutToken(word: string): string {
  return word.length >= 12 && /\d/.test(word) && /[A-Za-z]/.test(word) ? '…' : word;
}
