/** Where numbers come from → the place in the journal that gave them. */
import type { MetricOrigin } from '../types.js';
import type { Run } from './rule.js';

/** Where the activity that gave the numbers stands; the whole journal where several results together did. */
export function pointerOf({ run, rollbacks, hypothesis }: Run, { phase, index }: MetricOrigin): string {
  if (index === null) return '';
  switch (phase) {
    case 'method':
      return run[index]?.pointer ?? '';
    case 'rollback':
      return rollbacks[index]?.result?.pointer ?? '';
    case 'before':
    case 'after':
      return hypothesis?.[phase].probes[index]?.result?.pointer ?? '';
    case 'during':
      return '';
  }
}
