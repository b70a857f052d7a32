/** A value that stands right after the name of a secret, without a sign between → whether it was drawn by chance, and is no word or name. */
import { letterOdds, readsAsWords, wordsIn } from './reads-as-words.js';
import { isMaskable, looksDrawn } from './worth-masking.js';

/** Fewer characters say too little. */
const SHORTEST = 8;
/** More than those need not be looked at. */
const ENOUGH = 200;

/** Ends of words, of three letters and more: one random word in 400 has one. */
const ENDING =
  /(?:tion|sion|ment|ness|ity|able|ible|ing|ally|ance|ence|less|ful|ous|ive|ical|ator|ized|ised|ated|ship|word|name|ings|ions|ments|ers|ies)$/;

/**
 * What names have and chance has not, in points. Source: a logistic regression of random values of ten alphabets against what
 * stands after such names in manuals, sources and README files; its weights in proportion to that of `odds`, rounded.
 */
const POINTS = { pair: 0.9, hump: 1, digits: 0.5, separator: 4, ending: 5, short: -2, long: -1 };
/** Letters from which on a word is long. */
const LONG_WORD = 14;
/** A value with fewer points was drawn: the first where only letters are in it, the second else. */
const ENOUGH_FOR_LETTERS = 7;
const ENOUGH_FOR_FEW_LETTERS = 5;
const ENOUGH_FOR_NAME = 8;

/** True for what nobody would write as a word, an identifier, or the name of a file, a host or an object of Kubernetes. */
export function isDrawnAlone(value: string): boolean {
  if (value.length < SHORTEST || !isMaskable(value) || isPlace(value) || isCall(value)) return false;
  const text = value.slice(0, ENOUGH);
  // Other scripts, of which nothing is known; references.
  if (/[^\x20-\x7E]|[$%]\{[A-Za-z_.]|\$\([a-z]|\{\{/.test(text)) return false;
  if (/^\d+$/.test(text)) return true;
  if (/^[\da-f]+$/i.test(text) && /\d/.test(text)) return true;
  const words = wordsIn(text);
  const marks = new Set(text.match(/[^\w.:/-]/g)).size;
  if (words.length === 0) return marks > 2;
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  // tWxJHxGg: capitals stand at the beginning of words, and words are longer.
  if (letters >= SHORTEST && letters < 3 * words.length && /[a-z][^\\]*[A-Z]|[A-Z][^\\]*[a-z]/.test(text)) return true;
  if (marks > 0) return !isProgram(words) && (marks > 1 || pointsOf(text, words, true) < ENOUGH_FOR_NAME);
  return pointsOf(text, words, false) < limitOf(text);
}

/** True for what was drawn by chance, where the name of a secret stands elsewhere in the same object or table. */
export function isDrawnBelowName(value: string): boolean {
  return isMaskable(value) && (looksDrawn(value) || isDrawnAlone(value));
}

function limitOf(text: string): number {
  if (!/^[A-Za-z]+$/.test(text)) return ENOUGH_FOR_NAME;
  return text.length < 12 ? ENOUGH_FOR_FEW_LETTERS : ENOUGH_FOR_LETTERS;
}

/** `marked`: there are marks in it that no name has, so that a hyphen says nothing. */
function pointsOf(text: string, words: readonly string[], marked: boolean): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const { odds, pairs } = letterOdds(words);
  const endings = words.filter((word) => word.length > 5 && ENDING.test(word.toLowerCase())).length;
  const long = words.reduce((sum, word) => sum + Math.max(0, word.length - LONG_WORD), 0);
  const short = words.filter((word) => word.length < 3).length;
  return (
    odds +
    pairs * POINTS.pair +
    count(/[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g) * POINTS.hump +
    count(/\d(?=\d)/g) * POINTS.digits +
    (marked ? 0 : count(/[-_./:,]/g) * POINTS.separator) +
    endings * POINTS.ending +
    short * POINTS.short +
    long * POINTS.long
  );
}

/** A line of a program has brackets and signs as a password has; but it is made of words. */
export function isProgram(words: readonly string[]): boolean {
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const known = words
    .filter((word) => word.length > 3 && readsAsWords(word))
    .reduce((sum, word) => sum + word.length, 0);
  return known * 3 >= letters * 2;
}

/** Addresses, dates, paths, constants; names of Secrets and pods, whose last parts are drawn: `default-token-n7x4d`. */
function isPlace(value: string): boolean {
  return (
    value.includes('://') ||
    /^[\w.+-]{1,64}@[A-Za-z\d-]{1,64}(?:\.[A-Za-z\d-]{1,64}){0,6}\.[A-Za-z]{2,20}$/.test(value) ||
    /^\d{4}-\d\d-\d\d/.test(value) ||
    /^[.~]{0,2}\/[a-z][a-z.-]*\//.test(value) ||
    /^[A-Z]+(?:_[A-Z\d]+)+$/.test(value) ||
    (/^[a-z][a-z\d]*(?:[-.][a-z\d]+)+$/.test(value) &&
      value.split(/[-.]/).some((part) => /^[a-z]{3,}$/.test(part) && readsAsWords(part)))
  );
}

/** `get_token("x")`, `settings['x']`, `$url->password`. */
export function isCall(value: string): boolean {
  const name = /^([A-Za-z_][\w.:]{0,200})[([]/.exec(value)?.[1];
  if (name === undefined) return /^[$@%&*][A-Za-z_]\w{0,60}(?:->|::|[,([])/.test(value);
  return /^[a-z_.]{4,}$|\.\w+$/.test(name) || (name.length > 2 && readsAsWords(name));
}
