/**
 * The registry of formats: what a file's extension or `--format` asks for, and where its code is. The code of a format
 * is loaded when it is asked for, and not before.
 */
import type { Renderer } from './types.js';

/** A format that is known by name, its code not loaded yet. */
export interface Format {
  readonly name: string;
  /** Lower case, without the dot; the first is the usual one. */
  readonly extensions: readonly string[];
  /** What it is made of. `facts`: choosing sections leaves nothing out of it. */
  readonly of: 'facts' | 'document';
  /** A few words for help. */
  readonly summary: string;
  readonly load: () => Promise<Renderer>;
}

/** Every format, in the order of help. A new one is a folder beside this file and a line here. */
export const FORMATS = {
  pdf: {
    extensions: ['pdf'],
    of: 'document',
    summary: 'to print, mail and archive',
    load: async () => (await import('./pdf/index.js')).pdf,
  },
  html: {
    extensions: ['html', 'htm'],
    of: 'document',
    summary: 'one self-contained page for the browser',
    load: async () => (await import('./html/index.js')).html,
  },
  markdown: {
    extensions: ['md', 'markdown'],
    of: 'document',
    summary: 'for wikis, merge requests and issues',
    load: async () => (await import('./markdown/index.js')).markdown,
  },
  json: {
    extensions: ['json'],
    of: 'facts',
    summary: 'the facts, for programs',
    load: async () => (await import('./json/index.js')).json,
  },
  junit: {
    extensions: ['xml'],
    of: 'facts',
    summary: 'test results, for CI servers',
    load: async () => (await import('./junit/index.js')).junit,
  },
} as const satisfies Readonly<Record<string, Omit<Format, 'name'>>>;

export type FormatName = keyof typeof FORMATS;

/** The names of all formats, in the order of help. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** The format with this name, or undefined. */
export function formatNamed(name: string): Format | undefined {
  const known = FORMAT_NAMES.find((format) => format === name.toLowerCase());
  return known && { name: known, ...FORMATS[known] };
}

/** The format that a file name asks for by its extension, in either case; undefined where no format has it. */
export function formatOfFile(file: string): Format | undefined {
  const extension = extensionOf(file);
  const known = FORMAT_NAMES.find((format) => FORMATS[format].extensions.some((known) => known === extension));
  return known && { name: known, ...FORMATS[known] };
}

/** Every extension that some format has, without dots. */
export function knownExtensions(): readonly string[] {
  return FORMAT_NAMES.flatMap((format) => FORMATS[format].extensions);
}

/** What stands after the last dot of a file's name, in lower case; empty where there is no dot, or nothing before it. */
export function extensionOf(file: string): string {
  return /[^/\\]\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
}
