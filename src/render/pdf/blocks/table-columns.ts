/** What stands in the columns of a table → how wide each is: as the look has it where that fits, else by what it holds. */
import type { Column, Row, Table } from '../../../document/types.js';
import type { Context } from '../context.js';
import { breakLines } from '../lines.js';
import { plainSpan, spansOf, type Span } from '../spans.js';
import { CELL, COLUMNS, MARK, TYPE, type TextStyle } from '../theme.js';
import { shareWidths, type ColumnNeed } from './table-widths.js';

/** Needs are measured on the first rows: a table of thousands is not read twice. */
const MEASURED_ROWS = 60;
/** So many of each table of a family come first. */
const HEAD = 20;
/** A cell of more characters than this is long: at the usual width it would be a third of a page high. */
const LONG_CELL = 800;
/** More columns than this are not read across a page. */
const MOST_COLUMNS = 12;

const familyWidths = new WeakMap<readonly Table[], readonly number[] | null>();

/** The widths of a table's columns; tables of one family have the same. Null where it is to be set otherwise. */
export function columnWidths(table: Table, context: Context): readonly number[] | null {
  const family = context.families.get(table);
  if (family === undefined) return ownWidths(table, context);
  let widths = familyWidths.get(family);
  if (widths === undefined) {
    // The first rows of each are measured.
    const rows = [
      ...family.flatMap((one) => one.rows.slice(0, HEAD)),
      ...family.flatMap((one) => one.rows.slice(HEAD)),
    ];
    familyWidths.set(family, (widths = ownWidths({ ...table, rows }, context)));
  }
  return widths;
}

function ownWidths(table: Table, context: Context): readonly number[] | null {
  const total = context.geometry.textWidth;
  const role = table.role ?? '';
  const short = table.rows.every(isShort);
  const known = (short ? undefined : COLUMNS[`${role}-long`]) ?? COLUMNS[role];
  if (known?.length === table.columns.length) {
    const usualTotal = known.reduce((a, b) => a + b, 0);
    const usual = known.map((width) => (width * total) / usualTotal);
    // Made narrower, they would break words of the head: then widths come from what stands in the cells.
    if (usualTotal <= total + 0.1 && (!short || surelyFits(table, usual))) return usual;
  }
  if (table.columns.length > MOST_COLUMNS) return null;
  const needs = table.columns.map((column, index) => {
    const need = columnNeed(column, index, table, context);
    // Verdicts stand below each other, before the run and after it.
    const usual = role === 'steady-state' && index === table.columns.length - 1 ? (COLUMNS[role]?.[index] ?? 0) : 0;
    return { ...need, natural: Math.max(need.natural, usual) };
  });
  const even = evenFigures(needs, table);
  const weights = table.columns.map((column) => (column.align === 'end' ? 0 : column.width));
  return shareWidths(
    sum(even) <= total ? even : needs,
    weights.some((weight) => weight > 0) ? weights : table.columns.map(() => 1),
    total,
  );
}

/** Columns of figures that are wider than this are left as they are. */
const WIDEST_FIGURES = 80;

/** Columns of figures as wide as the widest of them: they stand at like distances. */
function evenFigures(needs: readonly ColumnNeed[], { columns }: Table): readonly ColumnNeed[] {
  const padding = (index: number): number => (index === columns.length - 1 ? 0 : CELL.right);
  const figures = needs.map(({ natural }, index) => (columns[index]?.align === 'end' ? natural - padding(index) : 0));
  const widest = Math.max(...figures);
  if (widest > WIDEST_FIGURES) return needs;
  return needs.map((need, index) =>
    columns[index]?.align === 'end' ? { ...need, natural: widest + padding(index) } : need,
  );
}

function sum(needs: readonly ColumnNeed[]): number {
  return needs.reduce((total, { natural }) => total + natural, 0);
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

/** What a column asks for, by its first rows. */
export function columnNeed(
  column: Column,
  index: number,
  table: Table,
  context: Context,
  rows = MEASURED_ROWS,
): ColumnNeed {
  const padding = index === table.columns.length - 1 ? 0 : CELL.right;
  let { natural, least } = needOf([plainSpan(column.label, TYPE.tableHead)], TYPE.tableHead, context);
  for (const row of table.rows.slice(0, rows)) {
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

/** Where a line may end: not at a space that does not break. */
const BREAKS = /[ \t\n\r/._&=:,?-]+/;

function longestWord(spans: readonly Span[], context: Context): number {
  let longest = 0;
  // What stands together: a mark with the word after it, a word with the sign that follows in another span.
  let together = 0;
  for (const span of spans) {
    if (span.kind === 'mark') together += span.size + MARK.gap;
    else if (span.kind === 'text') {
      for (const [index, word] of (span.whole === true ? [span.text] : span.text.split(BREAKS)).entries()) {
        if (index > 0) together = 0;
        together += context.measure.width(word.slice(0, 40), span.font);
        longest = Math.max(longest, together);
      }
    } else {
      together = 0;
      if (span.kind === 'drawing') longest = Math.max(longest, span.drawing.width);
    }
  }
  return longest;
}

/** What stands in a cell. */
export function cellSpans(row: Row, index: number): readonly Span[] {
  return spansOf(row.cells[index] ?? [], cellStyle(row));
}

/** The type of the cells of a row. */
export function cellStyle(row: Row): TextStyle {
  return row.weight === 'muted' ? { ...TYPE.table, ink: 'ink2' } : TYPE.table;
}
