/**
 * The journal as the library writes it, with the spelling of its own fields. Everything is optional and may be null:
 * versions 0.1 to 1.45 differ, and a run that was cut short leaves holes. Source: the Chaos Toolkit journal
 * specification, and chaoslib's `run.py`, `activity.py`, `hypothesis.py`.
 */
import type { Warning } from '../errors.js';
import type { JsonObject } from '../json.js';

/** A journal read from one source: its tree, unmasked, with what was odd about the bytes. */
export interface Journal {
  /** The name people know the source by: a path as given, or `-`. */
  readonly file: string;
  /** JSON pointer of the journal inside its source; empty for a plain journal file. */
  readonly pointer: string;
  /** SHA-256 of the source's bytes as read, lower-case hexadecimal. */
  readonly sha256: string;
  /** Size of the source in bytes. */
  readonly size: number;
  /** The whole tree. Known to be an object with `experiment` an object; what else is of an odd type stands in `warnings`. */
  readonly root: JournalRoot;
  readonly warnings: readonly Warning[];
}

/** The top level of a journal. Unknown keys are kept. */
export interface JournalRoot extends JsonObject {
  readonly experiment: JsonObject;
}
