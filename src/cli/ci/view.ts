/** What a CI server shows by itself, beyond the files of the report: what is added to the outputs, and what follows them. */
import type { Notation } from '../../document/settings.js';
import type { ReportError } from '../../errors.js';
import type { ReportHead } from '../../report/types.js';
import type { Terminal } from '../terminal.js';
import type { Destined } from '../write-outputs.js';

/** What came of a command, as far as a server is told. */
export interface ViewFacts {
  readonly head: ReportHead;
  readonly notation: Notation;
  /** How often the gate was tripped; null where there is none. */
  readonly trips: number | null;
  /** The outputs that were written. */
  readonly files: readonly string[];
}

/** A server's view. */
export interface View {
  /** Written with the other outputs. */
  readonly outputs: readonly Destined[];
  /** Done when they are written. What goes wrong is given back. */
  finish(facts: ViewFacts, log: Terminal): Promise<readonly ReportError[]>;
}
