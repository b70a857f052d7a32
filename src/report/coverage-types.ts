/** Which actions were exercised, against what, and when they were last seen to hold. Part of {@link types.ts}. */
import type { Instant, Verdict } from './judgement-types.js';

/** The actions of all runs that the report is about. */
export interface Coverage {
  /** How many runs it is made of. */
  readonly runs: number;
  /** By what they do, in the order of {@link CoveredAction.provider} and target. */
  readonly actions: readonly CoveredAction[];
}

/** Actions that do the same: of one module and function, against one host, of one program. */
export interface CoveredAction {
  /** The type of the provider: `python`, `http`, `process`, or what is written; null for none. */
  readonly provider: string | null;
  /** `chaosk8s.pod.actions.terminate_pods`, `api.example.com`, `/usr/bin/stress`; the action's name where it says none of these. */
  readonly target: string;
  /** Runs that declare it in the method. */
  readonly declared: number;
  /** Runs in which it was really carried out: it succeeded, was not dry, and not answered with an error. */
  readonly exercised: number;
  /** Those that had a steady state to hold: the others were exploratory. */
  readonly judged: number;
  /** The last of {@link exercised}; null for none. */
  readonly lastExercised: Sighting | null;
  /** The last of those in which the steady state held. */
  readonly lastHeld: Sighting | null;
  /** Where it was never exercised: how the last run that declares it left it. */
  readonly never: ActionFate | null;
  /** The same, by the tags of the experiments, in the order of the report's tags. */
  readonly tags: readonly CoveredTag[];
}

/** An action against one tag. */
export interface CoveredTag {
  readonly tag: string;
  readonly declared: number;
  readonly exercised: number;
  readonly judged: number;
  readonly lastExercised: Sighting | null;
  readonly lastHeld: Sighting | null;
}

/** When, with which verdict, and in which experiment of the report; null for a run without a chapter. */
export interface Sighting {
  readonly instant: Instant;
  readonly verdict: Verdict;
  readonly experiment: string | null;
}

/** What became of an action in a run, the best first. */
export const ACTION_FATES = [
  'exercised',
  /** It raised an error, or was answered with one. */
  'failed',
  /** Aborted, or without an end. */
  'cut-off',
  'skipped',
  'dry',
  /** The run ended before it. */
  'not-started',
] as const;
export type ActionFate = (typeof ACTION_FATES)[number];
