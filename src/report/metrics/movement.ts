/**
 * A series and the fault window → what it did in it, held against what it was before. Only what the values support: how long
 * something lasted is between two bounds, and nothing is said of why.
 */
import type { Beyond, Movement } from '../metric-types.js';
import { instantOf } from './instant.js';
import type { Statistics } from './statistics.js';

/** Fewer values than this before the window are no range to hold anything against. */
const LEAST_BEFORE = 3;
/** Fewer values than this before the window are a narrow range by chance: what counts as moved must be farther away. */
const MANY_BEFORE = 10;
/** How far the median must move, in spans of what was seen before. */
const FAR = { many: 1, few: 2 } as const;
/** A regular series with less than this part of the values that its pace makes in the window is as good as missing. */
const MISSING = 1 / 3;
/** A counter shows itself in this many values. */
const LEAST_TREND = 4;

/** A window in milliseconds since 1970, both ends inside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const STILL = { size: 0, least: null, most: null, back: null, beyond: null, followed: false } as const;

/** The values before, in and after the fault window; null where there are none. */
export interface Parts {
  readonly before: Statistics | null;
  readonly during: Statistics | null;
  readonly after: Statistics | null;
}

/** What the group of a series has. */
export interface Others {
  /** Whether any of its series has values before the window, and from it on: only then a missing one says something. */
  readonly before: boolean;
  readonly since: boolean;
  /** How many values its pace makes in the part of the window that it covers; 0 where it has no regular pace. */
  readonly expected: number;
}

/** Judges one series. */
export function movementOf(
  times: readonly number[],
  values: readonly number[],
  window: Span | null,
  { before, during, after }: Parts,
  others: Others,
): Movement {
  const followed = after !== null;
  if (!window) return { kind: 'unknown', ...STILL };
  if (!before && during && others.before) return { kind: 'appeared', ...STILL, size: 1e6, followed };
  const few = during ? during.count <= others.expected * MISSING : others.since;
  if (before && few && before.count >= LEAST_BEFORE)
    return { kind: 'absent', ...STILL, size: 2e6, most: longestSilence(times, values, window), followed };
  if (!before || !during || before.count < LEAST_BEFORE) return { kind: 'unknown', ...STILL, followed };

  // A line that was level has no spread: what counts as far is then a hundredth of its height; at 0, of what came.
  const height = Math.abs(before.median) || Math.max(Math.abs(during.minimum), Math.abs(during.maximum));
  const unit = Math.max(before.maximum - before.minimum, height * 0.01, Number.MIN_VALUE);
  const far = unit * (before.count < MANY_BEFORE ? FAR.few : FAR.many);
  const isNear = (value: number): boolean => value >= before.minimum - unit / 2 && value <= before.maximum + unit / 2;
  const back = firstAfter(times, values, window, isNear);
  if (before.minimum > 0 && during.minimum === 0 && during.maximum >= 0) {
    const { least, most } = longestZero(times, values, window);
    return { kind: 'zero', size: 3e6 + sizeOf(before.median, unit), least, most, back, beyond: null, followed };
  }
  if (isTrend(times, values, window)) return { kind: 'trend', ...STILL, followed };
  const moved = (isBeyond: (value: number) => boolean): Omit<Movement, 'kind' | 'size'> => {
    return { least: null, most: null, back, beyond: beyondIn(times, values, window, isBeyond), followed };
  };
  const isAbove = (value: number): boolean => value > before.maximum;
  const isBelow = (value: number): boolean => value < before.minimum;
  if (during.median > before.maximum && during.median - before.median > far)
    return { kind: 'rose', size: sizeOf(during.median - before.median, unit), ...moved(isAbove) };
  if (during.median < before.minimum && before.median - during.median > far)
    return { kind: 'fell', size: sizeOf(before.median - during.median, unit), ...moved(isBelow) };
  const above = during.maximum - before.maximum;
  const below = before.minimum - during.minimum;
  const often = during.count >= MANY_BEFORE && during.p95 > before.maximum + unit / 4;
  if ((above > far || often) && above >= below) return { kind: 'peaked', size: sizeOf(above, unit), ...moved(isAbove) };
  if (below > far) return { kind: 'dipped', size: sizeOf(below, unit), ...moved(isBelow) };
  return { kind: 'still', ...STILL, followed };
}

/** In spans of what was seen before, below what tells kinds apart. */
function sizeOf(way: number, unit: number): number {
  // An earlier range that reached to infinity has no span.
  return Math.min(way / unit, 1e5) || 0;
}

/** The values in the window that are beyond a range. */
function beyondIn(
  times: readonly number[],
  values: readonly number[],
  window: Span,
  isBeyond: (value: number) => boolean,
): Beyond | null {
  let found = 0;
  let first = 0;
  let last = 0;
  times.forEach((at, index) => {
    if (at < window.start || at > window.end || !isBeyond(values[index] ?? NaN)) return;
    if (found === 0) first = at;
    last = at;
    found++;
  });
  return found === 0 ? null : { values: found, first: instantOf(first), last: instantOf(last) };
}

/** Seconds of the longest time between two values in a row that touches the window; null where the last value is before it. */
function longestSilence(times: readonly number[], values: readonly number[], window: Span): number | null {
  let longest: number | null = null;
  let previous = -Infinity;
  times.forEach((at, index) => {
    if (Number.isNaN(values[index] ?? NaN)) return;
    if (at >= window.start && previous > -Infinity && previous <= window.end)
      longest = Math.max(longest ?? 0, (at - previous) / 1000);
    previous = at;
  });
  return previous < window.end ? null : longest;
}

/** Seconds from the end of the window to the first of two values in a row that fit (or to the very last value). */
function firstAfter(
  times: readonly number[],
  values: readonly number[],
  window: Span,
  fits: (value: number) => boolean,
): number | null {
  for (let index = 0; index < times.length; index++) {
    const at = times[index] ?? 0;
    if (at <= window.end || !isFit(values[index], fits)) continue;
    if (index + 1 === times.length || isFit(values[index + 1], fits)) return (at - window.end) / 1000;
  }
  return null;
}

function isFit(value: number | undefined, fits: (value: number) => boolean): boolean {
  return value !== undefined && Number.isFinite(value) && fits(value);
}

/** The longest stretch of zeros that touches the window: from its first zero to its last, and between its neighbours. */
function longestZero(
  times: readonly number[],
  values: readonly number[],
  window: Span,
): { readonly least: number; readonly most: number | null } {
  let best = { least: -1, most: null as number | null };
  for (let index = 0; index < values.length; index++) {
    if (values[index] !== 0) continue;
    let last = index;
    while (values[last + 1] === 0) last++;
    const from = times[index] ?? 0;
    const to = times[last] ?? 0;
    const least = (to - from) / 1000;
    if (to >= window.start && from <= window.end && least > best.least) {
      const previous = times[index - 1];
      const next = times[last + 1];
      best = { least, most: next === undefined || previous === undefined ? null : (next - previous) / 1000 };
    }
    index = last;
  }
  return best;
}

/** Whether all values before the window go one way: a counter, or something that fills up. */
function isTrend(times: readonly number[], values: readonly number[], window: Span): boolean {
  const before = values.filter((value, index) => (times[index] ?? 0) < window.start && Number.isFinite(value));
  if (before.length < LEAST_TREND || new Set(before).size < LEAST_TREND) return false;
  const steps = before.slice(1).map((value, index) => value - (before[index] ?? 0));
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}
