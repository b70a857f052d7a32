/** Reads parts of a journal that may be missing, null or of another type than expected: each answer is a plain value or null. */
import { emptyObject, isArray, isNumeral, isObject, toNumber, type JsonObject, type JsonValue } from '../json.js';

/** An object, or null for anything else. */
export function objectOf(value: JsonValue | undefined): JsonObject | null {
  return isObject(value) ? value : null;
}

/** A list, or an empty one for anything else. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isArray(value) ? value : [];
}

/** Text: a string as it is, a number by its digits; null for anything else, and for a string of nothing but white space. */
export function textOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return String(value);
  return isNumeral(value) ? value.$number : null;
}

/** A finite number, or null. */
export function numberOf(value: JsonValue | undefined): number | null {
  const number = toNumber(value);
  return number !== undefined && Number.isFinite(number) ? number : null;
}

/** True or false, or null for anything else. */
export function booleanOf(value: JsonValue | undefined): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** The object without the keys that are known. */
export function withoutKeys(object: JsonObject, known: ReadonlySet<string>): JsonObject {
  const rest = emptyObject();
  for (const [key, value] of Object.entries(object)) if (!known.has(key)) rest[key] = value;
  return rest;
}
