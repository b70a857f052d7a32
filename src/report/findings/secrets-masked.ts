import { evidence, type FindingRule } from './rule.js';

/** The journal holds secrets in clear: the report masks them, the journal does not. */
export const secretsMasked: FindingRule = {
  rule: 'secrets-masked',
  severity: 'low',
  find: (run) => {
    const [first] = run.redactions;
    if (!first) return [];
    return [
      {
        evidence: [evidence(run, null, null, first.pointer)],
        detail: { secrets: run.redactions.length, file: run.source.file },
        key: run.source.sha256,
      },
    ];
  },
};
