/** What a rule of findings is: data with one pure function. */
import { createHash } from 'node:crypto';
import type { JsonValue } from '../../json.js';
import type { Evidence, Experiment, Finding, Phase } from '../types.js';

/** What a rule is given: an experiment before its findings are known. */
export type Run = Omit<Experiment, 'findings' | 'leftBehind'>;

/** One thing a rule found. */
export interface Found {
  readonly evidence: readonly Evidence[];
  readonly detail: Readonly<Record<string, JsonValue>>;
  /** What makes it the same thing in another run: findings of equal rule and key are one. */
  readonly key: string;
}

/** A rule: what it is called, how bad what it finds is, and what it finds in a run. */
export interface FindingRule {
  /** Kebab-case, stable. */
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly find: (run: Run) => readonly Found[];
}

/** Evidence in a run. */
export function evidence(run: Run, phase: Phase | null, index: number | null, pointer: string): Evidence {
  return { experiment: run.id, phase, index, pointer };
}

/** Applies a rule. The id is the rule and a digest of what it found, the same from run to run. */
export function applyRule({ rule, severity, find }: FindingRule, run: Run): Finding[] {
  return find(run).map(({ key, evidence: shown, detail }) => ({
    rule,
    id: `${rule}:${createHash('sha256').update(key).digest('hex').slice(0, 12)}`,
    severity,
    evidence: shown,
    detail,
  }));
}
