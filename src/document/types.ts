/**
 * The words of a report: a small typed tree of semantic blocks, the same for every format. Every sentence stands here
 * once. Nothing visual: a renderer decides by kind, by the section's name and by the small semantic properties below.
 * Read this file first.
 */
import type { Chart } from './chart-types.js';
import type { Inline, StatusInline, TimeInline } from './inline-types.js';

export type { StatusName, Tone } from '../theme/status.js';
export type * from './chart-types.js';
export type * from './inline-types.js';

/** The whole, for few experiments. Renderers get it in parts: {@link Front}, chapters, back. */
export interface Document {
  readonly front: Front;
  readonly chapters: readonly Section[];
  readonly back: readonly Section[];
}

/** What stands before the experiments, and what is known of them before they are read. */
export interface Front {
  readonly title: string;
  readonly date: TimeInline;
  /** How confidential it is, at the head of every page. */
  readonly classification?: string;
  /** A line at the foot of every page. */
  readonly footer?: string;
  /** BCP 47. */
  readonly language: string;
  /** Who answers for the report. */
  readonly author?: string;
  /** Subject and keywords of the file. */
  readonly subject: string;
  readonly keywords: readonly string[];
  /** `summary` first; on page 1 with the title. */
  readonly sections: readonly Section[];
  /** Everything with a heading of two levels, experiments and back matter included. */
  readonly contents: readonly ContentsEntry[];
}

/** A line of the contents. */
export interface ContentsEntry {
  readonly title: string;
  /** Its title where it does not stand beside its neighbours: with the year, and its verdict in words. */
  readonly alone?: string;
  /** The section's id. */
  readonly target: string;
  readonly status?: StatusInline;
  /** Its parts; with a status each, the runs of an experiment. */
  readonly children: readonly ContentsEntry[];
}

/** Names of sections, for renderers and templates to know them by. */
export type SectionName =
  | 'summary'
  | 'findings'
  | 'left-behind'
  | 'evidence'
  | 'verdicts'
  | 'unreadable'
  | 'notes'
  | 'follow-ups'
  | 'sign-off'
  | 'how-to-read'
  | 'changes'
  | 'baseline'
  | 'runs'
  | 'series'
  | 'contributions'
  | 'coverage'
  | 'experiment'
  | 'experiment-summary'
  | 'definition'
  | 'steady-state-hypothesis'
  | 'before-run'
  | 'during-run'
  | 'after-run'
  | 'method'
  | 'rollbacks'
  | 'configuration'
  | 'secrets'
  | 'controls'
  | 'other-fields'
  | 'result'
  | 'metrics'
  | 'metric'
  | 'activity'
  | 'rollback-results'
  | 'experiment-appendix'
  | 'long-texts'
  | 'output'
  | 'appendix'
  | 'source-journals'
  | 'masked'
  | 'glossary';

/** A part with a heading. Depth is nesting, never stored. */
export interface Section {
  readonly kind: 'section';
  readonly name: SectionName;
  /** Unique in the document, `[a-z0-9-]+`. */
  readonly id: string;
  readonly title: readonly Inline[];
  /** The end of the title that tells it from others, and stays where the title is cut: " – 2 Sep 2026". */
  readonly titleEnd?: string;
  /** A short line over the title: "Experiment 1 of 6". */
  readonly over?: string;
  /** The verdict or outcome of what the section tells of: beside the title in contents, running heads and folds. */
  readonly status?: StatusInline;
  /** A few words for a folded section: "07:37:18, 1 second". */
  readonly aside?: string;
  /** Starts a page where there are pages. */
  readonly startsPage?: boolean;
  /** May be folded where that is possible: `open` or `closed` at first. */
  readonly fold?: 'open' | 'closed';
  readonly blocks: readonly Block[];
}

/** What stands one below the other. */
export type Block = Section | Paragraph | List | Facts | Table | Code | Callout | Quote | Chart;

/** What a paragraph is to the reader; `body` where not said. */
export type ParagraphRole =
  | 'body'
  /** The answer, on page 1. */
  | 'lead'
  /** Says how to take what stands beside it; small. */
  | 'note'
  /** Introduces the facts that follow: "The action provider that was executed:". */
  | 'intro'
  /** The exception's class: the headline of an error. */
  | 'error-headline'
  /** A heading inside somebody's Markdown. */
  | 'heading';

/** Words of their own. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly id?: string;
  readonly role?: ParagraphRole;
  readonly content: readonly Inline[];
}

/** `checks`: the evidence checks, each a status and words. `key`: the key of the level line. */
export interface List {
  readonly kind: 'list';
  readonly role?: 'checks' | 'key';
  readonly ordered: boolean;
  /** The number of the first item, 1 where not said. */
  readonly start?: number;
  readonly items: readonly (readonly Block[])[];
}

/** Rows of label and value. */
export interface Facts {
  readonly kind: 'facts';
  /** `verdict-key` and `glossary` are lists of words, never set two abreast; `figures` are many names, each with its numbers. */
  readonly role?: 'verdict-key' | 'glossary' | 'left-behind' | 'figures';
  readonly rows: readonly FactRow[];
}

/** A fact: what it is called, and what it is. */
export interface FactRow {
  /** Plain words, or the name of a setting. A status stands as label in the key of verdicts. */
  readonly label: readonly Inline[];
  /** Empty where {@link rows} holds the value. */
  readonly value: readonly Inline[];
  /** A value that has rows of its own: headers. One level. */
  readonly rows?: readonly FactRow[];
  /** Where its evidence stands: an id. A page number in PDF. */
  readonly target?: string;
}

/** Rows of cells under named columns. */
export interface Table {
  readonly kind: 'table';
  readonly id?: string;
  /** `matrix`: the experiments on page 1. */
  readonly role?:
    | 'matrix'
    | 'steady-state'
    | 'during'
    | 'method'
    | 'output'
    | 'source-journals'
    | 'masked'
    | 'unreadable'
    | 'samples'
    | 'statistics'
    | 'runs'
    | 'coverage'
    | 'follow-ups'
    | 'sign-off';
  /** What the table shows, for readers who do not see it. */
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What to say where there are no rows. */
  readonly empty?: readonly Inline[];
}

/** A column of a table. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly align: 'start' | 'end';
  /** Relative to the other columns; renderers may fit it to the content. */
  readonly width: number;
  /** Set under this other column, in the same row: the reason under the experiment. */
  readonly under?: string;
  /** The cell that names the row. One column has it. */
  readonly heading?: boolean;
}

/** A row of a table: a cell for each column. */
export interface Row {
  readonly id?: string;
  /** `muted`: nothing was evaluated. `strong`: out of tolerance. */
  readonly weight?: 'muted' | 'strong';
  /** For filters and templates: the verdict of a matrix row. */
  readonly status?: string;
  /** Where the evidence stands: an id. */
  readonly target?: string;
  /** One for each column, in order. */
  readonly cells: readonly (readonly Inline[])[];
}

/** `diff`: lines of ours that belong to the sentence before them. */
export type CodeLanguage =
  'text' | 'json' | 'python' | 'traceback' | 'html' | 'xml' | 'yaml' | 'markdown' | 'diff' | 'other';

/** What a line of a traceback is. */
export type CodeLine = 'plain' | 'exception' | 'library' | 'joint';

/** Text with its own lines: the only home of long output and tracebacks. */
export interface Code {
  readonly kind: 'code';
  readonly id?: string;
  readonly language: CodeLanguage;
  /** Nothing in it is invisible: controls and bidirectional marks are written out. */
  readonly text: string;
  /** For tracebacks: what each line of {@link text} is. */
  readonly lines?: readonly CodeLine[];
  readonly caption?: readonly Inline[];
  /** Whose text it is, for "Traceback of NAME, continued". */
  readonly continued?: string;
  /** Its values are drawn and summed up elsewhere: pages may show the beginning alone. */
  readonly drawn?: boolean;
  /** Where the whole stands if a renderer cuts it. */
  readonly source?: { readonly file: string; readonly pointer: string };
}

/** Something said with a mark and a word: a verdict, a finding, an error, a warning. */
export interface Callout {
  readonly kind: 'callout';
  readonly id?: string;
  readonly role: 'verdict' | 'finding' | 'error' | 'warning';
  readonly status: StatusInline;
  readonly content: readonly Inline[];
  /** Where the evidence stands: an id. */
  readonly target?: string;
}

/** What somebody else wrote, as Markdown has it: of any blocks. */
export interface Quote {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}
