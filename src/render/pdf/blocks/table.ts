/**
 * A table: full width, a quiet head on a rule, rows on hairlines. The head stands again on each page; a tall row is split by
 * line; a table that is too wide for the page becomes rows of label and value, and a long narrow one stands side by side.
 */
import type { Column, Row, Table } from '../../../document/types.js';
import type { Context } from '../context.js';
import {
  addTag,
  kept,
  totalHeight,
  withFirst,
  withoutTags,
  type Abreast,
  type Item,
  type Strip,
  type Tag,
} from '../flow.js';
import { ruleItem } from '../place.js';
import { plainSpan, spansOf } from '../spans.js';
import { CELL, RULE, TYPE, WHOLE_BLOCK, type TextStyle } from '../theme.js';
import { rowStrips, type Cell } from './cells.js';
import { layoutMatrix } from './matrix.js';
import { layoutParagraph } from './paragraph.js';
import { headsSideBySide, narrowGrid, sideBySide } from './table-abreast.js';
import { cellStyle, columnWidths } from './table-columns.js';
import { layoutRecords } from './table-records.js';

/** Outputs as tables, which have hundreds of rows, and a year of runs. */
const DENSE = new Set(['output', 'samples', 'runs']);
/** So is a table that is more than a page. */
const LONG = 40;

export function layoutTable(table: Table, context: Context): readonly Strip[] {
  if (table.rows.length === 0) {
    return table.empty === undefined ? [] : layoutParagraph({ kind: 'paragraph', content: table.empty }, context);
  }
  const tag = addTag(context.tag, 'Table', { summary: table.label });
  const inner = { ...context, tag };
  const anchors = table.id === undefined ? {} : { anchors: [table.id] };
  if (table.role === 'matrix') return withFirst(layoutMatrix(table, inner), anchors);
  const narrow = narrowGrid(table, context);
  if (narrow !== null) return withFirst(layoutGrid(table, narrow, inner), anchors);
  const widths = columnWidths(table, context);
  if (widths === null) return withFirst(layoutRecords(table, context), anchors);
  return withFirst(layoutGrid(table, { widths, width: context.geometry.textWidth, abreast: null }, inner), anchors);
}

/** Where the cells of a table stand: across the page, or several times side by side. */
interface Grid {
  readonly widths: readonly number[];
  /** Of the table, or of one of its parts side by side. */
  readonly width: number;
  readonly abreast: Abreast | null;
}

function layoutGrid(table: Table, grid: Grid, context: Context): readonly Strip[] {
  const { widths, width, abreast } = grid;
  const head = headStrips(table, grid, context, addTag(addTag(context.tag, 'THead'), 'TR'));
  const repeat = withoutTags(head);
  const body = addTag(context.tag, 'TBody');
  const padding =
    DENSE.has(table.role ?? '') || table.rows.length > LONG ? { top: CELL.dense, bottom: CELL.dense } : CELL;
  const rows: Strip[] = [];
  for (const [index, row] of table.rows.entries()) {
    const last = index === table.rows.length - 1;
    const rowTag = addTag(body, 'TR');
    const strips = rowStrips(rowCells(table, row, widths, rowTag), padding, context);
    const foot: Item =
      last && abreast === null ? ruleItem(0, width, 0, RULE.tableEdge, 'ink') : ruleItem(0, width, 0, RULE.row, 'rule');
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
  const all = [...head, ...(abreast === null ? rows : sideBySide(rows, width, abreast))];
  return totalHeight(all) <= WHOLE_BLOCK ? kept(all) : all;
}

function headStrips(
  table: Table,
  { widths, width: whole, abreast }: Grid,
  context: Context,
  tag: Tag,
): readonly Strip[] {
  const cells = place(table.columns, widths).map(({ column, x, width }): Cell => ({
    spans: [plainSpan(column.label, TYPE.tableHead)],
    style: TYPE.tableHead,
    x,
    width,
    align: column.align,
    tag: addTag(tag, 'TH', { scope: 'Column' }),
  }));
  const strips = rowStrips(cells, { top: 0, bottom: CELL.headBottom }, context);
  const rule = ruleItem(0, whole, 0, RULE.tableEdge, 'ink');
  const ruled = strips.map((strip, index) => {
    const items =
      index === strips.length - 1 ? [...strip.items, { ...rule, y: strip.height - RULE.tableEdge / 2 }] : strip.items;
    return { ...strip, items, keep: true };
  });
  return abreast === null ? ruled : headsSideBySide(ruled, abreast);
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
