import type { Phase } from '../types.js';
import { evidence, type Found, type FindingRule, type Run } from './rule.js';

/** The entries of a phase that have no status. */
function cutOff(run: Run, phase: Phase): Found[] {
  const results = phase === 'method' ? run.run : run.rollbacks.map(({ result }) => result);
  return results.flatMap((result, index) =>
    result?.outcome === 'no-end'
      ? [
          {
            evidence: [evidence(run, phase, index, result.pointer)],
            // Where the entry has an end, that is when it was cut off.
            detail: { name: result.name, status: run.status, after: result.end ? result.duration : null },
            key: `${run.title}\n${phase}\n${result.name}`,
          },
        ]
      : [],
  );
}

/** An activity of the method was started and has no status: the run was stopped in it. */
export const noEnd: FindingRule = { rule: 'no-end', severity: 'medium', find: (run) => cutOff(run, 'method') };

/** A rollback was started and has no status: what it should undo may still be there. */
export const rollbackCutOff: FindingRule = {
  rule: 'rollback-cut-off',
  severity: 'high',
  find: (run) => cutOff(run, 'rollback'),
};
