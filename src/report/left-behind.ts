/** What a run left in the system, or may have: rollbacks that did not run or failed, activities without an end, a steady state not met. */
import type { Evidence, Experiment, LeftBehind, Phase } from './types.js';

type Run = Pick<Experiment, 'id' | 'verdict' | 'hypothesis' | 'run' | 'rollbacks'>;

/** In the order a reader would look: rollbacks, open activities, steady state. Nothing is left behind by a dry run. */
export function leftBehind({ id, verdict, hypothesis, run, rollbacks }: Run): LeftBehind[] {
  if (verdict.verdict === 'dry-run') return [];
  const methodStarted = run.length > 0;
  const at = (phase: Phase, index: number | null, pointer: string): Evidence => ({
    experiment: id,
    phase,
    index,
    pointer,
  });
  const item = (
    kind: LeftBehind['kind'],
    name: string | null,
    evidence: Evidence,
    reason: LeftBehind['reason'] = null,
  ): LeftBehind => ({
    kind,
    experiment: id,
    name,
    evidence,
    reason,
    methodStarted,
  });
  const found: LeftBehind[] = [];
  rollbacks.forEach(({ name, declared, result, skipped }, index) => {
    const evidence = at('rollback', index, result?.pointer ?? declared?.pointer ?? '/rollbacks');
    if (!result) found.push(item('rollback-not-run', name, evidence, skipped));
    else if (result.outcome === 'failed') found.push(item('rollback-failed', name, evidence));
    else if (result.outcome === 'no-end') found.push(item('no-end', name, evidence));
  });
  run.forEach((result, index) => {
    if (result.outcome === 'no-end') found.push(item('no-end', result.name, at('method', index, result.pointer)));
  });
  if (hypothesis && hypothesis.probes > 0 && methodStarted) {
    const evidence = at('after', null, '/steady_states/after');
    if (hypothesis.after.status === 'not-met') found.push(item('steady-state-not-met', null, evidence));
    if (hypothesis.after.status === 'not-run') found.push(item('steady-state-not-checked', null, evidence));
  }
  return found;
}
