/**
 * A table: full width, a quiet head on a rule, rows on hairlines. The head stands again on each page; a tall row is split by
 * line; a table that is too wide for the page becomes rows of label and value.
 */
import type { Column, Row, Table } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, kept, totalHeight, withFirst, withoutTags, type Item, type Strip, type Tag } from '../flow.js';
import { breakLines } from '../lines.js';
import { ruleItem } from '../place.js';
import { plainSpan, spansOf, type Span } from '../spans.js';
import { CELL, COLUMNS, RULE, TYPE, WHOLE_BLOCK, type TextStyle } from '../theme.js';
import { rowStrips, type Cell } from './cells.js';
import { layoutMatrix } from './matrix.js';
import { layoutParagraph } from './paragraph.js';
import { shareWidths, type ColumnNeed } from './table-widths.js';
import { layoutRecords } from './table-records.js';

/** Needs are measured on the first rows: a table of thousands is not read twice. */
const MEASURED_ROWS = 60;
/** A cell of more characters than this is long: at the usual width it would be a third of a page high. */
const LONG_CELL = 800;
/** Outputs as tables, which have hundreds of rows. */
const DENSE = new Set(['output', 'samples']);
/** More columns than this are not read across a page. */
const MOST_COLUMNS = 12;

export function layoutTable(table: Table, context: Context): readonly Strip[] {
  if (table.rows.length === 0) {
    return table.empty === undefined ? [] : layoutParagraph({ kind: 'paragraph', content: table.empty }, context);
  }
  const tag = addTag(context.tag, 'Table', { summary: table.label });
  const inner = { ...context, tag };
  const anchors = table.id === undefined ? {} : { anchors: [table.id] };
  if (table.role === 'matrix') return withFirst(layoutMatrix(table, inner), anchors);
  const widths = columnWidths(table, context);
  if (widths === null) return withFirst(layoutRecords(table, context), anchors);
  return withFirst(layoutGrid(table, widths, inner), anchors);
}

function columnWidths(table: Table, context: Context): readonly number[] | null {
  const total = context.geometry.textWidth;
  const role = table.role ?? '';
  const short = table.rows.every(isShort);
  const known = (short ? undefined : COLUMNS[`${role}-long`]) ?? COLUMNS[role];
  if (known?.length === table.columns.length) {
    const sum = known.reduce((a, b) => a + b, 0);
    const usual = known.map((width) => (width * total) / sum);
    // Made narrower, they would break words of the head: then widths come from what stands in the cells.
    if (sum <= total + 0.1 && (!short || surelyFits(table, usual))) return usual;
  }
  if (table.columns.length > MOST_COLUMNS) return null;
  const needs = table.columns.map((column, index) => {
    const need = columnNeed(column, index, table, context);
    // Verdicts stand below each other, before the run and after it.
    const usual = role === 'steady-state' && index === table.columns.length - 1 ? (COLUMNS[role]?.[index] ?? 0) : 0;
    return { ...need, natural: Math.max(need.natural, usual) };
  });
  const weights = table.columns.map((column) => (column.align === 'end' ? 0 : column.width));
  return shareWidths(needs, weights.some((weight) => weight > 0) ? weights : table.columns.map(() => 1), total);
}

/** A character of a table is no wider than this, on the whole, and a mark with its gap takes as much as three. */
const WIDE_CHARACTER = 5;

/** Whether each cell has room on one line of the usual widths, by a measure that costs nothing. */
function surelyFits({ rows }: Table, widths: readonly number[]): boolean {
  return rows.every((row) =>
    row.cells.every((_, index) => {
      let length = 0;
      for (const span of cellSpans(row, index)) {
        if (span.kind === 'break') return false;
        length += span.kind === 'text' ? span.text.length : 3;
      }
      return length * WIDE_CHARACTER <= (widths[index] ?? 0) - (index < widths.length - 1 ? CELL.right : 0);
    }),
  );
}

/** Whether a row fits the usual widths: a cell that goes on for pages gets more room. */
function isShort(row: Row): boolean {
  return row.cells.every((_, index) => {
    let length = 0;
    for (const span of cellSpans(row, index)) if (span.kind === 'text') length += span.text.length;
    return length <= LONG_CELL;
  });
}

function columnNeed(column: Column, index: number, table: Table, context: Context): ColumnNeed {
  const padding = index === table.columns.length - 1 ? 0 : CELL.right;
  let { natural, least } = needOf([plainSpan(column.label, TYPE.tableHead)], TYPE.tableHead, context);
  for (const row of table.rows.slice(0, MEASURED_ROWS)) {
    const need = needOf(cellSpans(row, index), TYPE.table, context);
    natural = Math.max(natural, need.natural);
    least = Math.max(least, need.least);
  }
  return { natural: natural + padding, least: least + padding };
}

function needOf(spans: readonly Span[], style: TextStyle, context: Context): ColumnNeed {
  const widest = (width: number): number =>
    Math.max(0, ...breakLines(spans, width, style.leading, context.measure).map((line) => line.width));
  return { natural: widest(Infinity) + 0.5, least: longestWord(spans, context) + 0.5 };
}

function longestWord(spans: readonly Span[], context: Context): number {
  let longest = 0;
  for (const span of spans) {
    if (span.kind === 'mark') longest = Math.max(longest, span.size + 4);
    if (span.kind === 'drawing') longest = Math.max(longest, span.drawing.width);
    if (span.kind !== 'text') continue;
    for (const word of span.text.split(/[\s/._&=:,?-]+/)) {
      longest = Math.max(longest, context.measure.width(word.slice(0, 40), span.font));
    }
  }
  return longest;
}

function cellSpans(row: Row, index: number): readonly Span[] {
  return spansOf(row.cells[index] ?? [], cellStyle(row));
}

function cellStyle(row: Row): TextStyle {
  return row.weight === 'muted' ? { ...TYPE.table, ink: 'ink2' } : TYPE.table;
}

function layoutGrid(table: Table, widths: readonly number[], context: Context): readonly Strip[] {
  const { textWidth } = context.geometry;
  const head = headStrips(table, widths, context, addTag(addTag(context.tag, 'THead'), 'TR'));
  const repeat = withoutTags(head);
  const body = addTag(context.tag, 'TBody');
  const padding = DENSE.has(table.role ?? '') ? { top: CELL.dense, bottom: CELL.dense } : CELL;
  const rows: Strip[] = [];
  for (const [index, row] of table.rows.entries()) {
    const last = index === table.rows.length - 1;
    const rowTag = addTag(body, 'TR');
    const strips = rowStrips(rowCells(table, row, widths, rowTag), padding, context);
    const foot: Item = last
      ? ruleItem(0, textWidth, 0, RULE.tableEdge, 'ink')
      : ruleItem(0, textWidth, 0, RULE.row, 'rule');
    const anchored = withFirst(strips, row.id === undefined ? {} : { anchors: [row.id] });
    for (const [i, strip] of anchored.entries()) {
      const closing =
        i === anchored.length - 1 ? [{ ...foot, y: strip.height - (last ? RULE.tableEdge / 2 : RULE.row / 2) }] : [];
      // No row alone under its head, none alone at the head of a page.
      const early = index === 0 && !last;
      const late = index === table.rows.length - 2 && i === anchored.length - 1;
      rows.push({
        ...strip,
        items: [...strip.items, ...closing],
        repeat,
        ...(early || late || strip.keep === true ? { keep: true } : {}),
      });
    }
  }
  const all = [...head, ...rows];
  return totalHeight(all) <= WHOLE_BLOCK ? kept(all) : all;
}

function headStrips(table: Table, widths: readonly number[], context: Context, tag: Tag): readonly Strip[] {
  const cells = place(table.columns, widths).map(({ column, x, width }): Cell => ({
    spans: [plainSpan(column.label, TYPE.tableHead)],
    style: TYPE.tableHead,
    x,
    width,
    align: column.align,
    tag: addTag(tag, 'TH', { scope: 'Column' }),
  }));
  const strips = rowStrips(cells, { top: 0, bottom: CELL.headBottom }, context);
  const rule = ruleItem(0, context.geometry.textWidth, 0, RULE.tableEdge, 'ink');
  return strips.map((strip, index) => {
    const items =
      index === strips.length - 1 ? [...strip.items, { ...rule, y: strip.height - RULE.tableEdge / 2 }] : strip.items;
    return { ...strip, items, keep: true };
  });
}

interface PlacedColumn {
  readonly column: Column;
  readonly x: number;
  /** Of the text in it: the room to the next column is taken off. */
  readonly width: number;
}

function place(columns: readonly Column[], widths: readonly number[]): readonly PlacedColumn[] {
  let x = 0;
  return columns.map((column, index) => {
    const full = widths[index] ?? 0;
    const placed = { column, x, width: full - (index === columns.length - 1 ? 0 : CELL.right) };
    x += full;
    return placed;
  });
}

function rowCells(table: Table, row: Row, widths: readonly number[], tag: Tag): readonly Cell[] {
  return place(table.columns, widths).map(({ column, x, width }, index): Cell => {
    const heading = column.heading === true;
    const style: TextStyle =
      heading && row.weight === 'strong' ? { ...TYPE.table, face: 'sans-strong' } : cellStyle(row);
    return {
      spans: spansOf(row.cells[index] ?? [], style),
      style,
      x,
      width,
      align: column.align,
      tag: heading ? addTag(tag, 'TH', { scope: 'Row' }) : addTag(tag, 'TD'),
    };
  });
}
