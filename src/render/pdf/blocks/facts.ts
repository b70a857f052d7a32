/**
 * Rows of label and value: label at axis A, value at axis B; two pairs abreast, filled down, where there are four rows or
 * more and every value fits; lists of words at axis B.
 */
import type { FactRow, Facts } from '../../../document/types.js';
import { PAGE_PREFIX } from '../../../document/page-words.js';
import type { Context } from '../context.js';
import { addTag, kept, totalHeight, withFirst, type PageNumberItem, type Strip, type Tag } from '../flow.js';
import { breakLines } from '../lines.js';
import { baseline } from '../place.js';
import { spansOf } from '../spans.js';
import { PAIRS, SPACE, TYPE, WHOLE_BLOCK, type TextStyle } from '../theme.js';
import { rowStrips } from './cells.js';
import { layoutFigures } from './figures.js';
import { keepsNext } from './text.js';

const FEWEST_ABREAST = 4;
/** The room for "p. 123" at the right, and the gap before it. */
const PAGE_NUMBER = 39;
const LABEL_GAP = 6;
/** Between a value and the label beside it, which would be read on from it. */
const PAIR_GAP = 12;

/** Where labels and values stand, and their type. */
interface Columns {
  readonly labelX: number;
  readonly labelWidth: number;
  readonly valueX: number;
  readonly valueWidth: number;
  readonly label: TextStyle;
  readonly value: TextStyle;
  readonly space: number;
}

export function layoutFacts(facts: Facts, context: Context): readonly Strip[] {
  if (facts.role === 'figures') return layoutFigures(facts, context);
  const list = addTag(context.tag, 'L');
  const inner = { ...context, tag: list };
  if (facts.role === undefined && fitsAbreast(facts.rows, context)) return abreast(facts.rows, inner);
  const columns = columnsFor(facts, context);
  const strips = facts.rows.flatMap((row, index) => layoutRow(row, index === 0, columns, inner));
  const whole = facts.role === undefined && totalHeight(strips) <= WHOLE_BLOCK;
  return whole
    ? kept(strips)
    : strips.map((strip, index) => (keepsNext(index, strips.length) ? { ...strip, keep: true } : strip));
}

function columnsFor(facts: Facts, context: Context): Columns {
  const { labelWidth, axisB, textWidth } = context.geometry;
  // Inside a list or a quote, rows stand where its text stands.
  const atB = facts.role === 'verdict-key' || context.x > axisB;
  const style = { label: TYPE.factLabel, value: TYPE.factValue, space: 0 };
  if (atB) {
    const wide = PAIRS.keyLabel;
    const label = facts.role === 'verdict-key' ? TYPE.factValue : TYPE.factLabel;
    return {
      ...style,
      label,
      labelX: context.x,
      labelWidth: wide - 6,
      valueX: context.x + wide,
      valueWidth: context.width - wide,
    };
  }
  const columns = { ...style, labelX: 0, labelWidth, valueX: axisB, valueWidth: textWidth - axisB };
  return facts.role === 'left-behind' ? { ...columns, value: TYPE.item, space: SPACE.tight } : columns;
}

function layoutRow(row: FactRow, first: boolean, columns: Columns, context: Context): readonly Strip[] {
  const item = addTag(context.tag, 'LI');
  const label = addTag(item, 'Lbl');
  const body = addTag(item, 'LBody');
  const room = row.target === undefined ? 0 : PAGE_NUMBER;
  const cells = [
    {
      spans: spansOf(row.label, columns.label),
      style: columns.label,
      x: columns.labelX,
      width: columns.labelWidth,
      tag: label,
    },
    {
      spans: spansOf(row.value, columns.value),
      style: columns.value,
      x: columns.valueX,
      width: columns.valueWidth - room,
      tag: body,
      plain: row.target !== undefined,
    },
  ];
  const strips = [
    ...rowStrips(
      row.value.length === 0 && row.rows !== undefined ? cells.slice(0, 1) : cells,
      { top: 0, bottom: 0 },
      context,
    ),
  ];
  if (row.target !== undefined && strips[0] !== undefined) {
    const number = pageNumber(row.target, columns.valueX + columns.valueWidth, baseline(columns.value), body);
    strips[0] = { ...strips[0], items: [...strips[0].items, number] };
  }
  if (row.rows !== undefined) {
    const list = addTag(body, 'L');
    const labelWidth = PAIRS.keyLabel;
    const nested: Columns = {
      ...columns,
      labelX: columns.valueX,
      labelWidth: labelWidth - 2,
      valueX: columns.valueX + labelWidth + 8,
      valueWidth: columns.valueWidth - labelWidth - 8,
      space: 0,
    };
    const inside = row.rows.flatMap((each, index) => layoutRow(each, index === 0, nested, { ...context, tag: list }));
    // The first of the rows stands beside the label.
    const [head, ...rest] = inside;
    const own = strips[0];
    if (head !== undefined && own !== undefined && row.value.length === 0) {
      const shift = baseline(columns.value) - baseline(columns.label);
      const items = [...own.items.map((each) => ({ ...each, y: each.y + Math.max(0, shift) })), ...head.items];
      strips.splice(0, strips.length, { ...head, height: Math.max(own.height + shift, head.height), items }, ...rest);
    } else strips.push(...inside);
  }
  return withFirst(strips, { space: first ? 0 : columns.space });
}

/** The link to where the evidence stands, with its page. */
export function pageNumber(target: string, right: number, y: number, parent: Tag): PageNumberItem {
  const style = TYPE.note;
  return {
    kind: 'page-number',
    x: right,
    y,
    align: 'end',
    target,
    prefix: PAGE_PREFIX,
    font: { face: style.face, size: style.size },
    ink: style.ink,
    height: style.leading,
    tag: addTag(parent, 'Link'),
  };
}

interface Abreast {
  readonly x: number;
  readonly width: number;
}

/** The four columns, stretched to the page. */
function abreastColumns(context: Context): readonly Abreast[] {
  const total = PAIRS.columns.reduce((sum, width) => sum + width, 0);
  const extra = context.geometry.textWidth - total;
  let x = 0;
  return PAIRS.columns.map((width, index) => {
    const column = { x, width: width + (index === 1 || index === 3 ? extra / 2 : 0) };
    x += column.width;
    return column;
  });
}

function fitsAbreast(rows: readonly FactRow[], context: Context): boolean {
  if (rows.length < FEWEST_ABREAST || context.x > context.geometry.axisB) return false;
  const columns = abreastColumns(context);
  const half = Math.ceil(rows.length / 2);
  let wrapped = 0;
  for (const [index, row] of rows.entries()) {
    if (row.rows !== undefined || row.target !== undefined) return false;
    const [label, value] = index < half ? [columns[0], columns[1]] : [columns[2], columns[3]];
    if (linesOf(row.label, TYPE.factLabel, label, LABEL_GAP, context) !== 1) return false;
    const lines = linesOf(row.value, TYPE.factValue, value, index < half ? PAIR_GAP : 0, context);
    if (lines > 2) return false;
    if (lines === 2) wrapped++;
  }
  return wrapped <= (rows.length < MANY ? 0 : MOST_WRAPPED);
}

/** Of so many facts a few may take two lines: in one column they would take half a page. */
const MANY = 8;
const MOST_WRAPPED = 3;

/** How many lines a text takes in a column; more than any limit where a word has to be cut. */
function linesOf(
  content: FactRow['value'],
  style: TextStyle,
  column: Abreast | undefined,
  gap: number,
  context: Context,
): number {
  const width = (column?.width ?? 0) - gap;
  const lines = breakLines(spansOf(content, style), width, style.leading, context.measure);
  const cut = lines.some((line) => line.width > width || line.pieces.at(-1)?.kind === 'elbow');
  return cut ? Infinity : lines.length;
}

function abreast(rows: readonly FactRow[], context: Context): readonly Strip[] {
  const columns = abreastColumns(context);
  const half = Math.ceil(rows.length / 2);
  const tags = rows.map(() => {
    const item = addTag(context.tag, 'LI');
    return [addTag(item, 'Lbl'), addTag(item, 'LBody')] as const;
  });
  const strips: Strip[] = [];
  for (let i = 0; i < half; i++) {
    const cells = [i, i + half].flatMap((index, side) => {
      const row = rows[index];
      const tag = tags[index];
      if (row === undefined || tag === undefined) return [];
      const parts = [
        { content: row.label, style: TYPE.factLabel, column: columns[side * 2], tag: tag[0], gap: LABEL_GAP },
        {
          content: row.value,
          style: TYPE.factValue,
          column: columns[side * 2 + 1],
          tag: tag[1],
          gap: side === 0 ? PAIR_GAP : 0,
        },
      ];
      return parts.map(({ content, style, column, tag: own, gap }) => ({
        spans: spansOf(content, style),
        style,
        x: column?.x ?? 0,
        width: (column?.width ?? 0) - gap,
        tag: own,
      }));
    });
    strips.push(...rowStrips(cells, { top: 0, bottom: 0 }, context));
  }
  return totalHeight(strips) <= WHOLE_BLOCK ? kept(strips) : strips;
}
