/** What the reader should know of a run beside its verdict: findings, what was left behind, what was masked. Part of {@link types.ts}. */
import type { JsonValue } from '../json.js';
import type { Evidence, Seconds } from './judgement-types.js';

/** Something that the reader should know, by rule. */
export interface Finding {
  /** The rule: `action-failed`. */
  readonly rule: string;
  /** The rule and what it found, the same from run to run: `action-failed:0f3a…`. */
  readonly id: string;
  readonly severity: 'high' | 'medium' | 'low' | 'note';
  /** Where it was seen, the latest runs first, then in the order of the report. */
  readonly evidence: readonly Evidence[];
  /** Names, figures and values that its sentence needs. */
  readonly detail: Readonly<Record<string, JsonValue>>;
}

/** Something the run left in the system, or may have. */
export interface LeftBehind {
  readonly kind:
    | 'rollback-not-run'
    | 'rollback-failed'
    /** The journal counts it as succeeded, and its answer is an error. */
    | 'rollback-refused'
    | 'no-end'
    | 'steady-state-not-met'
    | 'steady-state-not-measured'
    | 'steady-state-not-checked';
  readonly experiment: string;
  readonly name: string | null;
  readonly evidence: Evidence;
  readonly reason: RollbackSkipReason | null;
  /** False where nothing had been done yet, and so nothing can be left. */
  readonly methodStarted: boolean;
  /** Whether rollbacks ran after what this tells of. */
  readonly rolledBack: boolean;
  /** Seconds until it was cut off; null for what has no end, and for the steady state. */
  readonly cutOffAfter: Seconds | null;
}

/** What a probe among the rollbacks answered, after the method. */
export interface RollbackAnswer {
  readonly name: string;
  /** Of the rollback. */
  readonly index: number;
  /** The field of the output that the value is of: `status`; null for the output itself. */
  readonly field: string | null;
  /** A single short value. */
  readonly value: JsonValue;
  /** False where there is none to show: the output is more than that. */
  readonly shown: boolean;
}

/** Why a declared rollback has no entry in `rollbacks`. */
export type RollbackSkipReason =
  /** The run's status: by default the library plays no rollbacks after these. */
  | 'failed'
  | 'interrupted'
  | 'aborted'
  /** The experiment's own strategy. */
  | 'never'
  | 'only-when-deviated'
  /** The journal is of a version that did not record rollbacks. */
  | 'not-recorded'
  /** Asked for on the command line, perhaps: the journal does not say. */
  | 'unknown';

/** What was masked, where and why; never the value. */
export interface Redaction {
  readonly experiment: string;
  /** JSON pointer of the first place. */
  readonly pointer: string;
  /** How many places hold it. */
  readonly count: number;
  /** The key, header or secret's name, where there is one. */
  readonly name: string | null;
  /** The rule: `secrets`, `key`, `header`, `url-credentials`, `private-key`, `token-form`, `given`, `own-rule`. */
  readonly rule: string;
  /** The number in `‹secret 1›`, counted within the journal. */
  readonly mark: number;
  /** Masked where a rule points at it and not wherever it occurs: too short or too common to be looked for. */
  readonly onlyThere: boolean;
}
