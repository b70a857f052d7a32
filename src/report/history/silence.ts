/** The starts of an experiment's runs → whether it is no longer run, while others are. */
import { milliseconds } from '../time.js';
import type { Instant, Silence } from '../types.js';

/** Two pauses at least: from one alone no rhythm can be told. */
const LEAST_RUNS = 3;
const PAUSES = 2;
/** Milliseconds. What was not run since this morning is no longer run by no rhythm. */
const LEAST_SILENCE = 86_400_000;

/**
 * Silent is what was not run for more than twice the longest pause between two of its runs, and for a day at least.
 *
 * @param starts From the first to the last.
 * @param newest The start of the last run of any experiment in the report.
 */
export function silenceOf(starts: readonly Instant[], newest: Instant | null): Silence | null {
  const lastRun = starts.at(-1);
  if (starts.length < LEAST_RUNS || lastRun === undefined || newest === null) return null;
  const times = starts.map(milliseconds);
  const longest = times.reduce((most, time, index) => Math.max(most, time - (times[index - 1] ?? time)), 0);
  const silent = milliseconds(newest) - milliseconds(lastRun);
  return longest > 0 && silent > longest * PAUSES && silent >= LEAST_SILENCE
    ? { lastRun, silent: silent / 1000, longestPause: longest / 1000 }
    : null;
}
