/** A long text → parts of it. A leaf module. */

/** Parts of at most so many code units; a pair of surrogates stays together. */
export function* partsOfText(text: string, length: number): Generator<string> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + length, text.length);
    if (end < text.length && end - start > 1 && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    yield text.slice(start, end);
    start = end;
  }
}
