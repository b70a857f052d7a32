/** What a tolerance was held against: the part of the output that it looked at. Source: chaoslib `hypothesis.py`, `within_tolerance`. */
import { isArray, isObject, isNumeral, type JsonValue } from '../json.js';

/** The value, or undefined where the tolerance looks in a way that leaves no single value behind (a JSON path). */
export function observedValue(tolerance: JsonValue | null, output: JsonValue): JsonValue | undefined {
  if (typeof tolerance === 'number' || isNumeral(tolerance) || isArray(tolerance)) {
    return isObject(output) && output.status !== undefined ? output.status : output;
  }
  if (isObject(tolerance)) {
    const { type, target } = tolerance;
    const value = typeof target === 'string' && isObject(output) ? (output[target] ?? output) : output;
    return type === 'jsonpath' ? undefined : value;
  }
  return output;
}
