import { evidence, type FindingRule } from './rule.js';

/** The hypothesis stops at the first probe out of tolerance: the others say nothing about the state after the run. */
export const probesNotEvaluated: FindingRule = {
  rule: 'probes-not-evaluated',
  severity: 'low',
  find: (run) => {
    const after = run.hypothesis?.after;
    if (!after || after.status !== 'not-met') return [];
    const names = after.probes.flatMap(({ state, name }) => (state === 'not-evaluated' ? [name] : []));
    if (names.length === 0) return [];
    return [
      {
        evidence: [evidence(run, 'after', null, '/steady_states/after')],
        detail: { names, probes: after.probes.length },
        key: run.title,
      },
    ];
  },
};
