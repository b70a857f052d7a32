/** Blocks → Markdown, each a text with its own lines; blank lines go between them. */
import type {
  Block,
  Callout,
  Chart,
  Code,
  Facts,
  FactRow,
  List,
  Paragraph,
  Row,
  Section,
  Table,
} from '../../document/types.js';
import { codeFence } from './escape.js';
import { levelBar, renderInlines } from './inline.js';
import { historyTable } from './history.js';
import { contributionsTable } from './contributions.js';
import { seriesTable } from './series.js';
import { timelineTable } from './timeline.js';

const TEXT = { inTable: false };
const CELL = { inTable: true };
const DEEPEST = 6;
/** Between two blocks. */
export const BETWEEN = '\n\n';

/** A section at a depth: its heading, its blocks, its parts one deeper. */
export function renderSection(section: Section, depth: number): string {
  return joined([headOf(section, depth), ...section.blocks.map((block) => renderBlock(block, depth + 1))]);
}

/** The same, piece by piece. */
export function* sectionPieces(section: Section, depth: number): Generator<string> {
  yield headOf(section, depth);
  for (const block of section.blocks) {
    let first = true;
    for (const piece of blockPieces(block, depth + 1)) {
      if (piece === '') continue;
      yield first ? `${BETWEEN}${piece}` : piece;
      first = false;
    }
  }
}

function headOf({ id, title, over, status, aside }: Section, depth: number): string {
  const heading = `${'#'.repeat(Math.min(depth, DEEPEST))} ${renderInlines(title, TEXT)}`;
  const notes = [over, aside].filter((note) => note !== undefined && note !== '');
  const line = [
    ...(status ? [renderInlines([status], TEXT)] : []),
    ...notes.map((note) => renderInlines([{ kind: 'text', text: note ?? '' }], TEXT)),
  ];
  return joined([anchor(id), heading, line.join(' · ')]);
}

function* blockPieces(block: Block, depth: number): Generator<string> {
  if (block.kind === 'section') yield* sectionPieces(block, depth);
  else if (block.kind === 'code') yield* codeParts(block);
  else yield renderBlock(block, depth);
}

/** Blocks with a blank line between them. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(BETWEEN);
}

function renderBlock(block: Block, depth: number): string {
  switch (block.kind) {
    case 'section':
      return renderSection(block, depth);
    case 'paragraph':
      return renderParagraph(block);
    case 'list':
      return renderList(block, depth);
    case 'facts':
      return renderFacts(block);
    case 'table':
      return renderTable(block);
    case 'code':
      return codeParts(block).join('');
    case 'callout':
      return renderCallout(block);
    case 'quote':
      return block.blocks
        .map((inner) => renderBlock(inner, depth))
        .join('\n\n')
        .replace(/^/gm, '> ');
    case 'chart':
      return renderChart(block);
  }
}

/** An anchor of its own: the slugs of headings differ from place to place. GitLab takes away `id`, and leaves `name`. */
function anchor(id: string | undefined): string {
  return id === undefined ? '' : `<a id="${id}" name="${id}"></a>`;
}

function renderParagraph({ id, role, content }: Paragraph): string {
  const text = renderInlines(content, TEXT);
  const strong = role === 'lead' || role === 'error-headline' || role === 'heading';
  // A line of its own that is strong as a whole; what is strong in it already cannot be nested.
  return `${anchor(id)}${strong && !text.includes('**') ? `**${text.trim()}**` : text}`;
}

function renderList({ ordered, start = 1, items }: List, depth: number): string {
  return items
    .map((blocks, index) => {
      const mark = ordered ? `${start + index}. ` : '- ';
      const text = blocks.map((block) => renderBlock(block, depth)).join('\n\n');
      return `${mark}${text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)}`;
    })
    .join('\n');
}

function renderFacts({ rows }: Facts): string {
  return tableText(['', ''], ['start', 'start'], rows.flatMap(factRows));
}

function factRows({ label, value, rows = [] }: FactRow): string[][] {
  const head = renderInlines(label, CELL);
  const inner = rows.map((row) => [`${head} · ${renderInlines(row.label, CELL)}`, renderInlines(row.value, CELL)]);
  return rows.length > 0 && value.length === 0 ? inner : [[head, renderInlines(value, CELL)], ...inner];
}

/** Columns that stand under another one share its cell. */
function renderTable({ id, columns, rows, empty }: Table): string {
  if (rows.length === 0) return empty ? renderInlines(empty, TEXT) : '';
  const own = columns.filter(({ under }) => under === undefined);
  const body = rows.map((row) =>
    own.map(({ key }, position) => {
      const cells = columns.flatMap((column, index) =>
        column.key === key || column.under === key ? [renderInlines(row.cells[index] ?? [], CELL)] : [],
      );
      return `${position === 0 ? anchor(row.id) : ''}${weighted(row, cells.filter((cell) => cell !== '').join('<br>'))}`;
    }),
  );
  const heads = own.map(({ label }) => renderInlines([{ kind: 'text', text: label }], CELL));
  return joined([
    anchor(id),
    tableText(
      heads,
      own.map(({ align }) => align),
      body,
    ),
  ]);
}

/** What is out of tolerance is strong, where nothing in it is already. */
function weighted({ weight }: Row, cell: string): string {
  return weight === 'strong' && cell !== '' && !/\*\*|<br>|<a /.test(cell) ? `**${cell}**` : cell;
}

function tableText(
  heads: readonly string[],
  align: readonly ('start' | 'end')[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(align.map((one) => (one === 'end' ? '--:' : ':--'))), ...rows.map(line)].join('\n');
}

const FENCE_LANGUAGES: Readonly<Record<Code['language'], string>> = {
  text: 'text',
  json: 'json',
  python: 'python',
  traceback: 'text',
  html: 'html',
  xml: 'xml',
  yaml: 'yaml',
  markdown: 'markdown',
  diff: 'diff',
  other: '',
};

/** In three parts: a long text is not copied. */
function codeParts({ id, text, language, caption }: Code): readonly [string, string, string] {
  const before = `${anchor(id)}${caption ? renderInlines(caption, TEXT) : ''}`;
  const [open, body, close] = codeFence(text, FENCE_LANGUAGES[language]);
  return [before === '' ? open : before + BETWEEN + open, body, close];
}

function renderCallout({ id, status, content }: Callout): string {
  return `${anchor(id)}**${renderInlines([status], TEXT)}** ${renderInlines(content, TEXT)}`;
}

function renderChart({ chart, alternative }: Chart): string {
  switch (chart.kind) {
    case 'contributions':
      return contributionsTable(chart.data);
    case 'history':
      return historyTable(chart.data);
    case 'series':
      return seriesTable(chart.data);
    case 'timeline':
      return joined([renderInlines([{ kind: 'text', text: alternative }], TEXT), timelineTable(chart.data)]);
    case 'level-line': {
      const labels = [chart.before, chart.during, chart.after]
        .filter((label) => label.length > 0)
        .map((label) => renderInlines(label, TEXT));
      return `${levelBar(chart.level)} ${labels.join(' · ') || renderInlines([{ kind: 'text', text: alternative }], TEXT)}`;
    }
  }
}
