/** The one contract of all formats: a renderer is opened with the front, given the experiments one by one, and closed. */
import type { Notation } from '../document/settings.js';
import type { Front, Section } from '../document/types.js';
import type { Experiment, ReportHead } from '../report/types.js';
import type { FontFile } from '../theme/font-file.js';
import type { Picture } from '../theme/picture.js';
import { LOOK, type Paper, type Theme } from '../theme/theme.js';

/** Takes finished bytes in order. Resolves when more may be sent. */
export interface Sink {
  write(bytes: Uint8Array): void | Promise<void>;
  /**
   * Writes a whole file beside the output, named as it is but with this extension, and resolves to the file's address as
   * seen from the output. Absent where nothing stands beside the output.
   */
  file?(extension: string, bytes: Uint8Array): Promise<string>;
  /** Writes bytes at the end of the page of this name in the folder that the output is. Absent where the output is a file. */
  page?(name: string, bytes: Uint8Array): Promise<void>;
}

/** A place whose limits Markdown is fitted to; `step-summary` is the page of a job of GitHub Actions. */
export type MarkdownProfile = 'github' | 'gitlab' | 'step-summary';

/** A place that a report is fitted to: `confluence` is HTML's, in that wiki's storage format. */
export type Profile = MarkdownProfile | 'confluence';

/** Where an HTML page has its style sheet and script: in itself, or in files beside it. */
export type Assets = 'inline' | 'separate';

/** A template of the user's own, or a style sheet: the file's name for messages, and its text. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/** Fonts of the user's own, by the face that they are: text and code, each regular, strong and italic. */
export type ThemeFonts = Readonly<
  Partial<Record<'sans' | 'sans-strong' | 'sans-italic' | 'mono' | 'mono-strong' | 'mono-italic', FontFile>>
>;

/** What renderers are told beyond the report; each takes what concerns it. */
export interface RenderSettings {
  /** The longest text of one code block in PDF, in bytes of UTF-8; Infinity for no cut. */
  readonly maxOutput: number;
  /** The paper of the PDF; null for the theme's. */
  readonly page: Paper | null;
  /** Colours, sizes, margins, fonts. */
  readonly theme: Theme;
  /** PDF: what the faces of the theme are set in, where they are not the look's. */
  readonly themeFonts: ThemeFonts;
  /** PDF: for what the bundled fonts lack, in this order. */
  readonly fonts: readonly FontFile[];
  /** Stands over the title of PDF and HTML; null for none. */
  readonly logo: Picture | null;
  /** PDF: whether it carries the facts of the report and the masked journals inside it. */
  readonly attachments: boolean;
  /** HTML: `separate` needs a sink that takes files. */
  readonly assets: Assets;
  /** HTML: an index and a page an experiment; needs a sink that takes pages. Assets are beside them, whatever `assets` says. */
  readonly folder: boolean;
  /** HTML: not a page but one `<section>` to be put into a page. */
  readonly fragment: boolean;
  /** HTML: the level of a fragment's first heading, 1 to 6. */
  readonly headingLevel: number;
  /** The place that Markdown or HTML is fitted to; each takes those that are its own. */
  readonly profile: Profile | null;
  /** Markdown: what the place holds already, in what its limit counts. */
  readonly taken: number;
  /** JUnit: how values are written in the words that only it needs. */
  readonly notation: Notation;
  /** HTML: what stands in the place of our templates and style sheet, by file name. */
  readonly templates: ReadonlyMap<string, TemplateFile>;
}

export const DEFAULT_SETTINGS: RenderSettings = {
  maxOutput: 100_000,
  page: null,
  theme: LOOK,
  themeFonts: {},
  fonts: [],
  logo: null,
  attachments: true,
  assets: 'inline',
  folder: false,
  fragment: false,
  headingLevel: 2,
  profile: null,
  taken: 0,
  notation: 'python',
  templates: new Map(),
};

/** The report as far as it is known before the experiments are read. */
export interface Opening {
  readonly head: ReportHead;
  readonly front: Front;
  /** The sections after the experiments: they are made of the head alone. */
  readonly back: readonly Section[];
}

/** One experiment: its facts, and its chapter, composed when first asked for. */
export interface Chapter {
  readonly facts: Experiment;
  readonly section: () => Section;
  /** The JSON text of its masked journal, piece by piece, where the caller has it. */
  readonly journal?: () => Iterable<string>;
}

/** A rendering under way. */
export interface Rendering {
  /** In the order of the head's lines. */
  experiment(chapter: Chapter): Promise<void>;
  /** Writes what is left. Nothing is called after it. */
  close(): Promise<void>;
}

/** A format. */
export interface Renderer {
  /** `pdf`, `html`, `json`: what `--format` takes. */
  readonly format: string;
  open(opening: Opening, settings: RenderSettings, sink: Sink): Promise<Rendering>;
}
