/**
 * The matrix of experiments on page 1. Two lines a row: the verdict at axis A and the title with its page; below, what is
 * set under them (the level line, the reason) and the figures.
 */
import type { Column, Row, Table } from '../../../document/types.js';
import type { Context } from '../context.js';
import { addTag, totalHeight, withFirst, withoutTags, type Item, type Strip, type Tag } from '../flow.js';
import { baseline, ruleItem } from '../place.js';
import { plainSpan, spansOf, wordsOf } from '../spans.js';
import { CELL, COLUMNS, RULE, TYPE } from '../theme.js';
import { rowStrips, type Cell } from './cells.js';
import { pageNumber } from './facts.js';

const PADDING = { top: 5, between: 1.5, bottom: 5 } as const;
/** The room for "p. 123" beside a title. */
const PAGE_NUMBER = 28;
/** A column of figures takes so much more than in the look, and no more; what is longer is no figure. */
const MOST_STRETCHED = 1.5;
const LONGEST_FIGURE = 24;
/** Between the figures, and after the reason. */
const FIGURE_GAP = 4;
const REASON_GAP = 14;
interface Place {
  readonly column: Column;
  readonly index: number;
  readonly x: number;
  readonly width: number;
}

export function layoutMatrix(table: Table, context: Context): readonly Strip[] {
  const tops = topColumns(table, context);
  const head = headStrips(tops, context, addTag(addTag(context.tag, 'THead'), 'TR'), table);
  const repeat = withoutTags(head);
  const body = addTag(context.tag, 'TBody');
  const rows = table.rows.flatMap((row, index) => {
    const strips = rowOf(row, table, tops, index === table.rows.length - 1, context, addTag(body, 'TR'));
    return strips.map((strip) => ({
      ...strip,
      repeat,
      ...(index === 0 && table.rows.length > 1 ? { keep: true } : {}),
    }));
  });
  return [...head, ...rows];
}

/** The columns that stand beside each other, stretched to the page. */
function topColumns(table: Table, context: Context): readonly Place[] {
  const known = COLUMNS['matrix'] ?? [];
  const columns = table.columns.flatMap((column, index) => (column.under === undefined ? [{ column, index }] : []));
  const widths = columns.map(({ column, index }, i) => {
    const width = known[i] ?? column.width;
    return i < 2 ? width : Math.max(width, Math.min(figureNeed(table, index, context), width * MOST_STRETCHED));
  });
  const extra = context.geometry.textWidth - widths.reduce((a, b) => a + b, 0);
  let x = 0;
  return columns.map(({ column, index }, i) => {
    const width = (widths[i] ?? 0) + (i === 1 ? extra : 0);
    const place = { column, index, x, width };
    x += width;
    return place;
  });
}

/** What a column of figures needs so that no word of it is broken: larger type and wider faces need more than the look. */
function figureNeed(table: Table, index: number, { measure }: Context): number {
  let need = measure.width(table.columns[index]?.label ?? '', TYPE.tableHead) + 2;
  const measured = new Set<string>();
  for (const { cells } of table.rows) {
    for (const word of wordsOf(cells[index] ?? []).split(' ')) {
      if (word.length > LONGEST_FIGURE || measured.has(word)) continue;
      measured.add(word);
      need = Math.max(need, measure.width(word, TYPE.matrixFigure) + FIGURE_GAP);
    }
  }
  return need;
}

function headStrips(tops: readonly Place[], context: Context, tag: Tag, table: Table): readonly Strip[] {
  // A column under another has no words of its own at the head; readers of the structure get them all.
  const cells = tops.map(({ column, x, width }): Cell => ({
    spans: [plainSpan(column.label, TYPE.tableHead)],
    style: TYPE.tableHead,
    x,
    width: width - 2,
    tag: addTag(tag, 'TH', { scope: 'Column' }),
  }));
  for (const column of table.columns)
    if (column.under !== undefined) addTag(tag, 'TH', { scope: 'Column', actual: column.label });
  const [strip] = rowStrips(cells, { top: 0, bottom: CELL.headBottom }, context);
  if (strip === undefined) return [];
  const rule = ruleItem(0, context.geometry.textWidth, strip.height - RULE.tableEdge / 2, RULE.tableEdge, 'ink');
  return [{ ...strip, items: [...strip.items, rule], keep: true }];
}

function rowOf(
  row: Row,
  table: Table,
  tops: readonly Place[],
  last: boolean,
  context: Context,
  tag: Tag,
): readonly Strip[] {
  const { textWidth } = context.geometry;
  const tags = table.columns.map((column) =>
    column.heading === true ? addTag(tag, 'TH', { scope: 'Row' }) : addTag(tag, 'TD'),
  );
  const titleCells: Cell[] = [];
  const detailCells: Cell[] = [];
  const drawings: Item[] = [];
  const heading = tops.find(({ column }) => column.heading === true);
  for (const place of tops) {
    const own = tags[place.index];
    if (own === undefined) continue;
    const content = row.cells[place.index] ?? [];
    if (place.column.heading === true) {
      const width = textWidth - place.x - PAGE_NUMBER;
      titleCells.push({
        spans: spansOf(content, TYPE.matrixTitle),
        style: TYPE.matrixTitle,
        x: place.x,
        width,
        tag: own,
        plain: true,
      });
    } else if (heading !== undefined && place.x < heading.x) {
      titleCells.push({
        spans: spansOf(content, TYPE.matrixTitle),
        style: TYPE.matrixTitle,
        x: place.x,
        width: place.width - 6,
        tag: own,
      });
    } else {
      detailCells.push({
        spans: spansOf(content, TYPE.matrixFigure),
        style: TYPE.matrixFigure,
        x: place.x,
        width: place.width - FIGURE_GAP,
        tag: own,
      });
    }
    for (const [index, column] of table.columns.entries()) {
      const under = tags[index];
      if (column.under !== place.column.key || under === undefined) continue;
      const spans = spansOf(row.cells[index] ?? [], TYPE.matrixDetail);
      const drawing = spans.find((span) => span.kind === 'drawing');
      if (drawing === undefined) {
        detailCells.push({ spans, style: TYPE.matrixDetail, x: place.x, width: place.width - REASON_GAP, tag: under });
      } else {
        const figure =
          drawing.alternative === '' ? null : addTag(under, 'Figure', { alternative: drawing.alternative });
        drawings.push({
          kind: 'drawing',
          x: place.x,
          y: PADDING.top + TYPE.matrixTitle.leading,
          drawing: drawing.drawing,
          tag: figure,
        });
      }
    }
  }
  const titles = rowStrips(titleCells, { top: PADDING.top, bottom: 0 }, context).map((strip) => ({
    ...strip,
    keep: true,
  }));
  const details = rowStrips(detailCells, { top: PADDING.between, bottom: PADDING.bottom }, context);
  const strips = [...titles, ...details];
  const first = strips[0];
  const closing = strips.at(-1);
  if (first === undefined || closing === undefined) return strips;
  const number =
    row.target === undefined
      ? []
      : [pageNumber(row.target, textWidth, PADDING.top + baseline(TYPE.matrixTitle), tags[heading?.index ?? 0] ?? tag)];
  // The level line hangs under the verdict, beside whatever stands at axis B.
  strips[0] = { ...first, items: [...first.items, ...drawings, ...number] };
  const lowest = Math.max(
    0,
    ...drawings.map((item) => (item.kind === 'drawing' ? item.y + item.drawing.height + PADDING.bottom : 0)),
  );
  const height = closing.height + Math.max(0, lowest - totalHeight(strips));
  const width = last ? RULE.tableEdge : RULE.row;
  const rule = ruleItem(0, textWidth, height - width / 2, width, last ? 'ink' : 'rule');
  strips[strips.length - 1] = { ...closing, height, items: [...closing.items, rule] };
  return withFirst(strips, row.id === undefined ? {} : { anchors: [row.id] });
}
