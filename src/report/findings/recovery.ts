import { milliseconds } from '../time.js';
import type { Instant, Violation } from '../types.js';
import { evidence, type Found, type FindingRule, type Run } from './rule.js';

/** Seconds from the start of the run to an instant; null where one of them is not known. */
function sinceStart(run: Run, instant: Instant | null): number | null {
  const start = run.start?.instant;
  return start && instant ? (milliseconds(instant) - milliseconds(start)) / 1000 : null;
}

function found(run: Run, violation: Violation): Found {
  const { hypothesis } = run;
  return {
    evidence: [evidence(run, 'during', violation.firstSample, `/steady_states/during/${violation.firstSample}`)],
    detail: {
      stretches: hypothesis?.violations.length ?? 0,
      // Whether every stretch is a single sample, and how long all of them lasted together, between two bounds.
      single: hypothesis?.violations.every(({ samples }) => samples === 1) ?? false,
      ...inAll(hypothesis?.violations ?? []),
      from: sinceStart(run, violation.from),
      to: sinceStart(run, violation.to),
      metAgain: sinceStart(run, violation.metAgain),
      interval: hypothesis?.samplingInterval ?? null,
      after: hypothesis?.after.status ?? 'not-run',
    },
    key: run.title,
  };
}

/** Seconds of all stretches together: of their own samples, and of those around them that were met; null where one is not known. */
function inAll(violations: readonly Violation[]): { readonly least: number | null; readonly most: number | null } {
  const sum = (span: (violation: Violation) => number): number | null => {
    const all = violations.reduce((total, violation) => total + span(violation), 0);
    return Number.isNaN(all) ? null : all;
  };
  return {
    least: sum(({ from, to }) => between(from, to)),
    most: sum(({ metBefore, from, metAgain }) => between(metBefore ?? from, metAgain)),
  };
}

function between(start: Instant | null, end: Instant | null): number {
  return start !== null && end !== null ? (milliseconds(end) - milliseconds(start)) / 1000 : NaN;
}

/** The steady state was violated while it was sampled, and a later sample met it: the system came back. */
export const recovered: FindingRule = {
  rule: 'recovered',
  severity: 'note',
  find: (run) => {
    const longest = longestOf(run.hypothesis?.violations.filter(({ metAgain }) => metAgain !== null) ?? []);
    const last = run.hypothesis?.violations.at(-1);
    return longest && last?.metAgain !== null ? [found(run, longest)] : [];
  },
};

/** The steady state was violated, and no later sample met it. */
export const notRecovered: FindingRule = {
  rule: 'not-recovered',
  severity: 'high',
  find: (run) => {
    const last = run.hypothesis?.violations.at(-1);
    return last && last.metAgain === null && run.hypothesis?.after.status !== 'met' ? [found(run, last)] : [];
  },
};

/** True where the verdict rests on samples during the method alone: before and after look fine. */
export function violatedThoughMet({ hypothesis, verdict }: Pick<Run, 'hypothesis' | 'verdict'>): boolean {
  return verdict.verdict === 'deviated' && hypothesis?.after.status === 'met';
}

/** The steady state was violated during the method though it was met after: the journal's own fields say neither. */
export const violatedDuring: FindingRule = {
  rule: 'violated-during',
  severity: 'high',
  find: (run) => {
    if (!violatedThoughMet(run)) return [];
    const { reason } = run.verdict;
    return [
      {
        evidence: [reason.evidence ?? evidence(run, 'during', null, '/steady_states/during')],
        detail: {
          code: reason.code,
          name: reason.name,
          samples: reason.samples.total,
          notMet: reason.samples.notMet,
          status: run.status,
          deviated: run.deviated,
        },
        key: `${run.title}\n${reason.name ?? ''}`,
      },
    ];
  },
};

function longestOf(violations: readonly Violation[]): Violation | undefined {
  const length = ({ from, to }: Violation): number => (from && to ? milliseconds(to) - milliseconds(from) : 0);
  return violations.reduce<Violation | undefined>(
    (longest, one) => (!longest || length(one) > length(longest) ? one : longest),
    undefined,
  );
}
