/**
 * The facts of a report: plain, JSON-safe, masked. No sentences, no markup, no formatted dates. This is what
 * `-o report.json` writes and what templates and other programs read; `report.schema.json` describes it.
 *
 * A report is a sequence, not a heap: a small {@link ReportHead}, and the experiments one at a time.
 */
import type { Warning } from '../errors.js';
import type { JsonObject } from '../json.js';
import type { Comparison } from './baseline-types.js';
import type { Coverage } from './coverage-types.js';
import type { Series } from './history-types.js';
import type {
  Instant,
  Seconds,
  Verdict,
  OutcomeCounts,
  RollbackCounts,
  LevelLine,
  Judgement,
} from './judgement-types.js';
import type { Finding, LeftBehind, Redaction, RollbackAnswer } from './finding-types.js';
import type { Metrics } from './metric-types.js';
import type { ActivityResult, Definition, Hypothesis, RollbackResult, Time, Variable } from './run-types.js';
import type { ExperimentSidecar, HeadSidecar, Recovery } from './sidecar/types.js';

export * from './judgement-types.js';
export * from './finding-types.js';
export * from './run-types.js';
export * from './history-types.js';
export * from './coverage-types.js';
export * from './baseline-types.js';
export type * from './metric-types.js';
export * from './sidecar/types.js';

/** The version of this shape. Minor: fields added. Major: fields changed or gone. */
export const SCHEMA_VERSION = '1.0';

/** The whole report as one object: for few journals. */
export interface Report {
  readonly head: ReportHead;
  readonly experiments: readonly Experiment[];
}

/** All that the first pages, contents, findings and appendix need of every journal. */
export interface ReportHead {
  readonly schemaVersion: string;
  readonly generator: { readonly name: string; readonly version: string };
  /** The title somebody gave, or null for the default one. */
  readonly title: string | null;
  /** When the report was made; given, never read from the clock. */
  readonly generated: Instant;
  /** Where it was made, if that was asked for and is known. */
  readonly context: PipelineContext | null;
  readonly sources: readonly Source[];
  readonly unreadable: readonly UnreadableSource[];
  /** Journals that were given again under another name: they are counted once. */
  readonly duplicates: readonly Duplicate[];
  /** Files in folders and patterns that are not journals, and were passed over. */
  readonly passedOver: number;
  /** What the report was asked to be about, and how many journals it leaves out for it; null where nothing was asked. */
  readonly selection: Selection | null;
  /** Experiments with several runs, each with its runs from the first to the last. */
  readonly series: readonly Series[];
  /** What changed since an earlier report; null where none was given. */
  readonly baseline: Comparison | null;
  /** Which actions were exercised, in all runs, those without a chapter included. */
  readonly coverage: Coverage;
  /** How many experiments got each verdict. */
  readonly totals: Readonly<Record<Verdict, number>>;
  /** Every tag, in the order of first appearance. */
  readonly tags: readonly string[];
  /** A line for each experiment, in the order of the report. */
  readonly lines: readonly ExperimentLine[];
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly leftBehind: readonly LeftBehind[];
  readonly redactions: readonly Redaction[];
  readonly masking: Masking;
  /** What people know besides the journals; null where nobody wrote it down. */
  readonly sidecar: HeadSidecar | null;
}

/** How the report was masked. */
export interface Masking {
  /** Nothing is masked, on request: the report may hold secrets. */
  readonly unmasked: boolean;
  /** How many rules of their own people gave: that mask, */
  readonly rules: number;
  /** and that keep. */
  readonly kept: number;
}

/** The CI server that made the report, and of what. Read from a closed list of environment variables. */
export interface PipelineContext {
  /** Its name: `GitHub Actions`. */
  readonly server: string;
  readonly commit: ContextPart | null;
  readonly branch: ContextPart | null;
  readonly pullRequest: ContextPart | null;
  readonly build: ContextPart | null;
  readonly job: ContextPart | null;
}

/** A name, and its http(s) address without credentials where there is one. */
export interface ContextPart {
  readonly name: string;
  readonly url: string | null;
}

/** What was left out on request. */
export interface Selection {
  /** The conditions as they were written. */
  readonly filter: string;
  readonly leftOut: number;
}

/** A source that was read. */
export interface Source {
  readonly file: string;
  /**
   * JSON pointer of the journal in the file: empty where it is the file. Where a file has several values one after another
   * (JSON Lines, documents of YAML), they count as a list: `/0`, `/1`.
   */
  readonly pointer: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly warnings: readonly Warning[];
  /** The experiment that came of it; null for an older run that has no chapter. */
  readonly experiment: string | null;
}

/** A journal of the same bytes as another one, at the same place in them. */
export interface Duplicate {
  readonly file: string;
  readonly pointer: string;
  /** The file that was read first, and counts. */
  readonly sameAs: string;
}

/** A source that could not be read as a journal. */
export interface UnreadableSource {
  readonly file: string;
  /** An error code, see `errors.ts`. */
  readonly code: string;
  /** What is wrong, in the user's terms. */
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly pointer: string | null;
  readonly hint: string | null;
}

/** What page 1 says of one experiment. */
export interface ExperimentLine {
  /** `e1`, `e2`, … in the order of the report. */
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly verdict: Judgement;
  readonly level: LevelLine;
  readonly tags: readonly string[];
  readonly contributions: readonly Contribution[];
  readonly status: string | null;
  readonly start: Instant | null;
  readonly end: Instant | null;
  readonly duration: Seconds | null;
  readonly activities: OutcomeCounts;
  readonly rollbacks: RollbackCounts;
  /** What the first probes among the rollbacks answered, at most six. */
  readonly rollbackAnswers: readonly RollbackAnswer[];
  /** The names of the actions that the method declares. */
  readonly actions: readonly string[];
  /** SHA-256 of what was to be done, the title apart: equal for equal definitions. */
  readonly definition: string;
  /** False where the report holds a later run of the same experiment. */
  readonly latest: boolean;
}

/** A contribution as declared: `high`, `medium`, `low`, `none`, or whatever else was written. */
export interface Contribution {
  readonly name: string;
  readonly level: string;
}

/** One run of one experiment. */
export interface Experiment {
  readonly id: string;
  readonly source: Source;
  readonly title: string;
  /** Markdown, as written. */
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly contributions: readonly Contribution[];
  readonly status: string | null;
  readonly deviated: boolean | null;
  /** The `dry` of the experiment, null for none. */
  readonly dry: string | null;
  readonly verdict: Judgement;
  readonly level: LevelLine;
  readonly start: Time | null;
  readonly end: Time | null;
  readonly duration: Seconds | null;
  /** From the start of the first action to the end of the method; null where no action started. */
  readonly faultWindow: { readonly start: Instant; readonly end: Instant } | null;
  readonly node: string | null;
  readonly platform: string | null;
  readonly chaoslibVersion: string | null;
  readonly definition: Definition;
  /** Every `${name}` that the experiment refers to. */
  readonly variables: readonly Variable[];
  /** `none`: no hypothesis, or one without probes. */
  readonly hypothesis: Hypothesis | null;
  /** The method's entries in `run`, in its order. */
  readonly run: readonly ActivityResult[];
  readonly rollbacks: readonly RollbackResult[];
  readonly rollbackCounts: RollbackCounts;
  readonly activityCounts: OutcomeCounts;
  /** Numbers over time: Prometheus, load tests, probes that were run again and again. */
  readonly metrics: Metrics;
  readonly findings: readonly Finding[];
  readonly leftBehind: readonly LeftBehind[];
  readonly redactions: readonly Redaction[];
  readonly warnings: readonly Warning[];
  /** What people know of it besides the journal. */
  readonly sidecar: ExperimentSidecar | null;
  /** Null where there is no objective. */
  readonly recovery: Recovery | null;
  /** Fields of the journal's top level that nobody knows. */
  readonly otherFields: JsonObject;
}
