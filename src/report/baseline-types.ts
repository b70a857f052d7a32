/** What changed since an earlier report. Part of {@link types.ts}. */
import type { DefinitionChange, Turn } from './history-types.js';
import type { Instant, Verdict } from './judgement-types.js';
import type { Finding } from './finding-types.js';

/** This report held against an earlier one: the latest run of each experiment in both. */
export interface Comparison {
  /** The file of the earlier report; null where it was given in memory. */
  readonly file: string | null;
  /** When it was made. */
  readonly generated: Instant;
  /** Every experiment of either: in the order of this report, then those that are missing from it. */
  readonly experiments: readonly ComparedExperiment[];
  /** The ids of findings in the latest runs of this report that the earlier one had not. */
  readonly newFindings: readonly string[];
  /** Findings of the earlier report that are gone, of experiments that were run again since. */
  readonly goneFindings: readonly Finding[];
}

/** An experiment in the two reports. */
export interface ComparedExperiment {
  readonly title: string;
  /** Its title in the earlier report, where that was another one. */
  readonly formerTitle: string | null;
  /** The experiment in this report; null where it is missing from it. */
  readonly experiment: string | null;
  /** Its latest run in the earlier report; null where it is new. */
  readonly before: ComparedRun | null;
  /** Its latest run in this report; null where it is missing. */
  readonly now: ComparedRun | null;
  /** True where both are one and the same journal: it was not run again. */
  readonly sameRun: boolean;
  /** Null where it is new, missing or was not run again. */
  readonly turn: Turn | null;
  /** Where its definition is another one now. */
  readonly changes: readonly DefinitionChange[];
}

/** A run of one of the two reports. */
export interface ComparedRun {
  /** Its experiment in the report it is of; null where it has no chapter there. */
  readonly experiment: string | null;
  readonly verdict: Verdict;
  readonly start: Instant | null;
}
