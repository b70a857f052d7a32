/** What the look of the page is made of, by file name: what `--templates` can replace. */

export const TEMPLATE_NAMES = [
  'page',
  'fragment',
  'contents',
  'section',
  'paragraph',
  'list',
  'facts',
  'table',
  'code',
  'callout',
  'quote',
  'chart',
] as const;

/** One for each kind of block, and for the page, the fragment and the contents. */
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

export const STYLE_SHEET = 'style.css';

/** The names of all files. */
export const TEMPLATE_FILES: readonly string[] = [...TEMPLATE_NAMES.map((name) => `${name}.hbs`), STYLE_SHEET];
