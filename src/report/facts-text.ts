/** Facts → one line of JSON in which a number's source digits and an object that only looks like them are told apart. */
import { escapeHiding } from '../json-escapes.js';
import { isObject } from '../json.js';
import { jsonPieces } from './json-pieces.js';

/**
 * The JSON text of a value. A numeral is `{"$number":"NaN"}`; the key `$number` of an ordinary object, were there one,
 * gets one more `$`, and so does `$$number`: readers take one off.
 */
export function factsText(value: unknown): string {
  const text = JSON.stringify(value);
  // A replacer makes writing several times slower, so it runs only where there is something to tell apart.
  return escapeHiding(text.includes('$number":') ? JSON.stringify(value, escapeKeys) : text);
}

/** The same piece by piece: a small value is one. */
export function factsPieces(value: unknown): Iterable<string> {
  return jsonPieces(value, factsText, (key) => (LIKE_NUMBER.test(key) ? `$${key}` : key));
}

function escapeKeys(_key: string, value: unknown): unknown {
  if (!isObject(value) || !Object.keys(value).some((key) => LIKE_NUMBER.test(key))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [LIKE_NUMBER.test(key) ? `$${key}` : key, part]),
  );
}

const LIKE_NUMBER = /^\$+number$/;
