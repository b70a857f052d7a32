/** What a tolerance was held against: the part of the output that it looked at. Source: chaoslib `hypothesis.py`, `within_tolerance`. */
import { isArray, isObject, isNumeral, type JsonValue } from '../json.js';
import { jsonPathValues } from './json-path.js';
import { textOf } from './read-parts.js';

/** A string of JSON is looked into. */
function parsed(value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    return value;
  }
}

/** The value, or undefined where the tolerance looks in a way that cannot be followed (a JSON path with a filter). */
export function observedValue(tolerance: JsonValue | null, output: JsonValue): JsonValue | undefined {
  if (typeof tolerance === 'number' || isNumeral(tolerance) || isArray(tolerance)) {
    return isObject(output) && output.status !== undefined ? output.status : output;
  }
  if (isObject(tolerance)) {
    const { type, target } = tolerance;
    const value = typeof target === 'string' && isObject(output) ? (output[target] ?? output) : output;
    return type === 'jsonpath' ? jsonPathValues(textOf(tolerance.path) ?? '', parsed(value)) : value;
  }
  return output;
}
