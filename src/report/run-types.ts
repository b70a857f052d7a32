/** What a journal tells of one run: what was declared, what was done, and every evaluation of the hypothesis. Part of {@link types.ts}. */
import type { JsonObject, JsonValue } from '../json.js';
import type { RollbackSkipReason } from './finding-types.js';
import type { Instant, Phase, Seconds, SteadyStatus } from './judgement-types.js';

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

/** Probes look, actions change; `activity` where a journal says neither. */
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
