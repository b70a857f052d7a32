/** What a verdict and its reason leave open, as clauses at the end of a sentence: what failed, and what was skipped. */
import type { Judgement, OutcomeCounts, Reason, RollbackCounts } from '../../report/types.js';
import { count } from './quantity.js';

/** What a verdict of "held" does not say: activities and rollbacks that failed, or were answered with an error. */
export function doubts(checks: Judgement['checks'], { activities, rollbacks }: Reason): string {
  const failed = failedSuffix(activities);
  const undone = rollbackSuffix(rollbacks);
  return [
    failed === '' && checks.everyActionSucceeded === 'no' ? '; not every action succeeded' : failed,
    undone === '' && checks.everyRollbackSucceeded === 'no' ? '; not every rollback ran and succeeded' : undone,
  ].join('');
}

/** "; 1 of 4 activities failed"; empty where none did. */
export function failedSuffix({ succeeded, failed, noEnd, other, dry }: OutcomeCounts): string {
  if (failed === 0) return '';
  const total = succeeded + failed + noEnd + other + dry;
  return total === 1 ? '; its one activity failed' : `; ${failed} of ${count(total, 'activity', 'activities')} failed`;
}

/** A dry run of pauses exercises everything, and gives the system less time than was planned. */
export function pausesSkipped({ dry }: Reason): string {
  return dry === 'pause' ? '; the pauses were skipped' : '';
}

function rollbackSuffix({ run, failed }: RollbackCounts): string {
  if (failed === 0) return '';
  return run === 1 ? '; its one rollback failed' : `; ${failed} of ${count(run, 'rollback')} failed`;
}
