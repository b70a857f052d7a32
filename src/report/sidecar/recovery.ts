/**
 * When the steady state was seen met and not met → whether it was back within its objective. Observations are points:
 * between two of them it can have gone or come back at any time, so a result is claimed only where both ends of that
 * interval give the same.
 */
import { DRY_ACTIONS, DRY_PROBES } from '../dry.js';
import { milliseconds } from '../time.js';
import type { Experiment, Instant, Seconds, SteadyState } from '../types.js';
import type { Recovery, RecoveryResult } from './types.js';

/** What an experiment knows of its steady state over time. */
type Observed = Pick<Experiment, 'hypothesis' | 'faultWindow' | 'dry'>;

interface Observation {
  readonly at: Instant;
  readonly met: boolean;
}

/** Holds an experiment against an objective in seconds. */
export function recoveryOf(experiment: Observed, objective: Seconds): Recovery {
  const observations = observationsOf(experiment);
  const fault = experiment.faultWindow?.start ?? null;
  // Without a fault, or without a look at it, there is nothing to recover from, or nobody saw it.
  if (fault === null || isDry(experiment) || !observations.some(({ at }) => since(fault, at) > 0)) {
    return { objective, result: 'cannot-tell', atLeast: 0, atMost: null, notSeenBackAt: null };
  }
  const { atLeast, atMost } = longestAbsence(observations, fault);
  const last = observations.at(-1);
  return {
    objective,
    result: resultOf(objective, atLeast, atMost),
    atLeast,
    atMost,
    notSeenBackAt: last && !last.met ? last.at : null,
  };
}

function isDry({ dry }: Observed): boolean {
  return DRY_ACTIONS.has(dry ?? '') || DRY_PROBES.has(dry ?? '');
}

function resultOf(objective: Seconds, atLeast: Seconds, atMost: Seconds | null): RecoveryResult {
  if (atLeast > objective) return 'missed';
  return atMost !== null && atMost <= objective ? 'met' : 'cannot-tell';
}

/** Bounds of the longest stretch without the steady state, from the fault on. */
function longestAbsence(
  observations: readonly Observation[],
  fault: Instant,
): { readonly atLeast: Seconds; readonly atMost: Seconds | null } {
  let atLeast = 0;
  let atMost: Seconds | null = 0;
  // The last time it was met, from which on it can have been away; and the first time of those it was not met since.
  let met: Instant | null = null;
  let notMet: Instant | null = null;
  for (const { at, met: isMet } of observations) {
    if (!isMet) {
      notMet ??= at;
      atLeast = Math.max(atLeast, since(notMet, at));
      continue;
    }
    // Before the fault nothing was done to the system: what was met then was met until the fault.
    const from: Instant | null = met !== null ? later(met, fault, notMet ?? at) : notMet === null ? fault : null;
    if (since(fault, at) > 0) {
      if (from === null) atMost = null;
      else if (atMost !== null) atMost = Math.max(atMost, since(from, at));
    }
    met = at;
    notMet = null;
  }
  return { atLeast, atMost: notMet === null ? atMost : null };
}

/** The later one of two times, but not past a third. */
function later(time: Instant, other: Instant, limit: Instant): Instant {
  const latest = since(time, other) > 0 ? other : time;
  return since(limit, latest) > 0 ? time : latest;
}

/** Every evaluation that says something, in the order of time. */
function observationsOf({ hypothesis }: Observed): Observation[] {
  if (hypothesis === null) return [];
  const { before, during, after } = hypothesis;
  return [before, ...during, after]
    .flatMap((state): Observation[] => {
      const at = instantOf(state);
      return at === null || state.status === 'not-run' ? [] : [{ at, met: state.status === 'met' }];
    })
    .sort((a, b) => milliseconds(a.at) - milliseconds(b.at));
}

/** The last probe that was evaluated decides a state, and so its start is the time of it. */
function instantOf(state: SteadyState): Instant | null {
  return state.probes.findLast(({ result }) => result !== null)?.result?.start?.instant ?? null;
}

/** Seconds from one instant to another. */
function since(from: Instant, to: Instant): Seconds {
  return (milliseconds(to) - milliseconds(from)) / 1000;
}
