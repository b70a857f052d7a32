/** What a timeline shows: data only, no drawing. */

/** What is drawn. Times are seconds from the start of the picture. */
export interface TimelineData {
  /** Length of the picture in seconds, more than 0. */
  readonly span: number;
  readonly lanes: readonly TimelineLane[];
  /** From the first action to the end of the method. */
  readonly window: { readonly start: number; readonly end: number; readonly label: string } | null;
  /** With an empty label: a line alone. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** What the shapes mean, of those that are there. */
  readonly key: readonly TimelineKeyEntry[];
}

/** A shape and its word. */
export interface TimelineKeyEntry {
  readonly shape: 'action' | 'probe' | 'rollback' | 'background' | 'pause' | 'samples' | TimelineStatus;
  readonly label: string;
}

/** A lane with its name in the margin. */
export interface TimelineLane {
  readonly name: string;
  readonly checks: readonly TimelineCheck[];
  readonly samples: readonly { readonly at: number; readonly met: boolean }[];
  readonly rows: readonly TimelineRow[];
}

/** An evaluation of the hypothesis. */
export interface TimelineCheck {
  readonly at: number;
  readonly label: string;
  readonly status: TimelineStatus;
}

/** The marks that a timeline has. */
export type TimelineStatus =
  'met' | 'not-met' | 'failed' | 'no-end' | 'aborted' | 'skipped' | 'not-evaluated' | 'not-known';

/** An activity, or several equal neighbours. */
export interface TimelineRow {
  readonly label: string;
  readonly bars: readonly TimelineBar[];
  /** The mark beside the name; null for what succeeded. */
  readonly status: TimelineStatus | null;
}

/** An activity. */
export interface TimelineBar {
  readonly kind: 'action' | 'probe' | 'rollback';
  readonly start: number;
  /** Null for an activity without an end: its bar runs to the edge and stays open. */
  readonly end: number | null;
  readonly pauseBefore: number;
  readonly pauseAfter: number;
  readonly background: boolean;
}
