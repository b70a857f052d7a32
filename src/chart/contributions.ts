/** Counts by level, as stacked bars: one blue in three steps, an outline for none, a hatch where nothing was said. */
import { lookUp } from '../json.js';
import { fitted } from './fitted.js';
import type { ChartMark, Drawing, Ink } from './marks.js';
import type { TextWidth } from './text-width.js';

/** What is drawn: a bar a row. */
export interface ContributionsData {
  readonly rows: readonly ContributionRow[];
  /** The levels that are there, in order, for the key. */
  readonly levels: readonly string[];
  /** The count that fills the whole width. */
  readonly most: number;
}

/** A contribution, and how many experiments declare it at which level. */
export interface ContributionRow {
  readonly label: string;
  /** In the order of the levels; none of them 0. */
  readonly parts: readonly { readonly level: string; readonly count: number }[];
}

const ROW = 17;
const BAR = 11;
const LABEL = 9;
const COUNT = 7.5;
const KEY = 8.2;
const SWATCH = 8;
const HATCH_STEP = 3;

interface Fill {
  readonly fill: Ink;
  readonly outline?: Ink;
  readonly text: Ink;
  readonly hatched?: boolean;
}

const FILLS: Readonly<Record<string, Fill>> = {
  high: { fill: 'levelHigh', text: 'paper' },
  medium: { fill: 'levelMedium', text: 'paper' },
  low: { fill: 'levelLow', text: 'ink' },
  none: { fill: 'paper', outline: 'levelOutline', text: 'ink' },
  'not said': { fill: 'paper', outline: 'hatch', text: 'ink', hatched: true },
};
/** A level that is none of the known ones: outlined twice as dark, and named in the key as it is written. */
const UNKNOWN: Fill = { fill: 'paper', outline: 'ink', text: 'ink' };

/** Draws the bars, and their key where levels are given: a chart may be drawn in parts, the key once. */
export function drawContributions(
  { rows, levels, most }: ContributionsData,
  { width, margin, measure }: { readonly width: number; readonly margin: number; readonly measure: TextWidth },
): Drawing {
  const marks: ChartMark[] = [];
  const plot = width - margin;
  rows.forEach(({ label, parts }, index) => {
    const y = index * ROW + 2;
    marks.push({
      kind: 'text',
      x: 0,
      y: y + BAR - 2,
      text: fitted(label, margin - 10, LABEL, measure),
      size: LABEL,
      fill: 'ink',
      anchor: 'start',
    });
    let x = margin;
    for (const { level, count } of parts) {
      const length = (plot * count) / Math.max(most, 1);
      drawPart(lookUp(FILLS, level) ?? UNKNOWN, x, y, length - 1, String(count), measure, marks);
      x += length;
    }
  });
  if (levels.length === 0) return { width, height: rows.length * ROW, marks };
  const bottom = rows.length * ROW + 6;
  let x = margin;
  for (const level of levels) {
    drawPart(lookUp(FILLS, level) ?? UNKNOWN, x, bottom, SWATCH, '', measure, marks, SWATCH);
    marks.push({
      kind: 'text',
      x: x + SWATCH + 4,
      y: bottom + 7,
      text: level,
      size: KEY,
      fill: 'ink2',
      anchor: 'start',
    });
    x += SWATCH + 16 + measure(level, KEY);
  }
  return { width, height: bottom + 14, marks };
}

function drawPart(
  { fill, outline, text, hatched = false }: Fill,
  x: number,
  y: number,
  width: number,
  count: string,
  measure: TextWidth,
  marks: ChartMark[],
  height = BAR,
): void {
  marks.push({ kind: 'rectangle', x, y, width, height, fill });
  if (hatched) marks.push({ kind: 'hatch', x, y, width, height, step: HATCH_STEP, stroke: 'hatch', strokeWidth: 0.5 });
  if (outline)
    marks.push({
      kind: 'rectangle',
      x: x + 0.3,
      y: y + 0.3,
      width: Math.max(width - 0.6, 0.5),
      height: height - 0.6,
      stroke: outline,
      strokeWidth: 0.6,
    });
  const needed = measure(count, COUNT);
  if (count === '' || needed + 4 > width) return;
  if (hatched)
    marks.push({ kind: 'rectangle', x: x + 2, y: y + 1, width: needed + 4, height: height - 2, fill: 'paper' });
  marks.push({
    kind: 'text',
    x: x + 4,
    y: y + height / 2 + 2.7,
    text: count,
    size: COUNT,
    fill: text,
    anchor: 'start',
  });
}
