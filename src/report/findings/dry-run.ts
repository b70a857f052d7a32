import { evidence, type FindingRule } from './rule.js';

/** The run was dry: what the journal records as done was not carried out. */
export const dryRun: FindingRule = {
  rule: 'dry-run',
  severity: 'note',
  find: (run) =>
    run.verdict.verdict === 'dry-run'
      ? [{ evidence: [evidence(run, null, null, '/experiment/dry')], detail: { dry: run.dry }, key: run.title }]
      : [],
};
