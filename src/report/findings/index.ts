/** All rules of findings, in the order in which equal severities are told. */
import { isArray, type JsonValue } from '../../json.js';
import type { Evidence, Experiment, Finding } from '../types.js';
import { actionFailed, probeFailed } from './activity-failed.js';
import { baselineNotMet } from './baseline-not-met.js';
import { clock } from './clock.js';
import { deviated } from './deviated.js';
import { dryRun } from './dry-run.js';
import { exitCode, httpError } from './exit-code.js';
import { metricMoved } from './metric-moved.js';
import { metricSilent } from './metric-silent.js';
import { noEnd, rollbackCutOff } from './no-end.js';
import { probesNotEvaluated } from './probes-not-evaluated.js';
import { notRecovered, recovered, violatedDuring } from './recovery.js';
import { recoveryMissed } from './recovery-missed.js';
import { rollbackFailed, rollbackSkipped } from './rollbacks.js';
import { applyRule, type FindingRule, type Run } from './rule.js';
import { secretsMasked } from './secrets-masked.js';
import { stoppedBySignal } from './stopped-by-signal.js';
import { toleranceNotChecked } from './tolerance-not-checked.js';
import { unresolvedVariables } from './unresolved-variables.js';

export const FINDING_RULES: readonly FindingRule[] = [
  deviated,
  violatedDuring,
  notRecovered,
  recoveryMissed,
  rollbackFailed,
  rollbackCutOff,
  baselineNotMet,
  actionFailed,
  httpError,
  stoppedBySignal,
  rollbackSkipped,
  noEnd,
  probeFailed,
  exitCode,
  secretsMasked,
  probesNotEvaluated,
  toleranceNotChecked,
  metricSilent,
  metricMoved,
  clock,
  recovered,
  dryRun,
  unresolvedVariables,
];

const SEVERITIES: readonly Finding['severity'][] = ['high', 'medium', 'low', 'note'];

/** The findings of one run, worst first. */
export function findingsOf(run: Run): Finding[] {
  return sortFindings(FINDING_RULES.flatMap((rule) => applyRule(rule, run)));
}

/** The findings of an experiment once a rule has more to go by. */
export function addFindings(experiment: Experiment, rule: FindingRule): Finding[] {
  const others = experiment.findings.filter((finding) => finding.rule !== rule.rule);
  return sortFindings([...others, ...applyRule(rule, experiment)]);
}

/** Findings of several runs: those with the same id are one, with the evidence and the names of all. Worst first. */
export function mergeFindings(all: Iterable<Finding>): Finding[] {
  const byId = new Map<string, { first: Finding; evidence: Evidence[]; names: Set<JsonValue> }>();
  for (const finding of all) {
    let merged = byId.get(finding.id);
    if (!merged) byId.set(finding.id, (merged = { first: finding, evidence: [], names: new Set() }));
    // One by one: a call has no room for hundreds of thousands.
    for (const evidence of finding.evidence) merged.evidence.push(evidence);
    if (isArray(finding.detail.names)) for (const name of finding.detail.names) merged.names.add(name);
  }
  return sortFindings(
    [...byId.values()].map(({ first, evidence, names }) => ({
      ...first,
      evidence,
      detail: names.size > 0 ? { ...first.detail, names: [...names] } : first.detail,
    })),
  );
}

function sortFindings(findings: Finding[]): Finding[] {
  const rank = ({ severity, rule }: Finding): number =>
    SEVERITIES.indexOf(severity) * FINDING_RULES.length + FINDING_RULES.findIndex((one) => one.rule === rule);
  return findings.sort((a, b) => rank(a) - rank(b));
}
