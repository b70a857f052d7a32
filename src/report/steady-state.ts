/** The hypothesis and its evaluations: what was met, what was not, and what was declared but never looked at. */
import { isObject, pointer, type JsonObject, type JsonValue } from '../json.js';
import { activityResult, declaredActivity, type Resolver } from './activity.js';
import { observedValue } from './observed.js';
import { listOf, objectOf, textOf, withoutKeys } from './read-parts.js';
import { samplingInterval, violationsOf } from './violations.js';
import type {
  ActivityResult,
  DeclaredActivity,
  Hypothesis,
  Phase,
  ProbeCheck,
  SteadyState,
  SteadyStatus,
} from './types.js';

const NOT_RUN: SteadyState = { status: 'not-run', probes: [] };

/**
 * The hypothesis with its states, or null where there is none and none was evaluated. Without a probe there was nothing to look at,
 * though chaoslib before 1.14 writes `steady_state_met: true` then. `probesDry`: in a dry run of probes
 * chaoslib writes `tolerance_met: true` without looking (`hypothesis.py`), so nothing counts as evaluated.
 */
export function buildHypothesis(
  declared: JsonObject | null,
  states: JsonObject | null,
  resolve: Resolver,
  probesDry: boolean,
): Hypothesis | null {
  const probes = listOf(declared?.probes).map((probe, index) =>
    declaredActivity(probe, `/experiment/steady-state-hypothesis/probes/${index}`, resolve),
  );
  const asLooked = (state: SteadyState): SteadyState =>
    dryOrNot(probes.length === 0 && state.probes.length === 0 ? NOT_RUN : state, probesDry);
  const state = (name: 'before' | 'after'): SteadyState =>
    asLooked(steadyState(states?.[name], pointer('/steady_states', name), name, probes, resolve));
  const during = listOf(states?.during).map((sample, index) =>
    asLooked(steadyState(sample, pointer('/steady_states/during', index), 'during', [], resolve)),
  );
  const before = state('before');
  const after = state('after');
  const evaluated = before.status !== 'not-run' || after.status !== 'not-run' || during.length > 0;
  if (!declared && !evaluated) return null;
  return {
    title: textOf(declared?.title),
    probes: probes.length,
    declared: probes,
    recorded: states !== null,
    before,
    during,
    violations: violationsOf(during),
    samplingInterval: samplingInterval(during),
    after,
    otherFields: declared ? withoutKeys(declared, new Set(['title', 'probes'])) : {},
  };
}

function steadyState(
  value: JsonValue | undefined,
  at: string,
  phase: Phase,
  declared: readonly DeclaredActivity[],
  resolve: Resolver,
): SteadyState {
  const state = objectOf(value);
  if (!state) return phase === 'during' ? NOT_RUN : { ...NOT_RUN, probes: declared.map(notEvaluated) };
  const results = listOf(state.probes).map((probe, index) =>
    activityResult(probe, pointer(pointer(at, 'probes'), index), phase, resolve),
  );
  const met = state.steady_state_met;
  const checks = results.map((result) => probeCheck(result, met === true));
  const status = statusOf(met, checks, declared.length);
  return { status, probes: [...checks, ...unevaluated(declared, results).map(notEvaluated)] };
}

function dryOrNot(state: SteadyState, dry: boolean): SteadyState {
  if (!dry) return state;
  return {
    status: 'not-run',
    probes: state.probes.map((check) => ({
      ...check,
      state: 'not-evaluated',
      observed: null,
      hasObserved: false,
      result: check.result && { ...check.result, dry: true },
    })),
  };
}

function statusOf(met: JsonValue | undefined, checks: readonly ProbeCheck[], declared: number): SteadyStatus {
  if (checks.some((check) => check.state === 'not-met' || check.state === 'not-measured')) return 'not-met';
  if (met === true) return 'met';
  if (met === false) return 'not-met';
  // Cut short in the middle of the hypothesis: what was seen so far is no verdict.
  return declared > 0 && checks.length === declared && checks.every((check) => check.state === 'met')
    ? 'met'
    : 'not-run';
}

function probeCheck(result: ActivityResult, stateMet: boolean): ProbeCheck {
  const raised = result.exception !== null || result.outcome === 'failed';
  const state =
    result.toleranceMet === true
      ? 'met'
      : raised
        ? 'not-measured'
        : result.toleranceMet === false
          ? 'not-met'
          : stateMet && result.outcome === 'succeeded'
            ? 'met'
            : 'not-evaluated';
  const observed = raised || !result.hasOutput ? undefined : observedValue(result.tolerance, result.output);
  return {
    state,
    name: result.name,
    providerType: result.provider?.type ?? null,
    tolerance: result.tolerance,
    observed: observed ?? null,
    hasObserved: observed !== undefined,
    result,
  };
}

/** The hypothesis stops at the first probe that is out of tolerance: the rest of the declared ones, in order. */
function unevaluated(declared: readonly DeclaredActivity[], results: readonly ActivityResult[]): DeclaredActivity[] {
  const seen = new Map<string, number>();
  for (const result of results) seen.set(result.name, (seen.get(result.name) ?? 0) + 1);
  return declared.filter((probe) => {
    const left = seen.get(probe.name) ?? 0;
    seen.set(probe.name, left - 1);
    return left <= 0;
  });
}

function notEvaluated(probe: DeclaredActivity): ProbeCheck {
  return {
    state: 'not-evaluated',
    name: probe.name,
    providerType: probe.provider?.type ?? null,
    tolerance: probe.tolerance,
    observed: null,
    hasObserved: false,
    result: null,
  };
}

/** The probe that decided a state: the last one that was out of tolerance or could not be measured. */
export function culprit(state: SteadyState): { readonly check: ProbeCheck; readonly index: number } | null {
  for (let index = state.probes.length - 1; index >= 0; index--) {
    const check = state.probes[index];
    if (check && (check.state === 'not-met' || check.state === 'not-measured')) return { check, index };
  }
  return null;
}

/** True for an object with something in it. */
export function hasFields(object: JsonObject): boolean {
  return isObject(object) && Object.keys(object).length > 0;
}
