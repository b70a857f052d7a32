/** The rule `key` in text: names and values that programs print, take as options, or write as JSON inside a string. */
import { shifted, type Find } from './find.js';
import { basicPassword, findInHeader, isSecretHeader } from './headers.js';
import { isAuthKey, isSecretKey } from './secret-keys.js';
import { isMaskable, looksRandom } from './worth-masking.js';
import { withoutEnd } from './without-end.js';

/**
 * `"password": "…"` as JSON, as JSON inside JSON (with backslashes before the quotes) and as Python's literals; numbers
 * too.
 */
export function findQuotedPairs(text: string): readonly Find[] {
  const finds: Find[] = [];
  const pair = /(\\{0,7}["'])([\w.-]{2,60})\1\s{0,8}(?:=>|[:=])\s{0,8}(?:[bu]?(\\{0,7}["'])|(\d{4,}))/g;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const [, , name = '', quote, number] = match;
    const header = isSecretHeader(name);
    if (!header && !isSecretKey(name) && !isAuthKey(name)) {
      // The value may be the name of the next pair: `"a": "token"` ends where `"token": …` would begin.
      if (quote !== undefined) pair.lastIndex -= quote.length;
      continue;
    }
    const start = pair.lastIndex - (number?.length ?? 0);
    const end = quote === undefined ? pair.lastIndex : closingQuote(text, start, quote);
    const value = text.slice(start, end);
    if (header) finds.push(...shifted(findInHeader(name, value), start));
    else if (isAuthKey(name)) finds.push(...findBasic(name, value, start));
    else if (isMaskable(value)) finds.push({ rule: 'key', name, start, end, value: unescaped(value) });
    pair.lastIndex = end;
  }
  return finds;
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
export function findOptions(text: string, commandLine: boolean): readonly Find[] {
  const finds: Find[] = [];
  const option = /(?:^|[\s"'])(--?[A-Za-z][\w-]{2,40})(=|\s{1,4})(?=\S)/g;
  for (let match = option.exec(text); match !== null; match = option.exec(text)) {
    const [, name = '', between = ''] = match;
    const at = option.lastIndex;
    // A space before the next option may be the last of what was found.
    option.lastIndex -= between === '=' ? 0 : 1;
    if (!isSecretKey(name)) continue;
    const quoted = givenValue(text, at, OPTION_ENDS);
    if (quoted === '') continue;
    option.lastIndex = at + quoted.length;
    const value = withoutQuotes(quoted);
    if (between !== '=' && (value.startsWith('-') || (!commandLine && !isUnlikeWord(value)))) continue;
    if (!isMaskable(value)) continue;
    const start = at + (quoted === value ? 0 : 1);
    finds.push({ rule: 'key', name, start, end: start + value.length });
  }
  return finds;
}

/** `DB_PASSWORD=…` of shells and environments; `password=…` and `password: …` where the value is no word or code. */
export function findAssignments(text: string): readonly Find[] {
  const finds: Find[] = [];
  const pair =
    /(?:^|[\s;,"'`{[(|=:])([A-Za-z_][\w.-]{2,60})([ \t]{0,4}(?:=>|:?=)[ \t]{0,4}|:[ \t]{1,4}|:(?=["']))(?=[^\s;])/g;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const [, name = '', between = ''] = match;
    const start = pair.lastIndex;
    // The value may be the name of the next pair: "failed: token=…".
    pair.lastIndex = start - 1;
    if (!isSecretKey(name) && !isSecretHeader(name)) continue;
    const quoted = givenValue(text, start, ASSIGNMENT_ENDS);
    if (quoted === '') continue;
    pair.lastIndex = start + quoted.length;
    const plain = withoutQuotes(quoted);
    const shell = between === '=' && /^[A-Z][A-Z0-9_]*$/.test(name);
    const literal = /^["']/.test(quoted);
    // What ends a part of a sentence or of a call does not belong to the value; in code it is a variable, unless it is random.
    const value = literal || shell ? plain : withoutEnd(beforeNextPair(plain), ',)]}>');
    if (!shell && !literal && (value === plain ? !isUnlikeWord(value) : !looksRandom(value))) continue;
    // Kubernetes tells of its Secrets by their names.
    if (!literal && /^secret$/i.test(name) && value.length < 300 && /^[a-z]+(?:-[a-z\d]+)+\.?$/.test(value)) continue;
    if (!isMaskable(value)) continue;
    const from = start + (plain === quoted ? 0 : 1);
    finds.push({ rule: 'key', name, start: from, end: from + value.length });
  }
  return finds;
}

/** `<password>…</password>`, and SQL's `IDENTIFIED BY '…'` and `PASSWORD '…'`. */
export function findElementsAndStatements(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(/<(?:\w{1,30}:)?([\w.-]{2,60})(?:\s[^<>]{0,200})?>([^<>]{1,1000})<\//g)) {
    const [whole, name = '', value = ''] = match;
    const end = match.index + whole.length - 2;
    if (isSecretKey(name) && isMaskable(value)) finds.push({ rule: 'key', name, start: end - value.length, end });
  }
  for (const match of text.matchAll(/\b(identified(?:\s+with\s+\w+)?\s+by|password)\s+(["'])([^"'\n]{1,1000})\2/gi)) {
    const [whole, words = '', , value = ''] = match;
    const end = match.index + whole.length - 1;
    if (isMaskable(value)) finds.push({ rule: 'key', name: words.toLowerCase(), start: end - value.length, end });
  }
  return finds;
}

/** Of `a,token=b` the first. */
function beforeNextPair(text: string): string {
  const next = text.search(/,[\w.-]{1,60}=/);
  return next === -1 ? text : text.slice(0, next);
}

/** What ends a value: without quotes, and in either of them besides the quote itself. */
interface Ends {
  readonly bare: RegExp;
  readonly quoted: Readonly<Record<'"' | "'", RegExp>>;
}

const OPTION_ENDS: Ends = { bare: /[\s"']/g, quoted: { '"': /"/g, "'": /'/g } };
const ASSIGNMENT_ENDS: Ends = { bare: /[\s"';]/g, quoted: { '"': /["\n]/g, "'": /['\n]/g } };

/**
 * The value at a place, in its quotes where it has some; empty where they are not closed. Its end is looked for, as a pattern
 * that goes over each character of it would overflow the stack of regular expressions in a value of megabytes.
 */
function givenValue(text: string, start: number, { bare, quoted }: Ends): string {
  const quote = text.charAt(start);
  const isQuoted = quote === '"' || quote === "'";
  const end = isQuoted ? quoted[quote] : bare;
  end.lastIndex = start + (isQuoted ? 1 : 0);
  const found = end.exec(text);
  if (isQuoted) return found?.[0] === quote ? text.slice(start, found.index + 1) : '';
  return text.slice(start, found?.index);
}

/** Neither a word of a sentence nor a name, call or index of a program, which tracebacks are full of. */
function isUnlikeWord(value: string): boolean {
  if (value.length < 5 || /[()[\]{},]/.test(value)) return false;
  return /\d/.test(value) ? !/^[A-Za-z_]\w{0,200}\.[A-Za-z_]/.test(value) : /[^\w.:-]/.test(value);
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

function withoutQuotes(text: string): string {
  const quote = text.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1) : text;
}
