/** An experiment → the same one under another name in the report: `e1`, `e2`, … */
import type { Evidence, Experiment } from './types.js';

/** The parts of an experiment that hold its name in the report. */
export type Named = Pick<Experiment, 'id' | 'source' | 'verdict' | 'findings' | 'leftBehind' | 'redactions'>;

/** The same experiment under another name in the report. */
export function identify<T extends Named>(experiment: T, id: string): T {
  const moved = (evidence: Evidence): Evidence => ({ ...evidence, experiment: id });
  const { verdict } = experiment;
  return {
    ...experiment,
    id,
    source: { ...experiment.source, experiment: id },
    verdict: {
      ...verdict,
      reason: { ...verdict.reason, evidence: verdict.reason.evidence && moved(verdict.reason.evidence) },
    },
    findings: experiment.findings.map((finding) => ({ ...finding, evidence: finding.evidence.map(moved) })),
    leftBehind: experiment.leftBehind.map((item) => ({ ...item, experiment: id, evidence: moved(item.evidence) })),
    redactions: experiment.redactions.map((redaction) => ({ ...redaction, experiment: id })),
  };
}
