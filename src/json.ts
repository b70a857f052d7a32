/**
 * JSON values as Python writes them: JSON's own, plus `NaN`, the infinities and numbers that a double cannot hold.
 * A leaf module: it knows nothing of journals.
 */

/**
 * A number that JavaScript's `number` would not write back digit for digit: `NaN`, `Infinity`, `-Infinity`, an integer
 * past 2^53, `1.0`, `1e308`. `$number` holds the source text. Made only by {@link numeral}; told from an ordinary
 * object that happens to have a `$number` key by {@link isNumeral}. `JSON.stringify` gives `{"$number":"NaN"}`.
 */
export interface Numeral {
  readonly $number: string;
}

/** An object of a journal. Its prototype is null, so no key (`__proto__`, `constructor`) is special. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Any value of a journal. */
export type JsonValue = string | number | boolean | null | Numeral | readonly JsonValue[] | JsonObject;

const numerals = new WeakSet<object>();

/** Makes a {@link Numeral} from the digits as they stand in the source. */
export function numeral(digits: string): Numeral {
  const value = Object.freeze({ $number: digits });
  numerals.add(value);
  return value;
}

/** True for what {@link numeral} made, and for nothing else. */
export function isNumeral(value: unknown): value is Numeral {
  return typeof value === 'object' && value !== null && numerals.has(value);
}

/** True for a JSON object: not an array, not null, not a {@link Numeral}. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !numerals.has(value);
}

/** `Array.isArray` that keeps the element type. */
export const isArray: (value: unknown) => value is readonly JsonValue[] = Array.isArray;

/** The number that a JSON number stands for (NaN and the infinities included), or undefined for anything else. */
export function toNumber(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return isNumeral(value) ? Number(value.$number) : undefined;
}

/** An object to be filled, without a prototype. `Object.create(null)` would make a slower and larger one. */
export function emptyObject(): Record<string, JsonValue> {
  return Object.setPrototypeOf({}, null) as Record<string, JsonValue>;
}

/** Appends a reference token to a JSON pointer (RFC 6901: `~` is `~0`, `/` is `~1`). */
export function pointer(base: string, token: string | number): string {
  return `${base}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** What a table of ours says of a key that comes from outside: nothing of what objects inherit, such as `constructor`. */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
