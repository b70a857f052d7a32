/** Where a run of the command speaks, and what came of it. */
import type { ReportError } from '../errors.js';
import type { Trip } from '../report/gate.js';
import type { Stranger } from '../report/sidecar/match.js';
import type { ReportHead } from '../report/types.js';
import type { Terminal } from './terminal.js';
import type { Written } from './write-outputs.js';

/** Where the command's words and bytes go. */
export interface Channels {
  readonly stdout: NodeJS.WritableStream;
  /** Standard output, for words. */
  readonly terminal: Terminal;
  readonly stderr: Terminal;
}

/** What came of a command. */
export interface Outcome {
  readonly head: ReportHead;
  /** Inputs that were not read, because they are outputs. */
  readonly leftOut: readonly string[];
  /** Reports of ours that were read in the place of journals. */
  readonly reports: readonly string[];
  /** What sidecars say of experiments that are in no journal. */
  readonly strangers: readonly Stranger[];
  readonly written: readonly Written[];
  /** What tripped the gate. */
  readonly trips: readonly Trip[];
  /** Everything that could not be read or written. */
  readonly errors: readonly ReportError[];
}
