/** The facts that verdicts are made of, and what points to their evidence: the lower half of {@link types.ts}. */
import type { JsonValue } from '../json.js';

/** An instant: RFC 3339 in UTC with `Z`, with the source's fractional digits. */
export type Instant = string;

/** A span of time in seconds, not rounded. */
export type Seconds = number;

/** What was learnt from an experiment, worst first: the order of severity. */
export const VERDICTS = [
  'deviated',
  'failed',
  'not-tested',
  'aborted',
  'interrupted',
  'inconclusive',
  'exploratory',
  'dry-run',
  'held',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** How the activities of the method ended. */
export interface OutcomeCounts {
  readonly succeeded: number;
  readonly failed: number;
  /** Entries without a status: started and never finished, as far as the journal knows. */
  readonly noEnd: number;
  /** Recorded in a dry run, and not carried out. */
  readonly dry: number;
  /** Declared, and without an entry. */
  readonly notStarted: number;
  /** Skipped, aborted and whatever else was written. */
  readonly other: number;
}

/** What became of the rollbacks, by number. */
export interface RollbackCounts {
  readonly declared: number;
  readonly run: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Started, and without a status. */
  readonly cutOff: number;
  /** Recorded in a dry run, and not carried out. */
  readonly dry: number;
}

/** The state of the hypothesis in one part of a run. */
export type SteadyStatus = 'met' | 'not-met' | 'not-run';

/** The level line: what the evidence says of the steady state before, during and after the method. */
export interface LevelLine {
  readonly before: SteadyStatus;
  /** `not-run` where nothing sampled it. */
  readonly during: SteadyStatus;
  readonly after: SteadyStatus;
  /** Whether the method started at all: without it there is no window and no line in it. */
  readonly method: boolean;
  /** Where samples out of tolerance stand in the method, from 0 to 1, at most a few hundred. */
  readonly violations: readonly number[];
  readonly samples: { readonly total: number; readonly met: number; readonly notMet: number };
  /** Where in the method the run was stopped, from 0 to 1; null where it was not. */
  readonly cut: number | null;
  /** No hypothesis: the whole line is dotted. */
  readonly hypothesis: boolean;
}

/** A verdict with its reason and the four evidence checks. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly checks: EvidenceChecks;
}

/** What evidence says to a question; `not-known` where there is none. */
export type Answer = 'yes' | 'no' | 'not-known';

/** Four questions that each verdict answers. */
export interface EvidenceChecks {
  readonly baselineVerified: Answer;
  /** Was the fault really injected? `not-known` where the method has no action, or did not run. */
  readonly everyActionSucceeded: Answer;
  readonly everyProbeEvaluatedAfter: Answer;
  readonly everyRollbackSucceeded: Answer;
}

/** Why the verdict is what it is: a code and what its sentence needs. */
export interface Reason {
  readonly code: ReasonCode;
  /** The probe or activity that decided it. */
  readonly evidence: Evidence | null;
  /** Its name as the journal has it. */
  readonly name: string | null;
  /** What was observed, where the tolerance looked at one value. */
  readonly observed: JsonValue | null;
  readonly tolerance: JsonValue | null;
  /** The first exception of the chain, where it could not be measured: class and message. */
  readonly cause: string | null;
  /** Of the method's activities. */
  readonly activities: OutcomeCounts;
  readonly rollbacks: RollbackCounts;
  readonly samples: { readonly total: number; readonly met: number; readonly notMet: number };
  readonly before: SteadyStatus;
  readonly after: SteadyStatus;
  /** What of a dry run was not exercised: `actions`, `probes`, `activities`, `true`. */
  readonly dry: string | null;
  /** The journal's own word. */
  readonly status: string | null;
}

/** The rule by which a verdict was found (`verdict.ts`). */
export type ReasonCode =
  | 'dry'
  | 'out-of-tolerance-after'
  | 'not-measured-after'
  | 'out-of-tolerance-during'
  | 'not-measured-during'
  | 'out-of-tolerance-before'
  | 'not-measured-before'
  | 'aborted'
  | 'interrupted'
  | 'failed'
  | 'nothing-verified'
  | 'not-recorded'
  | 'no-hypothesis'
  | 'no-probes'
  | 'verified';

/** Which part of a run something belongs to. */
export type Phase = 'before' | 'during' | 'method' | 'after' | 'rollback';

/** A pointer to the activity result, or the part, that shows something. */
export interface Evidence {
  /** The experiment's id, `e1`. */
  readonly experiment: string;
  readonly phase: Phase | null;
  /** The index of the activity in its phase (of the sample, for `during`); null for the experiment as a whole. */
  readonly index: number | null;
  /** JSON pointer in the source journal. */
  readonly pointer: string;
}
