/** Rules: activities of the method that failed, together where they failed for the same cause. */
import { exceptionHeadline, exceptionKey, rootCause } from '../exception.js';
import type { ActivityKind, ActivityResult } from '../types.js';
import { evidence, type Found, type FindingRule, type Run } from './rule.js';
import { signalOf } from './stopped-by-signal.js';

interface Placed {
  readonly result: ActivityResult;
  readonly index: number;
}

/** Failures with the same root cause are one: seen in several places, and perhaps in several journals. */
function failures(run: Run, kinds: readonly ActivityKind[]): Found[] {
  const groups = new Map<string, Placed[]>();
  run.run.forEach((result, index) => {
    // A signal is told by a rule of its own.
    if (result.outcome !== 'failed' || !kinds.includes(result.kind) || signalOf(result) !== null) return;
    const key = result.exception === null ? result.name : exceptionKey(rootCause(result.exception));
    const group = groups.get(key);
    if (group) group.push({ result, index });
    else groups.set(key, [{ result, index }]);
  });
  const of = run.run.filter(({ kind }) => kinds.includes(kind)).length;
  return [...groups].map(([key, group]) => ({
    evidence: group.map(({ result, index }) => evidence(run, 'method', index, result.pointer)),
    detail: {
      names: [...new Set(group.map(({ result }) => result.name))],
      of,
      failed: group.length,
      ...errorDetail(group[0]?.result.exception ?? null),
    },
    key,
  }));
}

function errorDetail(exception: string | null): Found['detail'] {
  if (exception === null) return { message: null, causeType: null, causeMessage: null };
  const cause = rootCause(exception);
  return { message: exceptionHeadline(exception).message, causeType: cause.type, causeMessage: cause.message };
}

/** An action of the method failed: the fault was perhaps not injected. */
export const actionFailed: FindingRule = {
  rule: 'action-failed',
  severity: 'high',
  find: (run) => failures(run, ['action']),
};

/** A probe of the method could not be run. */
export const probeFailed: FindingRule = {
  rule: 'probe-failed',
  severity: 'medium',
  find: (run) => failures(run, ['probe', 'activity']),
};
