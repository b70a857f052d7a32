/** What a run left in the system, or may have: rollbacks not run or failed, activities cut off, a steady state not met. */
import { refusal } from './doubt.js';
import { culprit } from './steady-state.js';
import type { ActivityResult, Evidence, Experiment, LeftBehind, Phase, SteadyState } from './types.js';

type Judged = Pick<Experiment, 'id' | 'verdict' | 'hypothesis' | 'run' | 'rollbacks'>;

/** `rolledBack`: whether any rollback was run. */
type Run = Judged & { readonly rolledBack: boolean };

/** In the order a reader would look: rollbacks, open activities, steady state. Nothing is left behind by a dry run. */
export function leftBehind(judged: Judged): LeftBehind[] {
  if (judged.verdict.verdict === 'dry-run') return [];
  const run: Run = { ...judged, rolledBack: judged.rollbacks.some(({ result }) => result !== null) };
  return [...fromRollbacks(run), ...fromMethod(run), ...fromSteadyState(run)];
}

function item(
  run: Run,
  kind: LeftBehind['kind'],
  evidence: Omit<Evidence, 'experiment'>,
  rest: Partial<LeftBehind>,
): LeftBehind {
  return {
    kind,
    experiment: run.id,
    name: null,
    evidence: { experiment: run.id, ...evidence },
    reason: null,
    methodStarted: run.run.length > 0,
    rolledBack: run.rolledBack,
    cutOffAfter: null,
    ...rest,
  };
}

function fromRollbacks(run: Run): LeftBehind[] {
  return run.rollbacks.flatMap(({ name, declared, result, skipped }, index) => {
    const at = { phase: 'rollback' as const, index, pointer: result?.pointer ?? declared?.pointer ?? '/rollbacks' };
    // Nobody knows whether it ran: that is no finding of something left behind.
    if (!result && skipped === 'not-recorded') return [];
    if (!result) return [item(run, 'rollback-not-run', at, { name, reason: skipped })];
    if (result.outcome === 'failed' || result.outcome === 'aborted')
      return [item(run, 'rollback-failed', at, { name })];
    if (refusal(result) !== null) return [item(run, 'rollback-refused', at, { name })];
    return result.outcome === 'no-end' ? [cutOff(run, result, 'rollback', index)] : [];
  });
}

function fromMethod(run: Run): LeftBehind[] {
  return run.run.flatMap((result, index) =>
    result.outcome === 'no-end' ? [cutOff(run, result, 'method', index)] : [],
  );
}

/** Started and without a status. Where the entry has an end, that is when it was cut off. */
function cutOff(run: Run, result: ActivityResult, phase: Phase, index: number): LeftBehind {
  const cutOffAfter = result.end ? result.duration : null;
  return item(run, 'no-end', { phase, index, pointer: result.pointer }, { name: result.name, cutOffAfter });
}

/** The last look at the steady state: after the method, or before it where nothing came of the method. */
function fromSteadyState(run: Run): LeftBehind[] {
  const { hypothesis } = run;
  if (!hypothesis || hypothesis.probes === 0 || !hypothesis.recorded) return [];
  const started = run.run.length > 0;
  // The hypothesis may be evaluated after a method without activities, too.
  const phase = started || hypothesis.after.status !== 'not-run' ? 'after' : 'before';
  const state = hypothesis[phase];
  const at = { phase, index: null, pointer: `/steady_states/${phase}` } as const;
  if (state.status === 'not-met') return [item(run, notMet(state), at, {})];
  return state.status === 'not-run' && started ? [item(run, 'steady-state-not-checked', at, {})] : [];
}

function notMet(state: SteadyState): LeftBehind['kind'] {
  return culprit(state)?.check.state === 'not-measured' ? 'steady-state-not-measured' : 'steady-state-not-met';
}
