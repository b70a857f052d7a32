/** What a block's place in the page says to it: how deep its heading is, and what the ids of this page begin with. */
import type { Experiment, ReportHead } from '../../report/types.js';
import type { Templates } from './templates.js';

/** Handed down from section to section while blocks are rendered. Templates see it as `@level`, `@rank`, `@prefix`, `@head`, `@experiment`. */
export interface Frame {
  /** The report around: everything that templates may know of it. */
  readonly head: ReportHead;
  /** The experiment around, inside one. */
  readonly experiment: Experiment | null;
  /** Whether the sections here are the report's own, and not parts of others. */
  readonly outermost: boolean;
  /** The level of the last heading above: 1 for the report's title. */
  readonly level: number;
  /** The depth below a page title: 0 for an experiment's title, 1 for its Summary, 2 for a part of that. */
  readonly rank: number;
  /** Before every id, so that two reports can live on one page. */
  readonly prefix: string;
  /** Whether the page is the report's own, style sheet and all; a fragment stands in somebody else's. */
  readonly alone: boolean;
  /** The templates of this rendering. */
  readonly render: Templates;
}

/** The id of something in the document, as it is in the page. */
export function idIn(frame: Frame, id: string): string {
  return frame.prefix + id;
}

/** HTML has no deeper headings. */
export const MAX_LEVEL = 6;
