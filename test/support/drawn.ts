/** Secrets that are drawn by chance, of the alphabets that generators of passwords and keys have. */
import fc from './properties.js';

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const LETTERS = SMALL + SMALL.toUpperCase();

/** By what its characters are called. */
export const ALPHABETS: Readonly<Record<string, string>> = {
  'small letters': SMALL,
  'capital letters': SMALL.toUpperCase(),
  letters: LETTERS,
  digits: DIGITS,
  'hexadecimal digits': `${DIGITS}abcdef`,
  'letters and digits': LETTERS + DIGITS,
  'letters of base64': `${LETTERS}${DIGITS}+/`,
  'letters, digits and marks': `${LETTERS}${DIGITS}+-_.~`,
};

/** Every mark of a keyboard but quotes and the backslash. */
export const ALL_MARKS = `${LETTERS}${DIGITS}!@#$%^&*-_+=.;:,(){}[]<>?/|~`;

/** Texts of so many characters of an alphabet, none of them likelier than another; a mark is neither first nor last. */
export function drawn(alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> {
  const character = fc.constantFrom(...alphabet);
  const end = fc.constantFrom(...[...alphabet].filter((one) => /[A-Za-z\d]/.test(one)));
  const middle = fc.array(character, { minLength: minLength - 2, maxLength: maxLength - 2 });
  return fc.noBias(fc.tuple(end, middle, end).map(([first, between, last]) => first + between.join('') + last));
}
