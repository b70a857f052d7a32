import { exceptionHeadline } from '../exception.js';
import { evidence, type FindingRule } from './rule.js';

/** A rollback failed: the system may still be as the experiment left it. */
export const rollbackFailed: FindingRule = {
  rule: 'rollback-failed',
  severity: 'high',
  find: (run) =>
    run.rollbacks.flatMap(({ name, result }, index) => {
      if (result?.outcome !== 'failed') return [];
      const message = result.exception === null ? null : exceptionHeadline(result.exception).message;
      return [
        {
          evidence: [evidence(run, 'rollback', index, result.pointer)],
          detail: { name, message },
          key: `${run.title}\n${name}`,
        },
      ];
    }),
};

/** Rollbacks were declared and not run after the method had started. */
export const rollbackSkipped: FindingRule = {
  rule: 'rollback-skipped',
  severity: 'medium',
  find: (run) => {
    const skipped = run.rollbacks.flatMap((rollback, index) =>
      // Where the journal does not record rollbacks, nobody knows whether they ran.
      rollback.result || rollback.skipped === 'not-recorded' ? [] : [{ rollback, index }],
    );
    const first = skipped[0];
    if (!first || run.run.length === 0 || run.verdict.verdict === 'dry-run') return [];
    return [
      {
        evidence: skipped.map(({ rollback, index }) =>
          evidence(run, 'rollback', index, rollback.declared?.pointer ?? '/rollbacks'),
        ),
        detail: { names: skipped.map(({ rollback }) => rollback.name), reason: first.rollback.skipped },
        key: run.title,
      },
    ];
  },
};
