import { evidence, type FindingRule } from './rule.js';

/** The steady state was not met before anything was done: nothing was tested. */
export const baselineNotMet: FindingRule = {
  rule: 'baseline-not-met',
  severity: 'high',
  find: (run) => {
    const { verdict, reason } = run.verdict;
    if (verdict !== 'not-tested') return [];
    const { code, name, observed, tolerance, cause } = reason;
    return [
      {
        evidence: [reason.evidence ?? evidence(run, 'before', null, '/steady_states/before')],
        detail: { code, name, observed, tolerance, cause, title: run.title },
        key: `${run.title}\n${name ?? ''}`,
      },
    ];
  },
};
