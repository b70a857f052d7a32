/** Errors and warnings as values: codes, places and figures here, the words that people read in `document/`. A leaf module. */

/** Where in a file something stands. Lines and columns count from 1; `pointer` is a JSON pointer (RFC 6901). */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;
}

/** What can stop a file from being read, a report from being built, or an output from being written. */
export type ErrorCode =
  /** The file does not exist, or a pattern matches nothing. */
  | 'not-found'
  /** The system refused to read it: permission, a directory where a file is expected, an I/O error. */
  | 'unreadable'
  /** No bytes, or nothing but white space. */
  | 'empty'
  /** JSON that ends before it is complete. */
  | 'truncated'
  /** Not JSON at some place. */
  | 'syntax'
  /** Nested deeper than the limit. */
  | 'too-deep'
  /** Larger than the limit. */
  | 'too-large'
  /** Valid JSON, but an experiment's definition and not the journal of a run. */
  | 'experiment'
  /** Valid JSON, but something else altogether. */
  | 'not-a-journal'
  /** A part of a journal has a type that no journal has: `run` is a number. */
  | 'shape'
  /** A report of ours in a version that cannot be read. */
  | 'version'
  /** A file changed between the two times it was read. */
  | 'changed'
  /** An output is also an input. */
  | 'output-is-input'
  /** No format has this extension or name. */
  | 'unknown-format'
  /** An output could not be written. */
  | 'unwritable'
  /** A template of the user's own is wrong. */
  | 'template'
  /** A file of the user's own (theme, variables) is wrong: a key that there is not, a value of the wrong kind. */
  | 'settings'
  /** No journal at all was readable. */
  | 'no-journal'
  /** Options that do not make sense, alone or together. */
  | 'usage';

/** The one class of errors. The message says what is wrong in the user's terms, `hint` what to do. */
export class ReportError extends Error {
  readonly code: ErrorCode;
  readonly place: Place | undefined;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { place?: Place; hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'ReportError';
    this.code = code;
    this.place = options.place;
    this.hint = options.hint;
  }
}

/** Several errors that were found together: a file with three mistakes is told of once, and not three times. */
export class ReportErrors extends Error {
  readonly errors: readonly ReportError[];

  constructor(errors: readonly ReportError[]) {
    super(errors.map(({ message }) => message).join(' '));
    this.name = 'ReportErrors';
    this.errors = errors;
  }
}

/** An oddity that can be lived with, returned beside the result. */
export interface Warning {
  readonly code: WarningCode;
  /** Figures and names the sentence needs, by name. */
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly place?: Place;
}

/** Every oddity that is noticed. */
export type WarningCode =
  /** Not valid UTF-8; read as Windows-1252. */
  | 'windows-1252'
  /** A byte order mark, or UTF-16. */
  | 'encoding'
  /** `NaN` or an infinity, which JSON has not. */
  | 'non-finite-number'
  /** The same key twice in one object: the last one counts, as in Python. */
  | 'duplicate-key'
  /** Times without a zone, read as GMT. */
  | 'no-zone'
  /** A time that cannot be read as one; shown as written. */
  | 'bad-time'
  /** Entries of `run`, `rollbacks` or the hypothesis without `status`. */
  | 'no-status'
  /** An end before its start, or a negative duration. */
  | 'backwards'
  /** A status that no version of the library writes. */
  | 'unknown-status'
  /** `status` says completed and nothing was tested. */
  | 'completed-untested'
  /** A part that has another type than it should; passed over, and shown as it is under "Other fields". */
  | 'odd-shape'
  /** The journal is of a version before 0.6, whose activities have no name and provider. */
  | 'old-format';
