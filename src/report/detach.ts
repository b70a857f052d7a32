/**
 * A value read from a journal → the same value with strings of its own. Strings that the parser cuts out of a text hold on to the
 * whole of it: a title that is kept of each of ten thousand journals would keep the ten thousand journals.
 */
import { emptyObject, isArray, isNumeral, type JsonValue } from '../json.js';
import { ownText } from '../own-text.js';

/** Copies plain data. Objects without a prototype stay so. */
export function detach<T>(value: T): T {
  return copy(value as JsonValue) as T;
}

function copy(value: JsonValue): JsonValue {
  if (typeof value === 'string') return ownText(value);
  if (typeof value !== 'object' || value === null || isNumeral(value)) return value;
  if (isArray(value)) return value.map(copy);
  const copied: Record<string, JsonValue> = Object.getPrototypeOf(value) === null ? emptyObject() : {};
  for (const [key, part] of Object.entries(value)) copied[key] = copy(part);
  return copied;
}
