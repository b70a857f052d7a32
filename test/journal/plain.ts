import { isArray, isNumeral, isObject, type JsonValue } from '../../src/json.js';

/** What `JSON.parse` would have given: numerals as numbers, objects with their usual prototype. */
export function plain(value: JsonValue): unknown {
  if (isArray(value)) return value.map(plain);
  if (isNumeral(value)) return Number(value.$number);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, plain(child)]));
  return value;
}
