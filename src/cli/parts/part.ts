/** What is found in a source: a journal, an experiment or the head of a report, or what cannot be read, and where it stood. */
import type { ReportError } from '../../errors.js';
import type { Origin } from '../../journal/json-cursor.js';
import type { Span } from '../../journal/split-json.js';
import type { Journal } from '../../journal/types.js';
import type { Experiment, ReportHead } from '../../report/types.js';
import type { OpenSource } from '../open-source.js';

/** Something that was found in a source. */
export type Part =
  | { readonly kind: 'journal'; readonly journal: Journal; readonly piece: Piece }
  | { readonly kind: 'experiment'; readonly facts: Experiment; readonly piece: Piece }
  /** The head of a report, before its experiments. */
  | { readonly kind: 'report'; readonly head: ReportHead }
  /** Something in it cannot be read; what else is in it can. */
  | { readonly kind: 'unreadable'; readonly error: ReportError };

/** Where a part came from. */
export interface Piece {
  /** Null where it is the whole of a long file: that can be read again, and was let go of. */
  readonly bytes: Uint8Array | null;
  /** Bytes. */
  readonly size: number;
  /** Its place in the file; null where it cannot be read there again as it is: YAML, UTF-16, packed files, pipes. */
  readonly at: { readonly start: number; readonly end: number } | null;
  readonly pointer: string;
  readonly origin: Origin;
  /** Of experiments: the version of their report. */
  readonly schemaVersion: string | null;
}

/** A piece that was cut out of a source. */
export function pieceOf(
  { seekable }: OpenSource,
  bytes: Uint8Array,
  span: Span,
  pointer: string,
  schemaVersion: string | null,
): Piece {
  return { bytes, size: bytes.length, at: seekable ? span : null, pointer, origin: span, schemaVersion };
}
