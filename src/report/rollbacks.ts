/** Rollbacks: what was declared beside what was run. Source of the strategies: chaoslib `run.py`, `run_rollback`. */
import type { JsonObject } from '../json.js';
import { objectOf, textOf } from './read-parts.js';
import type { ActivityResult, DeclaredActivity, RollbackCounts, RollbackResult, RollbackSkipReason } from './types.js';

/** Pairs each declared rollback with its entry, in order of declaration; entries that nobody declared come last. */
export function pairRollbacks(
  declared: readonly DeclaredActivity[],
  results: readonly ActivityResult[],
  skipped: RollbackSkipReason,
): RollbackResult[] {
  // By name the entries that are not paired yet, the last one first.
  const waiting = new Map<string, ActivityResult[]>();
  for (const result of results.toReversed()) {
    const known = waiting.get(result.name);
    if (known) known.push(result);
    else waiting.set(result.name, [result]);
  }
  const paired = new Set<ActivityResult>();
  const pairs = declared.map((activity): RollbackResult => {
    const result = waiting.get(activity.name)?.pop() ?? null;
    if (result) paired.add(result);
    return { name: activity.name, declared: activity, result, skipped: result ? null : skipped };
  });
  const others = results.filter((result) => !paired.has(result));
  return [...pairs, ...others.map((result) => ({ name: result.name, declared: null, result, skipped: null }))];
}

/** Why a declared rollback has no entry, as far as the journal tells. */
export function skipReason(root: JsonObject, experiment: JsonObject, status: string | null): RollbackSkipReason {
  if (root.rollbacks === undefined) return 'not-recorded';
  const strategy = textOf(objectOf(objectOf(experiment.runtime)?.rollbacks)?.strategy);
  if (strategy === 'never') return 'never';
  if (strategy === 'deviated' && root.deviated !== true) return 'only-when-deviated';
  if (status === 'failed' || status === 'interrupted' || status === 'aborted') return status;
  return 'unknown';
}

/** How many were declared, run and succeeded. */
export function countRollbacks(rollbacks: readonly RollbackResult[]): RollbackCounts {
  const results = rollbacks.flatMap(({ result }) => (result ? [result] : []));
  const carriedOut = results.filter(({ dry }) => !dry);
  const count = (outcome: ActivityResult['outcome']): number =>
    carriedOut.filter((result) => result.outcome === outcome).length;
  return {
    declared: rollbacks.filter((rollback) => rollback.declared !== null).length,
    run: carriedOut.length,
    succeeded: count('succeeded'),
    failed: count('failed'),
    cutOff: count('no-end'),
    dry: results.length - carriedOut.length,
  };
}
