import { describe, expect, it } from '@jest/globals';
import type { Column, Row, Table } from '../../../src/document/types.js';
import { renderBlocks } from '../../../src/render/html/blocks.js';
import { TOP } from './frame.js';
import { text } from './sample-parts.js';

const column = (key: string, more: Partial<Column> = {}): Column => ({
  key,
  label: key.toUpperCase(),
  align: 'start',
  width: 1,
  ...more,
});
const html = (table: Partial<Table>): string =>
  renderBlocks([{ kind: 'table', label: 'what it shows', columns: [], rows: [], ...table }], {
    ...TOP,
    level: 2,
    rank: 1,
    prefix: '',
  }).replace(/\n/g, '');
const row = (cells: readonly string[], more: Partial<Row> = {}): Row => ({
  ...more,
  cells: cells.map((cell) => [text(cell)]),
});

describe('a table', () => {
  it('has a caption, heads with scope, and a head in each row', () => {
    const page = html({
      columns: [column('a', { heading: true }), column('b', { align: 'end' })],
      rows: [row(['1', '2'], { id: 'r', weight: 'muted' })],
    });
    expect(page).toContain('<caption class="hidden">what it shows</caption>');
    expect(page).toContain('<th scope="col" class="column-b end">B</th>');
    expect(page).toContain('<tr id="r" class="muted"><th scope="row">1</th><td class="end" data-label="B">2</td></tr>');
  });

  it('says what it says where there are no rows', () => {
    expect(html({ columns: [column('a')], empty: [text('None.')] })).toBe('<p class="empty">None.</p>');
  });

  it('links the head of a row to its evidence', () => {
    expect(html({ columns: [column('a', { heading: true })], rows: [row(['1'], { target: 'x' })] })).toContain(
      '<th scope="row"><a href="#x">1</a></th>',
    );
  });

  it('sets columns under others: two lines to a row, in a group of its own', () => {
    const columns = [
      column('a'),
      column('b', { heading: true }),
      column('c'),
      column('d', { under: 'a' }),
      column('e', { under: 'b' }),
    ];
    const page = html({ columns, rows: [row(['1', '2', '3', '4', '5'], { status: 'held', target: 'e1' })] });
    expect(page).toContain(
      '<tr><th scope="col" class="column-a">A</th><th scope="col" class="column-b">B</th><th scope="col" class="column-c">C</th></tr>',
    );
    expect(page).toContain('<tbody data-verdict="held" data-target="e1">');
    expect(page).toContain(
      '<tr class="first"><td class="column-a" data-label="A">1</td><th scope="rowgroup" class="column-b" colspan="2"><a href="#e1">2</a></th></tr>',
    );
    expect(page).toContain(
      '<tr class="second"><td class="column-d" data-label="D">4</td><td class="column-e" data-label="E">5</td><td class="column-c" data-label="C">3</td></tr>',
    );
  });

  it('sets a column before the first pair beside both lines', () => {
    const columns = [column('a'), column('b', { heading: true }), column('c', { under: 'b' })];
    expect(html({ columns, rows: [row(['1', '2', '3'])] })).toContain(
      '<td class="column-a" data-label="A" rowspan="2">1</td>',
    );
  });

  it('scrolls where its columns are many', () => {
    const columns = Array.from({ length: 9 }, (_, i) => column(`k${i}`));
    expect(html({ columns, rows: [row(columns.map(({ key }) => key))] })).toMatch(
      /^<div class="scroll" tabindex="0"><table class="plain free">/,
    );
  });

  it('takes column keys of anybody for nothing but a name', () => {
    expect(html({ columns: [column('" onclick="x'), column('constructor')], rows: [row(['1', '2'])] })).not.toContain(
      'onclick="',
    );
  });
});
