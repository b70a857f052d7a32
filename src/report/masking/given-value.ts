/** A place in a text where a value is given → the value, up to where it ends. Quotes inside it are written in many ways. */

/** What ends a value besides a blank and, in quotes, the closing one. */
export interface Ends {
  /** `;` ends a value without quotes. */
  readonly semicolon: boolean;
  /** The end of the line ends a value in quotes, which then has no end and is none. */
  readonly line: boolean;
}

/** What stands after the quote that closes a value; `\n` and the like where escapes are not read. */
const AFTER = /^(?:[\s,:;)\]}"'`>]|\\[nrtbu"]|\.(?:\s|$)|$)/;
/** What stands after a semicolon that ends a value: nothing, a command, or the next pair of a connection string. */
const COMMAND_OR_PAIR = /^(?:[\w./-]*(?:\s|$)|[\w .-]{1,40}=)/;
/** Characters that {@link AFTER} may look at. */
const LOOK = 3;

/**
 * The value at a place, in its quotes where it has some; empty where they are not closed. Its end is looked for, as a pattern
 * that goes over each character of it would overflow the stack of regular expressions in a value of megabytes.
 */
export function givenValue(text: string, start: number, { semicolon, line }: Ends): string {
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'")
    return text.slice(start, bareEnd(text, start, semicolon ? /[\s"';\0]/g : /[\s"'\0]/g));
  const end = closingQuote(text, start + 1, quote);
  if (end === -1) return '';
  const value = text.slice(start, end + 1);
  return line && value.includes('\n') ? '' : value;
}

/** The value alone. */
export function withoutQuotes(text: string): string {
  const quote = text.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1) : text;
}

/** A quote belongs to the value unless it looks as if it closed what the value stands in: `"password=…",`. */
function bareEnd(text: string, start: number, ends: RegExp): number {
  ends.lastIndex = start;
  for (let found = ends.exec(text); found !== null; found = ends.exec(text)) {
    const [mark] = found;
    const rest = text.slice(found.index + 1, found.index + 1 + (mark === ';' ? LONGEST_TAIL : LOOK));
    const inside = mark === ';' ? !COMMAND_OR_PAIR.test(rest) : (mark === '"' || mark === "'") && !AFTER.test(rest);
    if (!inside) return found.index;
  }
  return text.length;
}

/**
 * The quote that closes, or -1. Inside, quotes are escaped (`\"`), doubled (`''`, SQL and YAML), written as shells have them
 * (`'\''`), or left as they are by programs that escape nothing: then the closing one is that after which a value can end.
 */
function closingQuote(text: string, from: number, quote: string): number {
  let first = -1;
  let blank = -1;
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    // Beyond a blank there are other words.
    if (first !== -1 && blank !== -1 && at > blank) break;
    if (isEscaped(text, at, from)) continue;
    if (text.startsWith(`\\${quote}${quote}`, at + 1)) at += 3;
    else if (at > from && text.charAt(at + 1) === quote && !AFTER.test(text.slice(at + 2, at + 2 + LOOK))) at += 1;
    else if (AFTER.test(text.slice(at + 1, at + 1 + LOOK))) return at;
    else if (first === -1) {
      first = at;
      const found = text.slice(at, at + LONGEST_TAIL).search(/\s/);
      blank = at + (found === -1 ? LONGEST_TAIL : found);
    }
  }
  return first;
}

/** Characters after a quote that are looked through for one that closes better. */
const LONGEST_TAIL = 500;

function isEscaped(text: string, at: number, from: number): boolean {
  let backslashes = 0;
  while (at - backslashes > from && text.charAt(at - backslashes - 1) === '\\') backslashes++;
  return backslashes % 2 === 1;
}
