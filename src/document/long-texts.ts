/**
 * A section → the same section with no running text of many pages in it: such a text is cut in its sentence. What was cut stands
 * whole, as code, in a section at the end. A page can be as long as it likes; a sentence is set as one, and nobody reads on in it.
 */
import { eachOf } from './each-of.js';
import { partId } from './ids.js';
import { code, inlines, linkTo, paragraph } from './inline.js';
import type { Block, Code, FactRow, Inline, Row, Section, Table } from './types.js';
import { beginning, LONGEST_TEXT, textExcerpt } from './words/excerpt.js';
import { count } from './words/quantity.js';
import { visible } from './words/visible.js';

/** How much of a text stands over it. */
const CAPTION = 60;

/**
 * Cuts the long texts of an experiment's chapter, and adds the section that has them and those of `wholes`. A chapter without
 * any is given back as it is.
 */
export function withLongTexts(chapter: Section, wholes: readonly string[], file: string): Section {
  const found = new Set(wholes.map(visible));
  const cut = sectionWith(chapter, found);
  if (found.size === 0) return chapter;
  const id = partId(chapter.id, 'long-texts');
  const note = paragraph(
    inlines('Texts that end in “…” are too long for their places; ', linkTo(id, 'here they are whole'), '.'),
    'note',
  );
  const section: Section = {
    kind: 'section',
    name: 'long-texts',
    id,
    title: inlines('Long texts'),
    fold: 'closed',
    blocks: [...found].map((text): Code => ({
      kind: 'code',
      language: 'text',
      text,
      caption: inlines('“', code(beginning(text, CAPTION)), `”, ${count(text.length, 'character')}`),
      source: { file, pointer: '' },
    })),
  };
  return { ...cut, blocks: [note, ...cut.blocks, section] };
}

/** Cuts the long texts of a section that says what chapters have whole. */
export function withoutLongTexts(section: Section): Section {
  return sectionWith(section, new Set());
}

function sectionWith(section: Section, found: Set<string>): Section {
  const title = eachOf(section.title, (inline) => inlineWith(inline, found));
  const blocks = eachOf(section.blocks, (block) => blockWith(block, found));
  return title === section.title && blocks === section.blocks ? section : { ...section, title, blocks };
}

function blockWith(block: Block, found: Set<string>): Block {
  const content = (inlines: readonly Inline[]): readonly Inline[] => contentWith(inlines, found);
  const inner = (blocks: readonly Block[]): readonly Block[] => eachOf(blocks, (one) => blockWith(one, found));
  switch (block.kind) {
    case 'section':
      return sectionWith(block, found);
    case 'paragraph':
    case 'callout':
      return withPart(block, 'content', content(block.content));
    case 'list':
      return withPart(block, 'items', eachOf(block.items, inner));
    case 'facts':
      return withPart(
        block,
        'rows',
        eachOf(block.rows, (row) => factWith(row, found)),
      );
    case 'table':
      return tableWith(block, found);
    case 'code':
      return block.caption === undefined ? block : withPart(block, 'caption', content(block.caption));
    case 'quote':
      return withPart(block, 'blocks', inner(block.blocks));
    case 'chart':
      return block;
  }
}

function tableWith(table: Table, found: Set<string>): Table {
  const columns = eachOf(table.columns, (column) => withPart(column, 'label', textWith(column.label, found)));
  const rows = eachOf(table.rows, (row): Row =>
    withPart(
      row,
      'cells',
      eachOf(row.cells, (cell) => contentWith(cell, found)),
    ),
  );
  return withPart(withPart(table, 'columns', columns), 'rows', rows);
}

function factWith(row: FactRow, found: Set<string>): FactRow {
  const said = withPart(withPart(row, 'label', contentWith(row.label, found)), 'value', contentWith(row.value, found));
  return row.rows === undefined
    ? said
    : withPart(
        said,
        'rows',
        eachOf(row.rows, (one) => factWith(one, found)),
      );
}

function contentWith(content: readonly Inline[], found: Set<string>): readonly Inline[] {
  return eachOf(content, (inline) => inlineWith(inline, found));
}

function inlineWith(inline: Inline, found: Set<string>): Inline {
  switch (inline.kind) {
    case 'text':
    case 'code':
    case 'time': {
      const text = textWith(inline.text, found);
      return text === inline.text ? inline : { ...inline, text };
    }
    case 'strong':
    case 'emphasis':
    case 'link':
      return withPart(inline, 'children', contentWith(inline.children, found));
    case 'status':
      return withPart(inline, 'word', textWith(inline.word, found));
    case 'level':
    case 'break':
      return inline;
  }
}

function textWith(text: string, found: Set<string>): string {
  if (text.length <= LONGEST_TEXT) return text;
  found.add(text);
  return textExcerpt(text);
}

function withPart<T, K extends keyof T>(whole: T, key: K, part: T[K]): T {
  return whole[key] === part ? whole : { ...whole, [key]: part };
}
