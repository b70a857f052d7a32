/** Blocks → storage format. Folds are expand macros, code is a code macro, drawings are what they show in words. */
import type { Block, Chart, Code, FactRow, Facts, List, Row, Section, Table } from '../../../document/types.js';
import { anchorMacro, codeMacro, expandMacro, xml } from './markup.js';
import { plainWords, storageEvidence, storageInlines } from './inline.js';

const DEEPEST = 6;

/** A section with its heading at a level, or folded under its title. */
export function storageSection(section: Section, level: number): string {
  const { id, title, over, status, aside, fold, blocks } = section;
  const body = storageBlocks(blocks, Math.min(level + 1, DEEPEST));
  if (fold !== undefined) {
    const words = [plainWords(title), status?.word, aside].filter((word) => word !== undefined && word !== '');
    return `<p>${anchorMacro(id)}</p>${expandMacro(words.join(', '), body)}`;
  }
  const tag = `h${level}`;
  const line = [
    over === undefined ? '' : xml(over),
    status === undefined ? '' : storageInlines([status]),
    aside === undefined ? '' : xml(aside),
  ].filter((part) => part !== '');
  return (
    `<${tag}>${anchorMacro(id)}${storageInlines(title)}</${tag}>` +
    (line.length === 0 ? '' : `<p>${line.join(' ')}</p>`) +
    body
  );
}

/** `level`: of the first headings among them. */
export function storageBlocks(blocks: readonly Block[], level: number): string {
  return blocks.map((block) => storageBlock(block, level)).join('');
}

function storageBlock(block: Block, level: number): string {
  switch (block.kind) {
    case 'section':
      return storageSection(block, level);
    case 'paragraph': {
      const words = storageInlines(block.content);
      const strong = block.role === 'lead' || block.role === 'error-headline' || block.role === 'heading';
      return `<p>${anchorMacro(block.id)}${strong ? `<strong>${words}</strong>` : words}</p>`;
    }
    case 'list':
      return list(block, level);
    case 'facts':
      return facts(block);
    case 'table':
      return table(block);
    case 'code':
      return code(block);
    case 'callout':
      return `<p>${anchorMacro(block.id)}${storageInlines([block.status])} ${storageEvidence(block.content, block.target)}</p>`;
    case 'quote':
      return `<blockquote>${storageBlocks(block.blocks, level)}</blockquote>`;
    case 'chart':
      return chart(block);
  }
}

function list({ ordered, start, items }: List, level: number): string {
  const tag = ordered ? 'ol' : 'ul';
  const begin = ordered && start !== undefined && start !== 1 ? ` start="${start}"` : '';
  const entries = items.map((blocks) => {
    const [only, ...more] = blocks;
    const tight = only?.kind === 'paragraph' && more.length === 0 && only.id === undefined;
    return `<li>${tight ? storageInlines(only.content) : storageBlocks(blocks, level)}</li>`;
  });
  return `<${tag}${begin}>${entries.join('')}</${tag}>`;
}

function facts({ rows }: Facts): string {
  return `<table><tbody>${rows.map(factRow).join('')}</tbody></table>`;
}

/** Rows inside a row are a table inside its cell. */
function factRow({ label, value, rows = [], target }: FactRow): string {
  const inner = rows.length === 0 ? '' : facts({ kind: 'facts', rows });
  return `<tr><th>${storageInlines(label)}</th><td>${storageEvidence(value, target)}${inner}</td></tr>`;
}

/** Columns that stand under another one share its cell. */
function table({ id, columns, rows, empty }: Table): string {
  if (rows.length === 0) return empty === undefined ? '' : `<p>${anchorMacro(id)}${storageInlines(empty)}</p>`;
  const own = columns.filter(({ under }) => under === undefined);
  const heads = own.map(({ label }) => `<th>${xml(label)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = own.map(({ key, heading }, position) => {
      const parts = columns.flatMap((column, index) =>
        column.key === key || column.under === key ? [cell(row, index, column.heading === true)] : [],
      );
      const tag = heading === true ? 'th' : 'td';
      const content = parts.filter((part) => part !== '').join('<br/>');
      return `<${tag}>${position === 0 ? anchorMacro(row.id) : ''}${content}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const anchor = id === undefined ? '' : `<p>${anchorMacro(id)}</p>`;
  return `${anchor}<table><tbody><tr>${heads}</tr>${body.join('')}</tbody></table>`;
}

function cell(row: Row, index: number, heading: boolean): string {
  const content = row.cells[index] ?? [];
  return heading ? storageEvidence(content, row.target) : storageInlines(content);
}

function code({ id, text, language, caption }: Code): string {
  const words = caption === undefined ? '' : storageInlines(caption);
  const head = id === undefined && words === '' ? '' : `<p>${anchorMacro(id)}${words}</p>`;
  return `${head}${codeMacro(text, language)}`;
}

/** The level line's labels say what it shows; the wide charts stand beside tables of the same facts. */
function chart({ id, chart: data, alternative }: Chart): string {
  const labels =
    data.kind === 'level-line' ? [data.before, data.during, data.after].map(storageInlines).filter(Boolean) : [];
  return `<p>${anchorMacro(id)}${labels.join(' · ') || xml(alternative)}</p>`;
}
