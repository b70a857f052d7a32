/** The durations of the judged runs → whether the last ones took longer, or shorter, than those before: by medians, not by noise. */
import type { DurationShift, Seconds } from '../types.js';

type ShiftedMedians = Omit<DurationShift, 'since' | 'changes'>;

/** The last runs, and at most how many before them they are held against. */
const NOW = 3;
const BEFORE = 5;

/** What is less is noise, whatever its share. */
const LEAST_SHARE = 1.25;
const LEAST_SECONDS = 0.1;

/**
 * A shift, where each of the last three runs lies beyond every one of the (three to five) before them, and the medians differ
 * by a quarter and by a tenth of a second.
 *
 * @param durations Of the judged runs, from the first to the last.
 * @returns Null for no shift; `began` is the index of the run it began with.
 */
export function durationShift(durations: readonly Seconds[]): (ShiftedMedians & { readonly began: number }) | null {
  const now = durations.slice(-NOW);
  const before = durations.slice(-NOW - BEFORE, -NOW);
  if (before.length < NOW) return null;
  const apart = Math.min(...now) > Math.max(...before) || Math.max(...now) < Math.min(...before);
  const [medianNow, medianBefore] = [median(now), median(before)];
  const larger = Math.max(medianNow, medianBefore);
  const smaller = Math.min(medianNow, medianBefore);
  if (!apart || larger < smaller * LEAST_SHARE || larger - smaller < LEAST_SECONDS) return null;
  return {
    before: medianBefore,
    now: medianNow,
    runsBefore: before.length,
    runsNow: now.length,
    last: now.at(-1) ?? medianNow,
    began: beganAt(durations, medianNow > medianBefore),
  };
}

/** The last runs are beyond those before; so may be some before them already, each well beyond all that came before it. */
function beganAt(durations: readonly Seconds[], longer: boolean): number {
  const earliest = Math.max(durations.length - NOW - BEFORE, 0);
  let began = durations.length - NOW;
  for (; began - 1 > earliest; began--) {
    const own = durations[began - 1] ?? 0;
    const earlier = durations.slice(earliest, began - 1);
    const beyond = longer
      ? own >= Math.max(...earlier) * LEAST_SHARE && own - Math.max(...earlier) >= LEAST_SECONDS
      : own * LEAST_SHARE <= Math.min(...earlier) && Math.min(...earlier) - own >= LEAST_SECONDS;
    if (!beyond) break;
  }
  return began;
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (!Number.isInteger(middle)) return sorted[Math.floor(middle)] ?? 0;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
