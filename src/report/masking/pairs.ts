/** The rule `key` in text: names and values that stand as JSON inside a string, as options of programs, as SQL. */
import { isUnlikeWord } from './assignments.js';
import { isCustomName, isDrawnValue, isSecretPair } from './custom-names.js';
import { shifted, type Find } from './find.js';
import { givenValue, withoutQuotes, type Ends } from './given-value.js';
import { basicPassword, findInHeader, isSecretHeader } from './headers.js';
import { isPasswordName, mayBePassword } from './password-words.js';
import { endOfRun } from './runs.js';
import { isAuthKey, isSecretKey } from './secret-keys.js';
import type { Stretch } from './stretches.js';
import { isMaskable, isNoWord, looksDrawn } from './worth-masking.js';

const OPTION_ENDS: Ends = { semicolon: false, line: false };
const STATEMENT_ENDS: Ends = { semicolon: true, line: true };

/**
 * `"password": "…"` as JSON, as JSON inside JSON (with backslashes before the quotes) and as Python's literals; numbers
 * too.
 */
export function findQuotedPairs(text: string, stretches: readonly Stretch[]): readonly Find[] {
  return searchStretches(stretches, (stretch, from) => quotedPairsIn(text, stretch, from));
}

function quotedPairsIn(text: string, { start: offset, text: stretch }: Stretch, from: number): Found {
  const finds: Find[] = [];
  const pair = /(\\{0,7}["'])([\w.-]{2,60})\1\s{0,8}(?:=>|[:=])\s{0,8}(?:[bu]?(\\{0,7}["'])|(\d{4,}))/g;
  pair.lastIndex = from - offset;
  let reached = from;
  for (let match = pair.exec(stretch); match !== null; match = pair.exec(stretch)) {
    const [, , name = '', quote, number] = match;
    const header = isSecretHeader(name);
    if (!header && !isSecretKey(name) && !isAuthKey(name) && !isCustomName(name)) {
      // The value may be the name of the next pair: `"a": "token"` ends where `"token": …` would begin.
      if (quote !== undefined) pair.lastIndex -= quote.length;
      continue;
    }
    const start = offset + pair.lastIndex - (number?.length ?? 0);
    const end = quote === undefined ? offset + pair.lastIndex : closingQuote(text, start, quote);
    const value = text.slice(start, end);
    if (header) finds.push(...shifted(findInHeader(name, value), start));
    else if (isAuthKey(name)) finds.push(...findBasic(name, value, start));
    else if (isMaskable(value) && isSecretPair(name, value))
      finds.push({ rule: 'key', name, start, end, value: unescaped(value) });
    pair.lastIndex = end - offset;
    reached = end;
  }
  return { finds, reached };
}

/** `"auth": "dXNlcjpwYXNz"`, as registries have it. */
function findBasic(name: string, value: string, start: number): readonly Find[] {
  const password = basicPassword(value);
  if (password === undefined) return [];
  return [
    { rule: 'key', name, start, end: start + value.length },
    { rule: 'key', name, start, end: start, value: password },
  ];
}

/** `--password=…` and `--token …` on a command line; in other text, a value after a space must not be a mere word. */
export function findOptions(text: string, stretches: readonly Stretch[], commandLine: boolean): readonly Find[] {
  return searchStretches(stretches, (stretch, from) => optionsIn(text, stretch, from, commandLine));
}

function optionsIn(text: string, { start: offset, text: stretch }: Stretch, from: number, commandLine: boolean): Found {
  const finds: Find[] = [];
  // Linux tells the arguments of a process with a NUL between.
  const option = /(?:^|[\s"'\0])(--?[A-Za-z][\w.-]{1,79}\w)(=|\s{1,4}|\0)(?=\S)/g;
  option.lastIndex = from - offset;
  let reached = from;
  for (let match = option.exec(stretch); match !== null; match = option.exec(stretch)) {
    const [, written = '', between = ''] = match;
    // `-Dsonar.login=…` of Java, `-P` of Gradle, `-J` of JMeter.
    const name = written.replace(/^-[DPJ](?=[a-z])/, '');
    const at = offset + option.lastIndex;
    // A space before the next option may be the last of what was found.
    option.lastIndex -= between === '=' ? 0 : 1;
    const custom = !isSecretKey(name);
    if (custom && !isAuthKey(name) && !isCustomName(name) && !/^--?(?:pass|pw)$/i.test(name)) continue;
    const run = custom ? undefined : endOfRun(text, at);
    if (run !== undefined && !/["']/.test(text.charAt(at))) finds.push({ rule: 'key', name, start: at, end: run });
    const quoted = givenValue(text, at, OPTION_ENDS);
    if (quoted === '') continue;
    reached = at + quoted.length;
    option.lastIndex = reached - offset;
    const value = withoutQuotes(quoted);
    if (between !== '=' && value.startsWith('-')) continue;
    if (custom) {
      const from = isAuthKey(name) ? value.indexOf(':') + 1 : 0;
      const start = at + (quoted === value ? 0 : 1) + from;
      const secret = value.slice(from);
      if ((from > 0 && isMaskable(secret) && isNoWord(secret)) || isDrawnValue(secret))
        finds.push({ rule: 'key', name, start, end: start + secret.length });
      continue;
    }
    const given = between === '=' || commandLine || isUnlikeWord(value) || looksDrawn(value);
    // Another option follows: `--password sunshine -h db`.
    const onlyHere =
      !given &&
      isPasswordName(name) &&
      mayBePassword(value) &&
      /^ {1,4}--?[A-Za-z]/.test(text.slice(at + quoted.length, at + quoted.length + 8));
    if (!given && !onlyHere) continue;
    if (!isMaskable(value)) continue;
    const start = at + (quoted === value ? 0 : 1);
    finds.push({ rule: 'key', name, start, end: start + value.length, ...(onlyHere ? { onlyHere } : {}) });
  }
  return { finds, reached };
}

/** What was found from one place to another. */
interface Found {
  readonly finds: readonly Find[];
  readonly reached: number;
}

/** A value in quotes may end far behind the stretch in which it begins, and what is in it is no other value. */
function searchStretches(
  stretches: readonly Stretch[],
  search: (stretch: Stretch, from: number) => Found,
): readonly Find[] {
  const finds: Find[] = [];
  let reached = 0;
  for (const stretch of stretches) {
    if (reached >= stretch.start + stretch.text.length) continue;
    const found = search(stretch, Math.max(reached, stretch.start));
    for (const find of found.finds) finds.push(find);
    reached = Math.max(reached, found.reached);
  }
  return finds;
}

/** SQL's `IDENTIFIED BY '…'` and `PASSWORD '…'`. */
export function findStatements(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(/\b(identified(?:\s+with\s+\w+)?\s+by|password)\s+(?=["'])/gi)) {
    const [whole, words = ''] = match;
    const start = match.index + whole.length + 1;
    const value = withoutQuotes(givenValue(text, start - 1, STATEMENT_ENDS));
    // "a library identified by 'name'" is no statement, which is mostly in capitals.
    const isSentence =
      words.startsWith('i') && !/\b(?:user|role|grant)\b/i.test(text.slice(Math.max(0, start - 200), start));
    if (isSentence || !isMaskable(value)) continue;
    finds.push({ rule: 'key', name: words.toLowerCase(), start, end: start + value.length });
  }
  return finds;
}

/** Where the text of a quoted value ends; at the end of the text where the quote is not closed. */
function closingQuote(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (text.charAt(at - 1) !== '\\' || at === from) return at;
  }
  return text.length;
}

function unescaped(value: string): string {
  if (!value.includes('\\')) return value;
  try {
    const read: unknown = JSON.parse(`"${value}"`);
    return typeof read === 'string' ? read : value;
  } catch {
    return value;
  }
}
