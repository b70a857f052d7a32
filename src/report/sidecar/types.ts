/** What people know besides the journals, as facts: who owns an experiment, what is to follow, who has signed. */
import type { Instant, Seconds } from '../judgement-types.js';

/** A calendar date, `2026-12-01`: of no zone. */
export type CalendarDate = string;

/** Where work on something is tracked. */
export interface Ticket {
  /** What it is called: `CHAOS-12`, or the address where it has no other name. */
  readonly name: string;
  /** http or https; null where only the name is known. */
  readonly url: string | null;
}

/** What is known of an experiment, or of all experiments of a file. */
export interface About {
  readonly system: string | null;
  readonly environment: string | null;
  readonly owner: string | null;
  readonly ticket: Ticket | null;
  /** Within this time after the fault the steady state has to be back. */
  readonly recoveryObjective: Seconds | null;
}

/** Something to be done because of what was learnt. */
export interface FollowUp {
  readonly what: string;
  readonly who: string | null;
  readonly by: CalendarDate | null;
  readonly state: 'open' | 'in-progress' | 'done' | 'dropped';
  readonly ticket: Ticket | null;
}

/** A line for somebody who answers for the report. What is null is to be written by hand. */
export interface SignOff {
  readonly role: string | null;
  readonly name: string | null;
  readonly decision: string | null;
  readonly date: CalendarDate | null;
}

/** What the sidecar says of one experiment. */
export interface ExperimentSidecar extends About {
  /** Markdown, as written. */
  readonly notes: string | null;
  readonly followUps: readonly FollowUp[];
}

/** What sidecars say of the whole report, and of all its experiments together. */
export interface HeadSidecar {
  /** Each value once, in the order of the experiments. */
  readonly systems: readonly string[];
  readonly environments: readonly string[];
  readonly owners: readonly string[];
  readonly tickets: readonly Ticket[];
  /** Markdown, as written, a file each. */
  readonly notes: readonly string[];
  /** With the experiment each is of; null for the whole. */
  readonly followUps: readonly (FollowUp & { readonly experiment: string | null })[];
  readonly signOffs: readonly SignOff[];
  /** How many experiments with an objective came to which result; null where none has one. */
  readonly recovery: Readonly<Record<RecoveryResult, number>> | null;
}

/** Whether the steady state was back within the objective. */
export type RecoveryResult = 'met' | 'missed' | 'cannot-tell';

/** How long the steady state was away, held against the objective. */
export interface Recovery {
  /** Seconds. */
  readonly objective: Seconds;
  readonly result: RecoveryResult;
  /** The longest time in which it was surely away; 0 where it was not seen to be away. */
  readonly atLeast: Seconds;
  /** The longest time in which it can have been away; null where nothing bounds it. */
  readonly atMost: Seconds | null;
  /** The last time at which it was seen not met, without having been seen met again; null where it came back. */
  readonly notSeenBackAt: Instant | null;
}
