/**
 * Samples of the hypothesis → the stretches in which it was not met. Nothing is claimed that the samples do not support:
 * a stretch ends somewhere between its last sample that was not met and the next one that was.
 */
import { milliseconds } from './time.js';
import type { Instant, SteadyState, Violation } from './types.js';

/** Every stretch of samples out of tolerance, in order. Samples that were not run interrupt nothing. */
export function violationsOf(during: readonly SteadyState[]): Violation[] {
  const found: {
    first: number;
    last: number;
    count: number;
    before: Instant | null;
    after: Instant | null;
    open: boolean;
  }[] = [];
  let lastMet: Instant | null = null;
  during.forEach((state, index) => {
    if (state.status === 'not-run') return;
    const current = found.at(-1);
    if (state.status === 'met') {
      lastMet = startOfSample(state);
      if (current?.open) {
        current.after = lastMet;
        current.open = false;
      }
    } else if (current?.open) {
      current.last = index;
      current.count++;
    } else {
      found.push({ first: index, last: index, count: 1, before: lastMet, after: null, open: true });
    }
  });
  return found.map(({ first, last, count, before, after }) => ({
    firstSample: first,
    lastSample: last,
    samples: count,
    metBefore: before,
    from: startOfSample(during[first]),
    to: startOfSample(during[last]),
    metAgain: after,
  }));
}

/** The median time between the starts of two samples, in seconds; null with fewer than two. */
export function samplingInterval(during: readonly SteadyState[]): number | null {
  const starts = during.flatMap((state) => {
    const instant = startOfSample(state);
    return instant === null ? [] : [milliseconds(instant)];
  });
  const gaps = starts
    .slice(1)
    .map((start, index) => start - (starts[index] ?? start))
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  return median === undefined ? null : median / 1000;
}

/** When a sample was taken: the start of the probe that decided it, which is its last. */
export function startOfSample(state: SteadyState | undefined): Instant | null {
  return state?.probes.at(-1)?.result?.start?.instant ?? null;
}
