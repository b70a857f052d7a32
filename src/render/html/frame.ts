/** What a block's place in the page says to it: how deep its heading is, and what the ids of this page begin with. */
import type { Experiment, ReportHead } from '../../report/types.js';
import type { Part } from './parts.js';
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
  /** The file of this page in a folder of pages, `index.html` or `e3.html`; null where the report is one page. */
  readonly page: string | null;
  /** Whether the page is the report's own, style sheet and all; a fragment stands in somebody else's. */
  readonly alone: boolean;
  /** The templates of this rendering. */
  readonly render: Templates;
  /** Where a chapter is rendered piece by piece: what stands as a mark in the markup of this block. Else null. */
  readonly parts: Part[] | null;
}

/** The id of something in the document, as it is in the page. */
export function idIn(frame: Frame, id: string): string {
  return frame.prefix + id;
}

/** The page of a folder that has everything but the experiments. */
export const INDEX = 'index.html';

/** Where a link to something in the document leads: to its place in this page, or in another page of the folder. */
export function hrefOf(frame: Frame, id: string): string {
  const page = frame.page === null ? null : pageOf(id);
  if (page === null || page === frame.page) return `#${idIn(frame, id)}`;
  // An experiment's page begins with it.
  return page === `${id}.html` ? page : `${page}#${idIn(frame, id)}`;
}

/** The ids of an experiment, and of all inside it, begin with its own: `e3`, `e3-method-1`. */
function pageOf(id: string): string {
  const experiment = /^e\d+(?=-|$)/.exec(id)?.[0];
  return experiment === undefined ? INDEX : `${experiment}.html`;
}

/** HTML has no deeper headings. */
export const MAX_LEVEL = 6;
