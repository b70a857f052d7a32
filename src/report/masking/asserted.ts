/**
 * The rule `key` in what tests and checks tell of a comparison that failed: the name of the secret stands in one line, and what was
 * expected and what came in others, with words of their own before them. Sources: the reports of pytest, unittest, Jest, Mocha, Go's
 * testing, testify, JUnit, AssertJ, Hamcrest, NUnit, RSpec and Rust.
 */
import { isDrawnValue } from './custom-names.js';
import type { Find } from './find.js';
import { isSecretKey } from './secret-keys.js';
import { withoutEnd } from './without-end.js';

/** Without one of these there is no comparison. */
const COMPARED =
  /assert|expect|└|invalid value|converting '|invalid \w+ value|rejected value|\bwant\b|\bgot\b|but was|received|mismatch|left: |not equal|[!=]= ?['"]/i;
/** What stands before one of the two values: a word and a sign, a bracket or a quote. */
const SIDE =
  /(?:^|[\s(>;,])(?:(?:expected|received|actual|but was|found|left|right|to (?:be|equal))(?:[ \t]{1,4}(?:value|string|is|to (?:be|equal)))?(?:[ \t]{0,8}[:=][ \t]{0,8}(?:is[ \t]{1,4}|was[ \t]{1,4})?[<[{]{0,2}[`"']{0,2}|[ \t]{0,4}[<[]{1,2}["']?|[ \t]{1,4}["'`])|(?:└|invalid value|converting|invalid \w{1,20} value:|rejected value)[ \t]{1,2}[["'`]|(?:got|want|was)(?:[ \t]{0,4}[:=])?[ \t]{1,4}["'`]{0,2}|(?:assert|E {1,12}|[!=]==? ?|AssertionError:)[ \t]{0,8}b?["'])([^\s"'`<>\][]{8,1000})/gi;
/** Two lines of a difference, with nothing else in them, or with a line of marks between. */
const DIFFERENCE =
  /(?:^|\n)(?:E {1,12})?- {1,8}["']?([^\s"']{1,1000})["']?\r?\n(?:E? {0,12}\?[^\n]{0,1000}\n)?(?:E {1,12})?\+ {1,8}["']?([^\s"']{1,1000})["']?(?=\r?\n|$)/g;
/** The last word of a name. */
const NAME = /(?:passw(?:or)?d|passphrase|passcode|pwd|token|secret|key|credential|creds|jwt|otp|cookie)s?(?![a-z-])/gi;
/** How far from its name a value may stand. */
const NEAR = 400;

/** Overlapping finds are possible. */
export function findAsserted(text: string): readonly Find[] {
  if (!COMPARED.test(text)) return [];
  const sides = sidesOf(text);
  if (sides.length === 0) return [];
  const names = namesIn(text);
  const finds: Find[] = [];
  let from = 0;
  for (const { value, start } of sides) {
    while (from < names.length && (names[from]?.at ?? 0) < start - NEAR) from++;
    const near = names[from];
    if (near === undefined) break;
    if (near.at < start + NEAR) finds.push({ rule: 'key', name: near.name, start, end: start + value.length });
  }
  return finds;
}

function namesIn(text: string): readonly { readonly at: number; readonly name: string }[] {
  return Array.from(text.matchAll(NAME), ({ 0: last, index }) => {
    const before = text.slice(Math.max(0, index - 60), index);
    const word = /[\w.-]*$/.exec(before)?.[0] ?? '';
    const first = /(?:api|access|private|signing|encryption|auth|client) $/i.exec(before)?.[0] ?? '';
    return { at: index, name: first + word + last };
  }).filter(({ name }) => isSecretKey(name));
}

/** In the order in which they stand. */
function sidesOf(text: string): readonly { readonly value: string; readonly start: number }[] {
  const sides: { readonly value: string; readonly start: number }[] = [];
  for (const match of text.matchAll(SIDE)) {
    const [whole, given = ''] = match;
    sides.push({ value: withoutEnd(given, `.,;:!?)}`), start: match.index + whole.length - given.length });
  }
  for (const match of text.matchAll(DIFFERENCE)) {
    const [whole, minus = '', plus = ''] = match;
    sides.push({ value: minus, start: match.index + whole.indexOf(minus, whole.indexOf('-') + 1) });
    sides.push({ value: plus, start: match.index + whole.lastIndexOf(plus) });
  }
  return sides.filter(({ value }) => isDrawnValue(value)).sort((one, other) => one.start - other.start);
}
