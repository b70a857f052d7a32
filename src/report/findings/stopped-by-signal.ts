import type { ActivityResult } from '../types.js';
import { evidence, type FindingRule } from './rule.js';

/** The signal that stopped an activity, as chaoslib writes it into the exception; null where none did. */
export function signalOf({ exception }: ActivityResult): string | null {
  return /InterruptExecution: (SIG[A-Z0-9]+)/.exec(exception ?? '')?.[1] ?? null;
}

/** chaoslib turns a SIGTERM in the middle of a Python activity into a failed activity of a completed run. */
export const stoppedBySignal: FindingRule = {
  rule: 'stopped-by-signal',
  severity: 'high',
  find: (run) =>
    run.run.flatMap((result, index) => {
      const signal = signalOf(result);
      if (signal === null) return [];
      return [
        {
          evidence: [evidence(run, 'method', index, result.pointer)],
          detail: { name: result.name, signal, status: run.status },
          key: `${run.title}\n${result.name}`,
        },
      ];
    }),
};
