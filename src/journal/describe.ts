/** A JSON value → what it is, in words for an error message. */
import { isArray, isNumeral, isObject, type JsonValue } from '../json.js';
import { messages } from './messages.js';

/** `a list of 12 items`, `an object with the keys a, b, c`, `the number 7`. */
export function describe(value: JsonValue): string {
  if (value === null) return messages.nothing();
  if (isArray(value)) return messages.list(value.length);
  if (isObject(value)) return messages.object(Object.keys(value));
  if (isNumeral(value)) return messages.number(value.$number);
  if (typeof value === 'string') return messages.string(value);
  return typeof value === 'number' ? messages.number(String(value)) : messages.boolean(value);
}
