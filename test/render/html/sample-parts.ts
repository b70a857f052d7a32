/** Blocks and inlines of a document, in few words, and the texts that try to be more than text. */
import type {
  Block,
  Column,
  Inline,
  Section,
  SectionName,
  StatusInline,
  StatusName,
} from '../../../src/document/types.js';

export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const code = (value: string): Inline => ({ kind: 'code', text: value });
export const status = (name: StatusName, word: string = name.replaceAll('-', ' ')): StatusInline => ({
  kind: 'status',
  status: name,
  word,
});
export const link = (id: string, words: string): Inline => ({ kind: 'link', to: { id }, children: [text(words)] });
export const paragraph = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', content });
export const section = (name: SectionName, id: string, title: string, ...blocks: readonly Block[]): Section => ({
  kind: 'section',
  name,
  id,
  title: [text(title)],
  blocks,
});

export const column = (key: string, label: string, width: number, more: Partial<Column> = {}): Column => ({
  key,
  label,
  width,
  align: 'start',
  ...more,
});

export const facts = (...rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'facts',
  rows: rows.map(([label, value]) => ({ label: [text(label)], value: [text(value)] })),
});

/** Everything that somebody might try to smuggle into a page. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '</code></pre><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)",
  '{{constructor.constructor "alert(1)"}}',
  '{{{raw}}}',
  '&lt;b&gt;&amp;&#60;',
  '</style><style>*{display:none}',
  'javascript:alert(1)',
  '<!-- --> ]]> <![CDATA[',
  '\u0000chapters\u0000',
  'a\u0007b\u0085c\u007f',
  '\u202eevil\u202c',
  '$& $1 $`',
  '\ud800',
  '__proto__',
] as const;
