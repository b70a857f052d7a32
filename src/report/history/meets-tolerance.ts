/** A value and a tolerance → whether the one meets the other, where that can be told. Source: chaoslib `hypothesis.py`, `within_tolerance`. */
import { isArray, isNumeral, isObject, toNumber, type JsonValue } from '../../json.js';
import type { MeasuredProbe, MeasuredValue } from './measured.js';

const DECIMAL = /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/;

/**
 * Null where the tolerance looks elsewhere than where the value was found, is checked by something else (a probe, a pattern,
 * a path), has variables or masked texts in it, or is of a kind that the library does not check (a number with decimals).
 */
export function meetsTolerance(tolerance: JsonValue, { value, field }: MeasuredValue): boolean | null {
  if (tolerance === null || hasUnknown(tolerance)) return null;
  if (isArray(tolerance)) return field === null || field === 'status' ? meetsList(tolerance, value, field) : null;
  if (isObject(tolerance)) {
    const target = tolerance.target ?? null;
    if (tolerance.type !== 'range' || !isArray(tolerance.range) || field !== target) return null;
    // The library makes a decimal of a text; one that is no number is out of any range.
    if (typeof value !== 'string') return between(tolerance.range, toNumber(value));
    return DECIMAL.test(value) ? between(tolerance.range, Number(value)) : false;
  }
  if (typeof tolerance === 'boolean' || typeof tolerance === 'string')
    return field === null ? equal(tolerance, value) : null;
  const whole = typeof tolerance === 'number' ? Number.isInteger(tolerance) : /^-?\d+$/.test(tolerance.$number);
  return whole && (field === null || field === 'status') ? equal(tolerance, value) : null;
}

/** Whether all that a probe measured meets a tolerance, with the value to show for it: one that does not, else the last one. */
export function probeMeets(
  tolerance: JsonValue,
  { values, leftOut }: MeasuredProbe,
): { readonly met: boolean; readonly shown: MeasuredValue } | null {
  const answers = values.map((one) => meetsTolerance(tolerance, one));
  const missed = values.findLast((_, index) => answers[index] === false);
  if (missed) return { met: false, shown: missed };
  const last = values.at(-1);
  const range = isObject(tolerance) || (isArray(tolerance) && tolerance.length === 2 && last?.field === null);
  const known = leftOut === 'nothing' || (leftOut === 'between' && range);
  return last && known && answers.every((answer) => answer === true) ? { met: true, shown: last } : null;
}

/** What http and process providers return has a `status`, and that is looked for in the list; else two numbers are a range. */
function meetsList(list: readonly JsonValue[], value: MeasuredValue['value'], field: string | null): boolean | null {
  if (list.length === 2 && field === null) return between(list, toNumber(value));
  const answers = list.map((one) => equal(one, value));
  return answers.includes(true) ? true : answers.includes(null) ? null : false;
}

function between([low, high]: readonly JsonValue[], value: number | undefined): boolean | null {
  const [from, to] = [toNumber(low), toNumber(high)];
  if (from === undefined || to === undefined || value === undefined || [from, to, value].some(Number.isNaN))
    return null;
  return from <= value && value <= to;
}

/** As Python compares; a truth value and a number are left alone. */
function equal(one: JsonValue, value: MeasuredValue['value']): boolean | null {
  const [a, b] = [toNumber(one), toNumber(value)];
  if (a !== undefined && b !== undefined) {
    // Doubles do not tell integers beyond 2^53 apart.
    if (isNumeral(one) && isNumeral(value) && one.$number === value.$number) return true;
    return Number.isSafeInteger(a) || a !== b ? a === b : null;
  }
  const mixed = (a !== undefined && typeof value === 'boolean') || (b !== undefined && typeof one === 'boolean');
  return mixed ? null : one === value;
}

function hasUnknown(value: JsonValue): boolean {
  if (typeof value === 'string')
    return value.includes('${') || value.includes('‹secret ') || value.includes('‹secret›');
  if (isArray(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some(hasUnknown);
}
