/** The rule `key` in running text: `password=…` and `token: …`, where what follows may as well be a word, or a name of a program. */
import { isCustomName, isDrawnValue } from './custom-names.js';
import { isDrawnAlone } from './drawn-alone.js';
import type { Find } from './find.js';
import { givenValue, withoutQuotes, type Ends } from './given-value.js';
import { isSecretHeader } from './headers.js';
import { isPasswordName, isState, mayBePassword } from './password-words.js';
import { readsAsWords } from './reads-as-words.js';
import { isAuthKey, isCount, isSecretKey } from './secret-keys.js';
import { endOfRun } from './runs.js';
import { withoutEnd } from './without-end.js';
import { isMaskable, looksDrawn, looksRandom } from './worth-masking.js';

/** One word up to the end of a line. */
const LINE = /[^\s"'`]\S{7,299}(?=[ \t]*(?:\r?\n|$))/y;
const NEXT_PAIR = /[;,&][\w. -]{2,60}[=:]/;
const ENDS: Ends = { semicolon: true, line: true };

/** How a value was given. */
interface Given {
  readonly name: string;
  readonly between: string;
  readonly value: string;
  /** A closing bracket, a comma or the next pair followed: it may be a variable in a call. */
  readonly closed: boolean;
}

/** `DB_PASSWORD=…` of shells and environments, quoted values, and what is no word, state or code. Finds may overlap. */
export function findAssignments(text: string): readonly Find[] {
  const finds: Find[] = [];
  const pair =
    /(?:^|[\s;,"'`{[(|=:])([A-Za-z_][\w.-]{2,60})([ \t]{0,4}(?:=>|:?=)[ \t]{0,4}|:[ \t]{1,4}|:(?=["']))(?=\S)/g;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const [, name = '', between = ''] = match;
    const start = pair.lastIndex;
    // The value may be the name of the next pair: "failed: token=…".
    pair.lastIndex = start - 1;
    const custom = !isSecretKey(name) && !isSecretHeader(name);
    if (custom && !isCustomName(name) && !isAuthKey(name)) continue;
    // `'passwd:'`: the quote closes what the name stands in.
    if (between === ':' && text.charAt(start) === text.charAt(start - name.length - 2)) continue;
    const opening = /["']/.test(text.charAt(start)) ? 1 : 0;
    const end = endOfRun(text, start + opening);
    if (end !== undefined && !custom && !isSourceLine(text, start))
      finds.push({ rule: 'key', name, start: start + opening, end });
    const quoted = restOfLine(text, start, name) ?? givenValue(text, start, ENDS);
    if (quoted === '') continue;
    pair.lastIndex = start + quoted.length;
    const plain = withoutQuotes(quoted);
    const shell = between === '=' && /^[A-Z][A-Z0-9_]*$/.test(name);
    const literal = /^["']/.test(quoted);
    const value = literal || shell ? plain : withoutEnd(beforeNextPair(plain), ',)]}>');
    // Kubernetes tells of its Secrets by their names.
    if (!literal && /^secret$/i.test(name) && value.length < 300 && /^[a-z]+(?:-[a-z\d]+)+\.?$/.test(value)) continue;
    // `auth=bob:…`
    const user = isAuthKey(name) ? (/^[\w.@-]{1,60}:(?=\S{4})/.exec(value)?.[0].length ?? 0) : 0;
    if (!isMaskable(value) || (custom && !isDrawnValue(value.slice(user)))) continue;
    // `AUTH=CRAM-MD5`: what kind it is.
    const kind = isAuthKey(name) && user === 0 && !(between === '=' && /^[A-Z]+_[A-Z_]+$/.test(name));
    if (kind && !looksRandom(value)) continue;
    const given: Given = { name, between, value, closed: value !== plain };
    const onlyHere = !shell && !literal && !isSecret(text, start, given);
    if (onlyHere && !isPassword(text, start, given)) continue;
    const from = start + (plain === quoted ? 0 : 1) + user;
    finds.push({ rule: 'key', name, start: from, end: from + value.length - user, ...(onlyHere ? { onlyHere } : {}) });
  }
  return finds;
}

/** In files of settings a value goes on to the end of its line, whatever signs are in it: `db.password=qr;CrE{Rq`. */
function restOfLine(text: string, start: number, name: string): string | undefined {
  LINE.lastIndex = start;
  const value = LINE.exec(text)?.[0];
  if (
    value === undefined ||
    !/^["'`;,]?\s*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start).split(name)[0] ?? '')
  )
    return undefined;
  return /[;,{}()[\]<>"']/.test(value) && !/[,;)\]}"'`]$/.test(value) && !NEXT_PAIR.test(value) && isDrawnValue(value)
    ? value
    : undefined;
}

/** Neither a word of a sentence nor a name, call or index of a program, which tracebacks are full of. */
export function isUnlikeWord(value: string): boolean {
  if (value.length < 5 || /[()[\]{},]/.test(value)) return false;
  // don't
  if (/^[A-Za-z]+'[a-z]{1,2}$/.test(value)) return false;
  return /\d/.test(value) ? !/^[A-Za-z_]\w{0,200}(?:\.[A-Za-z_]\w{0,200})+$/.test(value) : /[^\w.:-]/.test(value);
}

/** What no words and no program read so. */
function isSecret(text: string, start: number, { name, value, closed }: Given): boolean {
  if (isSourceLine(text, start)) return closed ? looksRandom(value) : isUnlikeWord(value);
  if (isCount(name, value)) return false;
  if (looksDrawn(value)) return hasMarks(value) || !/^(?:[A-Za-z_][\w.]{0,200})?[([{]/.test(value);
  if (!isUnlikeWord(value))
    return (
      value.length >= 5 && /^[A-Za-z]+$/.test(value) && !isState(value) && (!readsAsWords(value) || isDrawnAlone(value))
    );
  // `token=token2)` in a call is a variable.
  return !closed || (/\d/.test(value) ? !isSecretKey(value) : value.length >= 8);
}

/** Marks that no call has: the brackets of `aB3$x(9,k` are those of no program. */
function hasMarks(value: string): boolean {
  return /[$@!#%^&~|?\\]/.test(value);
}

/** A password that is a word: where nothing but settings is written so, and it says nothing of the password. Not looked for. */
function isPassword(text: string, start: number, { name, between, value, closed }: Given): boolean {
  if (!isPasswordName(name) || !mayBePassword(value) || isSourceLine(text, start)) return false;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(from, start - 200), start);
  if (between === '=') return !before.includes('(') && !(closed && text.charAt(start + value.length) === ')');
  const after = text.slice(start + value.length, start + value.length + 20);
  return /^[\s-]*[\w.-]+[ \t]*(?::?=|=>|:)[ \t]*$/.test(before) && /^[ \t]*(?:\r?\n|#|$)/.test(after);
}

/** A line of a program in a traceback of Python, below that which says where it stands. */
export function isSourceLine(text: string, at: number): boolean {
  const end = text.lastIndexOf('\n', at - 1);
  if (end === -1) return false;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  return /^\s*File "/.test(text.slice(start, Math.min(end, start + 100)));
}

/** Of `a,token=b` the first. */
function beforeNextPair(text: string): string {
  const next = text.search(/,[\w.-]{1,60}=/);
  return next === -1 ? text : text.slice(0, next);
}
