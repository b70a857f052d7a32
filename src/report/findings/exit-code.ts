import { isObject, toNumber } from '../../json.js';
import { evidence, type FindingRule } from './rule.js';

/** A process ended with another code than 0 and counts as succeeded: the library does not look at the code. */
export const exitCode: FindingRule = {
  rule: 'exit-code',
  severity: 'medium',
  find: (run) =>
    run.run.flatMap((result, index) => {
      if (result.provider?.type !== 'process' || result.outcome !== 'succeeded' || !isObject(result.output)) return [];
      const code = toNumber(result.output.status);
      if (code === undefined || code === 0) return [];
      return [
        {
          evidence: [evidence(run, 'method', index, result.pointer)],
          detail: {
            name: result.name,
            kind: result.kind,
            code,
            stderr: typeof result.output.stderr === 'string' ? result.output.stderr : null,
          },
          key: `${run.title}\n${result.name}`,
        },
      ];
    }),
};
