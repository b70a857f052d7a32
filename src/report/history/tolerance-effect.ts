/**
 * Two tolerances → whether the second lets more pass than the first, less, or whether that cannot be told. Source of what a
 * tolerance lets pass: chaoslib `hypothesis.py`, `within_tolerance`.
 */
import { isArray, isObject, toNumber, type JsonValue } from '../../json.js';
import type { ChangeEffect } from '../types.js';
import { canonical } from './definition-form.js';

/** The values that pass: all between two numbers, or these alone. `of` says of what: they are compared for equal ones only. */
type Passing =
  | { readonly kind: 'between'; readonly of: string; readonly low: number; readonly high: number }
  | { readonly kind: 'values'; readonly of: string; readonly values: ReadonlyMap<string, number | null> };

/** `provider`: the probe's, which says whether a list of two numbers is a range or two statuses. */
export function toleranceEffect(from: JsonValue, to: JsonValue, provider: string | null): ChangeEffect {
  const before = passing(from, provider);
  const after = passing(to, provider);
  if (!before || !after || before.of !== after.of) return 'changed';
  const looser = includes(after, before);
  const tighter = includes(before, after);
  // Two ways to write the same are no change of the test.
  return looser && tighter ? 'none' : looser ? 'loosened' : tighter ? 'tightened' : 'changed';
}

function passing(tolerance: JsonValue, provider: string | null): Passing | null {
  if (tolerance === null) return null;
  if (isArray(tolerance)) {
    // What http and process providers return has a `status`, and that is looked for in the list.
    const range = tolerance.length === 2 && provider !== 'http' && provider !== 'process';
    return range ? between('', tolerance) : values('', tolerance);
  }
  if (!isObject(tolerance)) return values('', [tolerance]);
  if (tolerance.type !== 'range' || !isArray(tolerance.range)) return null;
  return between(typeof tolerance.target === 'string' ? `target ${tolerance.target}` : '', tolerance.range);
}

function between(of: string, [low, high]: readonly JsonValue[]): Passing | null {
  const [from, to] = [toNumber(low), toNumber(high)];
  return from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to) || from > to
    ? null
    : { kind: 'between', of, low: from, high: to };
}

function values(of: string, list: readonly JsonValue[]): Passing {
  return { kind: 'values', of, values: new Map(list.map((one) => [canonical(one), toNumber(one) ?? null])) };
}

/** Whether everything that passes the smaller one passes the larger one. */
function includes(larger: Passing, smaller: Passing): boolean {
  if (larger.kind === 'between') {
    if (smaller.kind === 'between') return larger.low <= smaller.low && larger.high >= smaller.high;
    return [...smaller.values.values()].every((one) => one !== null && one >= larger.low && one <= larger.high);
  }
  if (smaller.kind === 'values') return [...smaller.values.keys()].every((one) => larger.values.has(one));
  return smaller.low === smaller.high && [...larger.values.values()].includes(smaller.low);
}
