/** What a report is made with, beside the journals. */
import type { Baseline } from './baseline.js';
import type { Filter } from './filter.js';
import type { MaskingSettings } from './masking/own-rules.js';
import type { EvidenceFolder } from './metrics/evidence.js';
import type { SortOrder } from './order.js';
import type { Sidecar } from './sidecar/read-sidecar.js';
import type { Instant, PipelineContext, ReportHead } from './types.js';
import type { VariableSettings } from './variables.js';

/** How a report is made: what it is called, what it is about, and in which order. */
export interface CollectSettings {
  /** Null for the default title. */
  readonly title: string | null;
  /** When the report is made: RFC 3339 in UTC. */
  readonly generated: Instant;
  readonly sort: SortOrder;
  readonly generator: ReportHead['generator'];
  /** The CI server, where it is to be named. */
  readonly context?: PipelineContext;
  /** What `${name}` is read as, beyond what the journals say. */
  readonly variables?: VariableSettings;
  /** What is masked beside what is found, what is left, or that nothing is masked. */
  readonly masking?: MaskingSettings;
  /** Files that activities may have written. */
  readonly evidence?: EvidenceFolder;
  /** Which experiments the report is about, and the words in which that was asked. */
  readonly filter?: { readonly conditions: Filter; readonly words: string };
  /** `latest`: of several runs of one experiment only the last has a chapter. */
  readonly runs?: 'all' | 'latest';
  /** Whether older runs come after the latest ones of all experiments; where there is no history they are like any other. */
  readonly latestFirst?: boolean;
  /** An earlier report that this one is held against. */
  readonly baseline?: Baseline;
  /** What people know besides the journals. */
  readonly sidecars?: readonly Sidecar[];
}
