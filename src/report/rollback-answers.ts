/** What the probes among the rollbacks answered: nothing in a run is seen later. No tolerance is held against them. */
import { isNumeral, isObject, toNumber, type JsonValue } from '../json.js';
import type { RollbackAnswer, RollbackResult } from './types.js';

/** Longer texts are left to the output. */
const LONGEST = 60;

/** The answers in the order of the rollbacks; of dry ones none. */
export function rollbackAnswers(rollbacks: readonly RollbackResult[]): RollbackAnswer[] {
  return rollbacks.flatMap(({ name, result }, index) => {
    const answered = result?.kind === 'probe' && result.outcome === 'succeeded' && result.hasOutput && !result.dry;
    if (!answered) return [];
    const { output } = result;
    // The status of an answer, or of a process; that of a query ("success") says nothing of the system.
    const status = isObject(output) && toNumber(output.status) !== undefined;
    const value = status ? output.status : output;
    return [
      { name, index, field: status ? 'status' : null, value: isShort(value) ? value : null, shown: isShort(value) },
    ];
  });
}

function isShort(value: JsonValue | undefined): value is JsonValue {
  if (typeof value === 'string') return value.length <= LONGEST;
  return value !== undefined && (typeof value !== 'object' || value === null || isNumeral(value));
}
