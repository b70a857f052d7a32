/** The evidence of a run → its level line, and the window in which faults were injected. */
import { numberOf } from './read-parts.js';
import { milliseconds } from './time.js';
import type { ActivityResult, Hypothesis, Instant, LevelLine, SteadyState, Time } from './types.js';

/** More strokes than this cannot be told apart in the width of a page. */
const MOST_STROKES = 300;

/** A span between two instants. */
export interface Window {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * From the earliest start to the latest end of the entries, pauses after them included; null where no entry has a time.
 * `until`: when the run ended, which no pause goes beyond; null where pauses were not made.
 */
function windowOf(entries: readonly ActivityResult[], until: Time | null): Window | null {
  const starts = entries.flatMap((entry) => (entry.start?.instant ? [milliseconds(entry.start.instant)] : []));
  if (starts.length === 0) return null;
  const limit = until?.instant ? milliseconds(until.instant) : -Infinity;
  const ends = entries.flatMap((entry) => {
    const end = entry.end?.instant ?? entry.start?.instant;
    if (!end) return [];
    const paused = milliseconds(end) + Math.max(numberOf(entry.pauses.after ?? undefined) ?? 0, 0) * 1000;
    return [Math.max(milliseconds(end), entry.end?.instant ? Math.min(paused, limit) : -Infinity)];
  });
  const start = least(starts);
  return { start: instantOf(start), end: instantOf(Math.max(greatest(ends), start)) };
}

/** From the start of the first action to the end of the method; null where no action has a start. */
export function faultWindow(run: readonly ActivityResult[], until: Time | null): Window | null {
  const first = windowOf(
    run.filter((entry) => entry.kind === 'action'),
    until,
  );
  const method = windowOf(run, until);
  return first && method ? { start: first.start, end: method.end } : null;
}

/** With microseconds, which is what journals have: runs may be shorter than a millisecond. */
function instantOf(time: number): Instant {
  const whole = Math.floor(time / 1000) * 1000;
  const fraction = Math.min(Math.round((time - whole) * 1000), 999_999);
  return `${new Date(whole).toISOString().slice(0, 19)}.${String(fraction).padStart(6, '0')}Z`;
}

// Spread arguments overflow the stack with a hundred thousand entries.
function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), -Infinity);
}

/** The level line of a run. `declared`: how many activities the method declares. */
export function levelLine(
  hypothesis: Hypothesis | null,
  run: readonly ActivityResult[],
  declared: number,
  status: string | null,
): LevelLine {
  const during = hypothesis?.during ?? [];
  const sampled = during.filter((state) => state.status !== 'not-run');
  const notMet = sampled.filter((state) => state.status === 'not-met');
  const stopped =
    (status === 'interrupted' || status === 'aborted') &&
    hypothesis?.after.status !== 'met' &&
    hypothesis?.after.status !== 'not-met';
  return {
    before: hypothesis?.before.status ?? 'not-run',
    during: sampled.length === 0 ? 'not-run' : notMet.length === 0 ? 'met' : 'not-met',
    after: hypothesis?.after.status ?? 'not-run',
    method: run.length > 0,
    violations: violations(notMet, windowOf(run, null)),
    samples: { total: sampled.length, met: sampled.length - notMet.length, notMet: notMet.length },
    cut: stopped ? progress(run, declared) : null,
    hypothesis: hypothesis !== null && (hypothesis.probes > 0 || sampled.length > 0),
  };
}

/** How much of the method was done, an activity without an end as half of one: where the line is cut. */
function progress(run: readonly ActivityResult[], declared: number): number {
  const total = Math.max(declared, run.length);
  if (total === 0 || run.length === 0) return 0;
  const done = run.reduce((sum, entry) => sum + (entry.outcome === 'no-end' ? 0.5 : 1), 0);
  return Math.min(done / total, 1);
}

function violations(states: readonly SteadyState[], method: Window | null): number[] {
  if (!method) return [];
  const start = milliseconds(method.start);
  const span = milliseconds(method.end) - start;
  if (span <= 0) return [];
  const places = states.flatMap((state) => {
    const instant = state.probes.at(-1)?.result?.start?.instant;
    return instant ? [Math.min(Math.max((milliseconds(instant) - start) / span, 0), 1)] : [];
  });
  if (places.length <= MOST_STROKES) return places;
  const step = places.length / MOST_STROKES;
  return Array.from({ length: MOST_STROKES }, (_, index) => places[Math.floor(index * step)] ?? 0);
}
