import { evidence, type FindingRule } from './rule.js';

/** The steady state was away for longer than its objective allows. */
export const recoveryMissed: FindingRule = {
  rule: 'recovery-missed',
  severity: 'high',
  find: (run) => {
    const { recovery, hypothesis } = run;
    if (recovery?.result !== 'missed') return [];
    const { objective, atLeast, atMost, notSeenBackAt } = recovery;
    const sample = hypothesis?.violations[0]?.firstSample;
    return [
      {
        evidence: [
          sample === undefined
            ? evidence(run, 'after', null, '/steady_states/after')
            : evidence(run, 'during', sample, `/steady_states/during/${sample}`),
        ],
        detail: { objective, atLeast, atMost, back: notSeenBackAt === null },
        key: run.title,
      },
    ];
  },
};
