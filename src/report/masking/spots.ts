/**
 * Words → a search for the next place in a text at which one of them stands. One pass over the text finds them all: three
 * characters at a time name the few words that begin so. A regular expression of as many alternatives takes ten times as long.
 */

/** A word, in small letters; capitals are the same unless it is `exact`. */
export interface SpotWord {
  /** Two characters or more. */
  readonly text: string;
  readonly exact?: true;
  /** Only where neither a letter nor a digit stands before it. */
  readonly apart?: true;
  /** What must stand there for the word to say something. Sticky. */
  readonly form?: RegExp;
}

/** Where the next word begins, at `from` or after it; -1 where there is none. */
export type NextSpot = (text: string, from: number) => number;

/** Bits of a character that tell letters apart, whether they are capitals or not. */
const BITS = 5;
const MASK = (1 << BITS) - 1;
/** All that three characters can be. */
const GRAMS = 1 << (3 * BITS);

/** The tables are made when they are needed first. */
export function spotsOf(words: () => readonly SpotWord[]): NextSpot {
  let table: Table | undefined;
  return (text, from) => {
    const { starts, lists } = (table ??= tableOf(words()));
    const { length } = text;
    let gram = 0;
    for (let at = from; at < length; at++) {
      gram = ((gram << BITS) | (text.charCodeAt(at) & MASK)) & (GRAMS - 1);
      const list = starts[gram] as number;
      if (list > 0 && at >= from + 2 && isSpot(text, at - 2, lists[list] ?? [])) return at - 2;
    }
    // Words of two characters at the end.
    const list = starts[(gram << BITS) & (GRAMS - 1)] as number;
    return list > 0 && length >= from + 2 && isSpot(text, length - 2, lists[list] ?? []) ? length - 2 : -1;
  };
}

interface Table {
  /** By three characters, which list has the words that begin so; 0 where none does. */
  readonly starts: Uint16Array;
  readonly lists: readonly (readonly SpotWord[])[];
}

function tableOf(words: readonly SpotWord[]): Table {
  const starts = new Uint16Array(GRAMS);
  const lists: SpotWord[][] = [[]];
  for (const word of words) {
    const [first = 0, second = 0, third] = Array.from(word.text, (character) => character.charCodeAt(0) & MASK);
    for (const last of third === undefined ? Array(MASK + 1).keys() : [third]) {
      const gram = (((first << BITS) | second) << BITS) | last;
      const list = lists[starts[gram] ?? 0];
      if (starts[gram] !== 0 && list !== undefined) list.push(word);
      else starts[gram] = lists.push([word]) - 1;
    }
  }
  return { starts, lists };
}

function isSpot(text: string, at: number, words: readonly SpotWord[]): boolean {
  for (const word of words) {
    if (!standsAt(text, at, word) || (word.apart === true && at > 0 && /[A-Za-z\d]/.test(text.charAt(at - 1))))
      continue;
    if (word.form === undefined) return true;
    word.form.lastIndex = at;
    if (word.form.test(text)) return true;
  }
  return false;
}

function standsAt(text: string, at: number, { text: word, exact }: SpotWord): boolean {
  if (exact === true) return text.startsWith(word, at);
  for (let index = 0; index < word.length; index++) {
    const code = text.charCodeAt(at + index);
    const letter = word.charCodeAt(index);
    if (code !== letter && (code | 32) !== letter) return false;
  }
  return true;
}
