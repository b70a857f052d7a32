/**
 * The verdict: what was learnt, derived from the evidence. The journal's `status` says how the run ended and can mislead:
 * chaoslib writes `completed` and `deviated: false` when the baseline was out of tolerance and nothing was tested.
 * The rules are tried from the top; the first that fits is the verdict.
 */
import { DRY_ACTIONS, isDryRun } from './dry.js';
import { refusal } from './doubt.js';
import { rootCause } from './exception.js';
import { culprit } from './steady-state.js';
import type {
  ActivityResult,
  Answer,
  Definition,
  EvidenceChecks,
  Evidence,
  Hypothesis,
  Judgement,
  OutcomeCounts,
  Phase,
  ProbeCheck,
  Reason,
  ReasonCode,
  RollbackCounts,
  RollbackResult,
  SteadyState,
  Verdict,
} from './types.js';

/** Everything the verdict is derived from. */
export interface RunEvidence {
  readonly id: string;
  readonly status: string | null;
  readonly dry: string | null;
  readonly definition: Definition;
  readonly hypothesis: Hypothesis | null;
  readonly run: readonly ActivityResult[];
  readonly rollbacks: readonly RollbackResult[];
  readonly counts: OutcomeCounts;
  readonly rollbackCounts: RollbackCounts;
}

/** A rule that fits: the verdict, why, and what shows it. */
interface Ruling {
  readonly verdict: Verdict;
  readonly code: ReasonCode;
  readonly phase?: Phase;
  /** The evaluation of the hypothesis that decided it. */
  readonly state?: SteadyState;
  /** The index of the sample, for a violation during the run. */
  readonly sample?: number;
  readonly activity?: { readonly result: ActivityResult; readonly index: number };
}

type Rule = (run: RunEvidence) => Ruling | null;

const RULES: readonly Rule[] = [
  ({ dry }) => (isDryRun(dry) ? { verdict: 'dry-run', code: 'dry' } : null),
  ({ hypothesis }) => outOfTolerance('after', hypothesis?.after),
  ({ hypothesis }) => {
    const sample = hypothesis?.during.findIndex((state) => state.status === 'not-met') ?? -1;
    const ruling = outOfTolerance('during', hypothesis?.during[sample]);
    return ruling && { ...ruling, sample };
  },
  ({ hypothesis }) => outOfTolerance('before', hypothesis?.before),
  (run) => (run.status === 'aborted' ? { verdict: 'aborted', code: 'aborted', ...stoppedAt(run) } : null),
  (run) => (run.status === 'interrupted' ? { verdict: 'interrupted', code: 'interrupted', ...stoppedAt(run) } : null),
  (run) => (run.status === 'failed' ? { verdict: 'failed', code: 'failed', ...stoppedAt(run) } : null),
  ({ hypothesis }) => {
    const declared = hypothesis !== null && hypothesis.probes > 0;
    if (!declared || verified(hypothesis)) return null;
    return { verdict: 'inconclusive', code: hypothesis.recorded ? 'nothing-verified' : 'not-recorded' };
  },
  ({ hypothesis }) => {
    if (hypothesis && verified(hypothesis)) return null;
    return { verdict: 'exploratory', code: hypothesis ? 'no-probes' : 'no-hypothesis' };
  },
];

/** Derives the verdict with its reason and the four evidence checks. */
export function judge(run: RunEvidence): Judgement {
  let ruling: Ruling = { verdict: 'held', code: 'verified' };
  for (const rule of RULES) {
    const found = rule(run);
    if (found) {
      ruling = found;
      break;
    }
  }
  return { verdict: ruling.verdict, reason: reasonOf(ruling, run), checks: evidenceChecks(run) };
}

function verified(hypothesis: Hypothesis): boolean {
  return hypothesis.after.status === 'met' || hypothesis.during.some((state) => state.status === 'met');
}

function outOfTolerance(phase: 'before' | 'during' | 'after', state: SteadyState | undefined): Ruling | null {
  if (state?.status !== 'not-met') return null;
  const measured = culprit(state)?.check.state !== 'not-measured';
  return {
    verdict: phase === 'before' ? 'not-tested' : 'deviated',
    code: measured ? `out-of-tolerance-${phase}` : `not-measured-${phase}`,
    phase,
    state,
  };
}

/** The activity a run was stopped in: the first without an end, in the method or the rollbacks, else the last that failed. */
function stoppedAt(run: RunEvidence): Pick<Ruling, 'activity' | 'phase'> {
  const open = run.run.findIndex((result) => result.outcome === 'no-end' || result.outcome === 'aborted');
  const index =
    open >= 0 ? open : run.status === 'failed' ? run.run.findLastIndex((result) => result.outcome === 'failed') : -1;
  const result = run.run[index];
  if (result) return { phase: 'method', activity: { result, index } };
  const cut = run.rollbacks.findIndex((rollback) => rollback.result?.outcome === 'no-end');
  const rollback = run.rollbacks[cut]?.result;
  return rollback ? { phase: 'rollback', activity: { result: rollback, index: cut } } : {};
}

function reasonOf(ruling: Ruling, run: RunEvidence): Reason {
  const found = ruling.state ? culprit(ruling.state) : null;
  const during = run.hypothesis?.during ?? [];
  const sampled = during.filter((state) => state.status !== 'not-run');
  const met = sampled.filter((state) => state.status === 'met').length;
  return {
    code: ruling.code,
    evidence: evidenceOf(ruling, run, found?.index ?? null),
    name: found?.check.name ?? ruling.activity?.result.name ?? null,
    observed: found?.check.hasObserved ? found.check.observed : null,
    tolerance: found?.check.tolerance ?? null,
    cause: found?.check.state === 'not-measured' ? causeOf(found.check) : null,
    activities: run.counts,
    rollbacks: run.rollbackCounts,
    samples: { total: sampled.length, met, notMet: sampled.length - met },
    before: run.hypothesis?.before.status ?? 'not-run',
    after: run.hypothesis?.after.status ?? 'not-run',
    dry: run.dry,
    status: run.status,
  };
}

/** What kept a probe from measuring. */
function causeOf({ result }: ProbeCheck): string | null {
  if (!result?.exception) return null;
  const { type, message } = rootCause(result.exception);
  return [type, message].filter((part) => part !== '').join(': ');
}

function evidenceOf(ruling: Ruling, run: RunEvidence, probe: number | null): Evidence | null {
  if (ruling.phase === undefined) return null;
  const index = ruling.sample ?? ruling.activity?.index ?? probe;
  const pointer =
    ruling.activity?.result.pointer ??
    (probe === null ? null : ruling.state?.probes[probe]?.result?.pointer) ??
    (ruling.phase === 'method' ? '/run' : `/steady_states/${ruling.phase}`);
  return { experiment: run.id, phase: ruling.phase, index, pointer };
}

function evidenceChecks(run: RunEvidence): EvidenceChecks {
  const { hypothesis, definition, rollbacks } = run;
  // What a dry run records as succeeded was not carried out.
  const carriedOut = !DRY_ACTIONS.has(run.dry ?? '');
  const actions = run.run.filter((result) => result.kind === 'action');
  return {
    baselineVerified: answer(
      hypothesis?.before.status === 'not-run' ? undefined : hypothesis?.before.status,
      (status) => status === 'met',
    ),
    // An action that was declared and never started did not succeed either.
    everyActionSucceeded: answer(
      definition.actions > 0 || actions.length > 0 ? actions : undefined,
      (all) => carriedOut && all.length >= definition.actions && all.every(succeeded),
    ),
    everyProbeEvaluatedAfter: answer(
      hypothesis && hypothesis.probes > 0 && hypothesis.recorded ? hypothesis.after : undefined,
      (after) =>
        after.probes.length > 0 && after.probes.every((check) => check.state === 'met' || check.state === 'not-met'),
    ),
    everyRollbackSucceeded: answer(
      rollbacks.length > 0 && rollbacks.some(({ skipped }) => skipped !== 'not-recorded') ? rollbacks : undefined,
      (all) => carriedOut && all.every(({ result }) => result !== null && succeeded(result)),
    ),
  };
}

/** Succeeded, and was not answered with an error either. */
function succeeded(result: ActivityResult): boolean {
  return result.outcome === 'succeeded' && refusal(result) === null;
}

/** `not-known` where there is nothing to ask. */
function answer<T>(subject: T | undefined, holds: (subject: T) => boolean): Answer {
  if (subject === undefined) return 'not-known';
  return holds(subject) ? 'yes' : 'no';
}
