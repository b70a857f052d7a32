/** What several runs of one experiment say together: how it stands, since when, and what of it was changed. Part of {@link types.ts}. */
import type { JsonValue } from '../json.js';
import type { Evidence, Instant, LevelLine, OutcomeCounts, Phase, Seconds, Verdict } from './judgement-types.js';
import type { ActivityKind } from './run-types.js';

/** Several runs of one experiment. */
export interface Series {
  /** The title of the last run. */
  readonly title: string;
  /** Other titles that it was run under, the oldest first. */
  readonly formerTitles: readonly string[];
  /** From the first to the last. */
  readonly runs: readonly SeriesRun[];
  readonly standing: Standing;
}

/** A run in a series. */
export interface SeriesRun {
  /** The experiment it is in this report; null for an older run that has no chapter. */
  readonly experiment: string | null;
  readonly file: string;
  readonly verdict: Verdict;
  readonly level: LevelLine;
  readonly start: Instant | null;
  readonly duration: Seconds | null;
  readonly activities: OutcomeCounts;
  /** SHA-256 of what was to be done: equal for equal definitions. */
  readonly definition: string;
  readonly turn: Turn;
  /** Where its definition differs from that of the run before it. */
  readonly changes: readonly DefinitionChange[];
}

/**
 * What a run says after the last run that was judged before it. Judged is what held or deviated; every other verdict says
 * nothing about the system.
 */
export type Turn =
  /** Held, and deviates: the definition is the same, or only easier. */
  | 'regressed'
  /** Held, and deviates: but its definition was changed in between. */
  | 'deviated-after-change'
  /** Deviated, and deviates. */
  | 'still-deviated'
  /** Deviated, and holds: but its definition was changed in between. */
  | 'held-after-change'
  /** Deviated, and holds: the definition is the same, or only harder. */
  | 'fixed'
  /** Held, and holds. */
  | 'still-held'
  /** No run before it was judged. */
  | 'first'
  /** Neither held nor deviated. */
  | 'not-judged';

/** How an experiment stands after all its runs. */
export interface Standing {
  /** Of the last judged run; null where none was. */
  readonly verdict: 'held' | 'deviated' | null;
  /** How it came to this: the turn of the first of the last judged runs with this verdict. */
  readonly turn: Turn | null;
  /** When that run started. */
  readonly since: Instant | null;
  /** How many judged runs, up to the last, have this verdict. */
  readonly streak: number;
  /** How many judged runs before them had the other one, up to the one before that. */
  readonly before: number;
  /** What of the definition was changed between the last of those and the first of these. */
  readonly changes: readonly DefinitionChange[];
  /** Whether the deviating runs of the streak all failed at the same probe for the same cause; null for one run, or none. */
  readonly sameFailure: boolean | null;
  /** Runs after the last judged one. */
  readonly unjudged: number;
  /** Null where the duration is as it was, as far as the rule can tell. */
  readonly duration: DurationShift | null;
  /** Null where it is still being run, as far as the rule can tell. */
  readonly silence: Silence | null;
}

/** The median duration of the last judged runs, and of those before them. */
export interface DurationShift {
  readonly before: Seconds;
  readonly now: Seconds;
  /** How many runs each median is of. */
  readonly runsBefore: number;
  readonly runsNow: number;
  /** Of the last of them. */
  readonly last: Seconds;
  /** The start of the run it began with: the first that lies well beyond those before it. */
  readonly since: Instant | null;
  /** What of the definition was changed between the judged run before that one and it. */
  readonly changes: readonly DefinitionChange[];
}

/** No run for longer than twice the longest pause between two runs, while other experiments were run. */
export interface Silence {
  readonly lastRun: Instant;
  /** From its last run to the last run of any experiment. */
  readonly silent: Seconds;
  readonly longestPause: Seconds;
}

/** Which part of the definition was changed. */
export type DefinitionPart = 'title' | 'hypothesis' | 'method' | 'rollbacks' | 'settings';

/** What was changed. */
export type ChangeKind =
  | 'title'
  | 'activity-added'
  | 'activity-removed'
  | 'activity-renamed'
  | 'order'
  | 'tolerance'
  | 'timeout'
  | 'argument'
  /** Any other setting of a provider: `url`, `func`, … */
  | 'provider'
  | 'background'
  | 'pause-before'
  | 'pause-after'
  | 'controls'
  | 'configuration'
  | 'secrets'
  | 'runtime'
  /** Too long to be compared. */
  | 'unknown';

/** What a change does to the test: `loosened` is easier to hold, `tightened` harder, `none` is neither; `changed` cannot be told. */
export type ChangeEffect = 'loosened' | 'tightened' | 'none' | 'changed';

/** One difference between the definitions of two runs. */
export interface DefinitionChange {
  readonly part: DefinitionPart;
  readonly kind: ChangeKind;
  readonly effect: ChangeEffect;
  /** The activity it is about, by its name in the later run (the earlier one's where it was removed). */
  readonly activity: { readonly kind: ActivityKind; readonly name: string } | null;
  /** The argument, setting or configuration value. */
  readonly key: string | null;
  /** Null where it was not there, and where the values themselves are not shown. */
  readonly from: JsonValue;
  readonly to: JsonValue;
  /** Of a tolerance of the hypothesis: what was measured since, held against the earlier one. Null where that cannot be told. */
  readonly againstEarlier: AgainstEarlier | null;
}

/** What runs measured, held against a tolerance that they no longer had to meet. */
export interface AgainstEarlier {
  /** The judged runs it is about: the later one of two, or all since the change. */
  readonly runs: number;
  /** How many of them would have met it, and how many not; of the others that cannot be told. */
  readonly met: number;
  readonly notMet: number;
  /** The last of those that can be told: a value that would not have met it, else the last one, and where it stands. */
  readonly last: {
    readonly met: boolean;
    readonly observed: JsonValue;
    readonly phase: Phase;
    /** Null where the run has no chapter. */
    readonly evidence: Evidence | null;
  };
}
