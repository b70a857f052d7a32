/** A run after the one judged before it → how the experiment turned. */
import type { DefinitionChange, Turn, Verdict } from '../types.js';

/** Whether a verdict says something about the system. */
export function isJudged(verdict: Verdict | undefined): verdict is 'held' | 'deviated' {
  return verdict === 'held' || verdict === 'deviated';
}

/**
 * `before`: the verdict of the last run that was judged; null for none. `changes`: of the definition since that run. A change
 * of the definition does not stand in the way of "fixed" where it can only have made the test harder, nor of "regressed"
 * where it can only have made it easier.
 */
export function turnOf(before: Verdict | null, now: Verdict, changes: readonly DefinitionChange[]): Turn {
  if (!isJudged(now)) return 'not-judged';
  if (before === null || !isJudged(before)) return 'first';
  if (before === now) return now === 'held' ? 'still-held' : 'still-deviated';
  const harmless = now === 'held' ? 'tightened' : 'loosened';
  const plain = changes.every(({ effect }) => effect === 'none' || effect === harmless);
  if (now === 'held') return plain ? 'fixed' : 'held-after-change';
  return plain ? 'regressed' : 'deviated-after-change';
}
