/** A run after the one judged before it → how the experiment turned. */
import type { AgainstEarlier, DefinitionChange, Turn, Verdict } from '../types.js';

/** Whether a verdict says something about the system. */
export function isJudged(verdict: Verdict | undefined): verdict is 'held' | 'deviated' {
  return verdict === 'held' || verdict === 'deviated';
}

/**
 * `before`: the verdict of the last run that was judged; null for none. `changes`: of the definition since that run. A change
 * of the definition does not stand in the way of "fixed" where it can only have made the test harder, nor of "regressed"
 * where it can only have made it easier; nor a changed tolerance where what was measured comes to the same by the earlier one.
 */
export function turnOf(before: Verdict | null, now: Verdict, changes: readonly DefinitionChange[]): Turn {
  if (!isJudged(now)) return 'not-judged';
  if (before === null || !isJudged(before)) return 'first';
  if (before === now) return now === 'held' ? 'still-held' : 'still-deviated';
  const harmless = now === 'held' ? 'tightened' : 'loosened';
  const plain = changes.every(
    ({ effect, againstEarlier }) =>
      effect === 'none' || effect === harmless || sameByEarlier(againstEarlier, now === 'held'),
  );
  if (now === 'held') return plain ? 'fixed' : 'held-after-change';
  return plain ? 'regressed' : 'deviated-after-change';
}

/** Whether all runs would have met the earlier tolerance too, or none of them. */
function sameByEarlier(against: AgainstEarlier | null, held: boolean): boolean {
  return against !== null && against.runs === (held ? against.met : against.notMet);
}
