import { violatedThoughMet } from './recovery.js';
import { evidence, type FindingRule } from './rule.js';

/** The steady state was not met after or during the method. */
export const deviated: FindingRule = {
  rule: 'deviated',
  severity: 'high',
  find: (run) => {
    const { verdict, reason } = run.verdict;
    // Violated during and met after is a finding of its own.
    if (verdict !== 'deviated' || violatedThoughMet(run)) return [];
    const { code, name, observed, tolerance, cause, samples } = reason;
    return [
      {
        evidence: [reason.evidence ?? evidence(run, 'after', null, '/steady_states/after')],
        detail: {
          code,
          name,
          observed,
          tolerance,
          cause,
          samples: samples.total,
          notMet: samples.notMet,
          title: run.title,
        },
        key: `${run.title}\n${name ?? ''}`,
      },
    ];
  },
};
