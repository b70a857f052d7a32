/**
 * A long table of few narrow columns, set two or three times side by side: down the first part of a page, then down the next,
 * with the head over each. To screen readers it is one table, whose rows follow each other and whose head stands once.
 */
import type { Table } from '../../../document/types.js';
import type { Context } from '../context.js';
import { withoutTags, type Abreast, type Item, type Strip } from '../flow.js';
import { ruleItem } from '../place.js';
import { COLUMNS, RULE, TYPE } from '../theme.js';
import { columnNeed } from './table-columns.js';
import { shareWidths } from './table-widths.js';

/** More parts than this are not found one's way in. */
const MOST_PARTS = 3;
/** Between two parts. */
const GUTTER = 28;
/** As many lines stand under the head, at least, and as many on the last page. */
const LEAST_LINES = 2;

/** Null for a table that is wide, or that a page has room for. */
export function narrowGrid(
  table: Table,
  context: Context,
): { readonly widths: readonly number[]; readonly width: number; readonly abreast: Abreast } | null {
  const { textWidth, bottom, top } = context.geometry;
  if (table.rows.length * TYPE.table.leading <= bottom - top || COLUMNS[table.role ?? ''] !== undefined) return null;
  const partsOf = (
    rows: number,
  ): { readonly needs: readonly ReturnType<typeof columnNeed>[]; readonly count: number } => {
    const needs = table.columns.map((column, index) => columnNeed(column, index, table, context, rows));
    const natural = needs.reduce((sum, need) => sum + need.natural, 0);
    return { needs, count: Math.min(MOST_PARTS, Math.floor((textWidth + GUTTER) / (natural + GUTTER))) };
  };
  // Most tables are seen to be wide by their first rows.
  if (partsOf(LEAST_LINES).count < 2 || partsOf(50).count < 2) return null;
  const { needs, count } = partsOf(table.rows.length);
  if (count < 2) return null;
  const width = (textWidth - GUTTER * (count - 1)) / count;
  const widths = shareWidths(
    needs,
    table.columns.map((column) => (column.align === 'end' ? 0 : column.width)),
    width,
  );
  return widths && { widths, width, abreast: { count, step: width + GUTTER } };
}

/** The head over each part: read once. */
export function headsSideBySide(head: readonly Strip[], { count, step }: Abreast): readonly Strip[] {
  return withoutTags(head).map(({ items }, index) => {
    const again = Array.from({ length: count - 1 }, (_, part) => items.map((item) => shifted(item, (part + 1) * step)));
    const strip = head[index] as Strip;
    return { ...strip, items: [...strip.items, ...again.flat()] };
  });
}

/** Rows of one height, and the rule that closes each part. */
export function sideBySide(rows: readonly Strip[], width: number, abreast: Abreast): readonly Strip[] {
  const height = rows.reduce((most, strip) => Math.max(most, strip.height), 0);
  const parts = Array.from({ length: abreast.count }, (_, part) => part * abreast.step);
  const foot: Strip = {
    height: RULE.tableEdge,
    space: 0,
    items: parts.map((x) => shifted(ruleItem(0, width, 0, RULE.tableEdge, 'ink'), x)),
  };
  return [
    ...rows.map(({ keep: _, ...strip }, index): Strip => {
      const least = abreast.count * LEAST_LINES;
      const stays = index < least - 1 || index >= rows.length - least;
      return { ...strip, height, abreast, ...(stays ? { keep: true } : {}) };
    }),
    foot,
  ];
}

function shifted(item: Item, right: number): Item {
  return { ...item, x: item.x + right };
}
