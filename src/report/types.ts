/**
 * The facts of a report: plain, JSON-safe, masked. No sentences, no markup, no formatted dates. This is what
 * `-o report.json` writes and what templates and other programs read; `report.schema.json` describes it.
 *
 * A report is a sequence, not a heap: a small {@link ReportHead}, and the experiments one at a time.
 */
import type { Warning } from '../errors.js';
import type { JsonObject, JsonValue } from '../json.js';
import type { Comparison } from './baseline-types.js';
import type { Coverage } from './coverage-types.js';
import type { Series } from './history-types.js';
import type {
  Instant,
  Seconds,
  Verdict,
  OutcomeCounts,
  RollbackCounts,
  SteadyStatus,
  LevelLine,
  Judgement,
  Phase,
  Evidence,
} from './judgement-types.js';
import type { Metrics } from './metric-types.js';
import type { ExperimentSidecar, HeadSidecar, Recovery } from './sidecar/types.js';

export * from './judgement-types.js';
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
  /** The names of the actions that the method declares. */
  readonly actions: readonly string[];
  /** SHA-256 of what was to be done, the title apart: equal for equal definitions. */
  readonly definition: string;
  /** False where the report holds a later run of the same experiment. */
  readonly latest: boolean;
}

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
    'rollback-not-run' | 'rollback-failed' | 'no-end' | 'steady-state-not-met' | 'steady-state-not-checked';
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

/** A contribution as declared: `high`, `medium`, `low`, `none`, or whatever else was written. */
export interface Contribution {
  readonly name: string;
  readonly level: string;
}

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

/** A time as the journal has it. */
export interface Time {
  /** As written. */
  readonly text: string;
  /** Null where the text is no time. */
  readonly instant: Instant | null;
}

/** What was to be done, as declared in `experiment`. */
export interface Definition {
  readonly version: string | null;
  readonly actions: number;
  readonly probes: number;
  readonly method: readonly DeclaredActivity[];
  readonly rollbacks: readonly DeclaredActivity[];
  readonly controls: readonly JsonObject[];
  readonly configuration: JsonObject | null;
  readonly secrets: JsonObject | null;
  readonly runtime: JsonValue | null;
  /** Fields of the experiment that nobody knows, `extensions` among them. */
  readonly otherFields: JsonObject;
}

export type ActivityKind = 'probe' | 'action' | 'activity';

/** An activity as declared, a `ref` resolved. */
export interface DeclaredActivity {
  /** `activity` where the journal does not say. */
  readonly kind: ActivityKind;
  readonly name: string;
  /** The name it was referred to by, null where it stands in full. */
  readonly ref: string | null;
  readonly provider: Provider | null;
  readonly background: boolean;
  /** As written: numbers of seconds, or `${…}`. */
  readonly pauses: { readonly before: JsonValue | null; readonly after: JsonValue | null };
  readonly tolerance: JsonValue | null;
  readonly controls: readonly JsonObject[];
  /** JSON pointer in the journal. */
  readonly pointer: string;
  /** Keys that nobody knows. */
  readonly otherFields: JsonObject;
}

/** Who carries an activity out. */
export interface Provider {
  /** `python`, `http`, `process`, or what is written. */
  readonly type: string;
  /** Everything else it has: `module`, `func`, `url`, `path`, `arguments`, … */
  readonly settings: JsonObject;
}

/** How an activity ended. `no-end`: without a status, it was started and never finished as far as the journal knows. */
export type Outcome = 'succeeded' | 'failed' | 'skipped' | 'aborted' | 'no-end' | 'other';

/** An entry of a run. */
export interface ActivityResult extends DeclaredActivity {
  readonly phase: Phase;
  readonly outcome: Outcome;
  /** As written. */
  readonly status: string | null;
  readonly start: Time | null;
  readonly end: Time | null;
  readonly duration: Seconds | null;
  /** The output. `null` is an output too: {@link hasOutput} says whether there was one. */
  readonly output: JsonValue;
  readonly hasOutput: boolean;
  /** The traceback as one text with its own line ends; null where nothing was raised. */
  readonly exception: string | null;
  readonly toleranceMet: boolean | null;
  /** Recorded in a dry run: whatever the status says, it was not carried out. */
  readonly dry: boolean;
  /** Keys of the entry that nobody knows (`x-trace-id`). */
  readonly entryFields: JsonObject;
}

/** A declared rollback and what became of it. */
export interface RollbackResult {
  readonly name: string;
  /** Null for one that ran without being declared. */
  readonly declared: DeclaredActivity | null;
  /** Null where it was not run. */
  readonly result: ActivityResult | null;
  readonly skipped: RollbackSkipReason | null;
}

/** The hypothesis and all its evaluations. */
export interface Hypothesis {
  readonly title: string | null;
  /** How many probes it declares. */
  readonly probes: number;
  /** Those probes. */
  readonly declared: readonly DeclaredActivity[];
  /** False where the journal is of a version that does not record evaluations. */
  readonly recorded: boolean;
  readonly before: SteadyState;
  /** One for each sample, in order. Empty where nothing sampled it. */
  readonly during: readonly SteadyState[];
  /** The stretches of samples that were not met. */
  readonly violations: readonly Violation[];
  /** The usual time between two samples; null with fewer than two. */
  readonly samplingInterval: Seconds | null;
  readonly after: SteadyState;
  /** Keys that nobody knows. */
  readonly otherFields: JsonObject;
}

/** A stretch of samples that were not met. Between `to` and `metAgain` the steady state came back; between `metBefore` and `from` it went. */
export interface Violation {
  /** Indices in `during`. */
  readonly firstSample: number;
  readonly lastSample: number;
  readonly samples: number;
  /** The last sample before it that was met; null for none. */
  readonly metBefore: Instant | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** The first sample after it that was met; null where the sampling ended first. */
  readonly metAgain: Instant | null;
}

/** What a `${name}` stands for. */
export interface Variable {
  readonly name: string;
  /** How often the experiment refers to it. */
  readonly uses: number;
  /** Null where it is not known, and for secrets from outside the journal. */
  readonly value: JsonValue | null;
  readonly origin: 'configuration' | 'secrets' | 'default' | 'environment' | 'override' | 'unresolved';
  readonly secret: boolean;
}

/** One evaluation of the hypothesis. */
export interface SteadyState {
  readonly status: SteadyStatus;
  /** Every declared probe, evaluated or not, in order. Samples during the run list the evaluated ones only. */
  readonly probes: readonly ProbeCheck[];
}

/** A probe of the hypothesis in one evaluation. `not-measured`: it raised an error. */
export interface ProbeCheck {
  readonly state: 'met' | 'not-met' | 'not-measured' | 'not-evaluated';
  readonly name: string;
  /** The type of its provider, which says what a bare number is held against; null where none is named. */
  readonly providerType: string | null;
  readonly tolerance: JsonValue | null;
  /** What the tolerance was held against; null where that is not known. */
  readonly observed: JsonValue | null;
  readonly hasObserved: boolean;
  /** Null where it was not evaluated. */
  readonly result: ActivityResult | null;
}
