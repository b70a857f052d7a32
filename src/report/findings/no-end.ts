import { evidence, type FindingRule } from './rule.js';

/** An activity was started and has no status: the run was stopped in it. */
export const noEnd: FindingRule = {
  rule: 'no-end',
  severity: 'medium',
  find: (run) =>
    run.run.flatMap((result, index) =>
      result.outcome === 'no-end'
        ? [
            {
              evidence: [evidence(run, 'method', index, result.pointer)],
              detail: { name: result.name, status: run.status },
              key: `${run.title}\n${result.name}`,
            },
          ]
        : [],
    ),
};
