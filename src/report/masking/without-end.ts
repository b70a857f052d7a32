/** A text → the same without the signs that end a sentence or a call. A pattern would go by the square of a thousand of them. */

/** `signs`: those that are taken away, in any number. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
