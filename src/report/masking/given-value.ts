/** A place in a text where a value is given → the value, up to where it ends. */

/** What ends a value: without quotes, and in either of them besides the quote itself. */
export interface Ends {
  readonly bare: RegExp;
  readonly quoted: Readonly<Record<'"' | "'", RegExp>>;
}

/**
 * The value at a place, in its quotes where it has some; empty where they are not closed. Its end is looked for, as a pattern
 * that goes over each character of it would overflow the stack of regular expressions in a value of megabytes.
 */
export function givenValue(text: string, start: number, { bare, quoted }: Ends): string {
  const quote = text.charAt(start);
  const isQuoted = quote === '"' || quote === "'";
  const end = isQuoted ? quoted[quote] : bare;
  end.lastIndex = start + (isQuoted ? 1 : 0);
  const found = end.exec(text);
  if (isQuoted) return found?.[0] === quote ? text.slice(start, found.index + 1) : '';
  return text.slice(start, found?.index);
}

/** The value alone. */
export function withoutQuotes(text: string): string {
  const quote = text.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1) : text;
}
