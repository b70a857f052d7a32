/** Answers that say no, which the journal counts as succeeded: the library looks neither at exit codes nor at HTTP errors of actions. */
import { isObject, toNumber } from '../json.js';
import type { ActivityResult } from './types.js';

/** What an activity that "succeeded" answered, where that answer is an error. */
export interface Refusal {
  readonly by: 'exit-code' | 'http';
  readonly code: number;
}

/** The refusal of an activity, or null. A probe may well ask for an error page: only actions and rollbacks are refused by HTTP. */
export function refusal({ provider, outcome, output, kind, dry }: ActivityResult): Refusal | null {
  if (outcome !== 'succeeded' || dry || !isObject(output)) return null;
  const code = toNumber(output.status);
  if (code === undefined) return null;
  if (provider?.type === 'process' && code !== 0) return { by: 'exit-code', code };
  return provider?.type === 'http' && kind === 'action' && code >= 400 ? { by: 'http', code } : null;
}
