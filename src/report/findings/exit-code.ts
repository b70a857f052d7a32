import { isObject } from '../../json.js';
import { refusal } from '../doubt.js';
import type { ActivityResult, Phase } from '../types.js';
import { evidence, type Found, type FindingRule, type Run } from './rule.js';

/** The entries of method and rollbacks that were refused in one way. */
function refused(run: Run, by: 'exit-code' | 'http'): Found[] {
  const entries: readonly (readonly [Phase, readonly (ActivityResult | null)[]])[] = [
    ['method', run.run],
    ['rollback', run.rollbacks.map(({ result }) => result)],
  ];
  return entries.flatMap(([phase, results]) =>
    results.flatMap((result, index) => {
      const found = result && refusal(result);
      if (!result || found?.by !== by) return [];
      const stderr = isObject(result.output) && typeof result.output.stderr === 'string' ? result.output.stderr : null;
      return [
        {
          evidence: [evidence(run, phase, index, result.pointer)],
          detail: { name: result.name, kind: result.kind, phase, code: found.code, stderr },
          key: `${run.title}\n${phase}\n${result.name}`,
        },
      ];
    }),
  );
}

/** A process ended with another code than 0 and counts as succeeded: the library does not look at the code. */
export const exitCode: FindingRule = {
  rule: 'exit-code',
  severity: 'medium',
  find: (run) => refused(run, 'exit-code'),
};

/** An action or rollback was answered with an HTTP error and counts as succeeded: the library does not look at the status. */
export const httpError: FindingRule = { rule: 'http-error', severity: 'high', find: (run) => refused(run, 'http') };
