/**
 * A value → whether it reads like a word, or like a name made of words. Where a text says `password=`, that tells a secret of mere
 * letters from "required" and `db_settings`: letters drawn by chance follow each other as they do in no language.
 */

/**
 * How often letters follow each other, counted over the different words of this project's pages and sources: a row for the first
 * letter, in it a digit for the second from a to z. 6 is as often as by chance, each step up twice as often, each step down half.
 */
const FOLLOWS: Readonly<Record<string, string>> = {
  a: '46760361625767360878554352',
  b: '75548502754803800774722050',
  c: '71648308627740830658612040',
  d: '74469650822533722674532350',
  e: '74785552402668353886254640',
  f: '84558840822732830656620050',
  g: '74238368800657640874640023',
  h: '84229002700352850657640050',
  i: '65766560323769760677250404',
  j: '73358333535333863583855333',
  k: '65469531811456533383615131',
  l: '84369322803721840366642060',
  m: '86249220824564783064500032',
  n: '73778583635445641378542031',
  o: '45663550535778660866766421',
  p: '82358346700733760867603240',
  q: '33353333335833353553935335',
  r: '83569451805555740576542060',
  s: '62638327705543664379735040',
  t: '72539327802533740776504260',
  u: '66666560600778460878200202',
  v: '84419141811341611443411341',
  w: '83358147811137831774115111',
  x: '65628425722265694558422552',
  y: '56627452625676782487426455',
  z: '73339333833553753373533358',
};

/** `HTTP`, `Server`, `name` in `HTTPServer_name`. */
const PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;
/** Capital letters of fewer characters are an abbreviation, about which letters say nothing. */
const ABBREVIATION = 5;
const A = 'a'.charCodeAt(0);

/**
 * Only letters from a to z are looked at; a value without them does not read. Of letters drawn by chance, one value in 20 of eight
 * passes, one in 100 of twelve, one in 3,000 of twenty; of the words of Python's library, one in 40 does not.
 */
export function readsAsWords(value: string): boolean {
  // Other scripts and languages: nothing is known of them.
  if (/[^\x00-\x7F]/.test(value)) return true;
  const parts = wordsIn(value);
  const letters = parts.reduce((sum, part) => sum + part.length, 0);
  if (letters === 0) return false;
  // tWxJHxGg: capitals stand at the beginning of words, and words are longer.
  if (letters >= 6 && letters < 3 * parts.length && /[a-z]/.test(value)) return false;
  const { odds, pairs } = letterOdds(parts);
  // Short words say little: there it takes more to be none.
  return odds >= (pairs < 7 ? pairs - 8 : (pairs - 7) / 2);
}

/** The words that a value is written with: `HTTP`, `Server` and `name` of `HTTPServer_name`. */
export function wordsIn(value: string): readonly string[] {
  return value.match(PARTS) ?? [];
}

/** How much likelier the letters of words follow each other so than by chance, in powers of two, and how many pairs say so. */
export function letterOdds(words: readonly string[]): { readonly odds: number; readonly pairs: number } {
  let pairs = 0;
  let odds = 0;
  for (const part of words) {
    if (words.length > 1 && part.length < ABBREVIATION && part === part.toUpperCase()) continue;
    const word = part.toLowerCase();
    for (let at = 1; at < word.length; at++) {
      odds += Number(FOLLOWS[word.charAt(at - 1)]?.charAt(word.charCodeAt(at) - A)) - 6;
      pairs++;
    }
  }
  return { odds, pairs };
}
