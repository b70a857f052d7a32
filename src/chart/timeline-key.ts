/** The key of a timeline: a shape and its word for each kind of thing that is in it. */
import type { ChartMark, Drawing } from './marks.js';
import { BAR, box, hatch, RAIL, rule, statusMark, textMark } from './timeline-bars.js';
import type { TimelineKeyEntry } from './timeline-data.js';
import type { TextWidth } from './text-width.js';

const LABEL = 8.2;
const MARK = 8;
const KEY_ROW = 14;
const SWATCH = 14;

/** The key, in rows from `top` down. */
export function drawKey(
  entries: readonly TimelineKeyEntry[],
  top: number,
  width: number,
  measure: TextWidth,
): { readonly marks: ChartMark[]; readonly bottom: number } {
  const marks: ChartMark[] = [];
  let x = 0;
  let y = top;
  for (const { shape, label } of entries) {
    const needed = SWATCH + 4 + measure(label, LABEL);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += KEY_ROW;
    }
    drawSwatch(shape, x, y + 6, marks);
    marks.push(textMark(x + SWATCH + 4, y + 8.8, label, LABEL, 'ink2'));
    x += needed + 12;
  }
  return { marks, bottom: entries.length === 0 ? top - 7 : y + KEY_ROW };
}

function drawSwatch(shape: TimelineKeyEntry['shape'], x: number, centre: number, marks: ChartMark[]): void {
  const top = centre - BAR / 2;
  switch (shape) {
    case 'action':
    case 'probe':
    case 'rollback':
      box(shape, x, top, SWATCH, BAR, marks);
      break;
    case 'background':
      for (const at of [top, top + BAR - RAIL]) box('action', x, at, SWATCH, RAIL, marks);
      break;
    case 'pause':
      hatch(x, top, x + SWATCH, marks);
      break;
    case 'samples':
      for (const [at, met] of [
        [1, true],
        [5, true],
        [9, false],
        [13, true],
      ] as const) {
        marks.push(rule(x + at, top, x + at, top + (met ? 2.2 : 6.8), met ? 'ink2' : 'bad', 0.75));
      }
      break;
    default:
      marks.push(statusMark(shape, x + SWATCH - MARK / 2, centre, MARK));
  }
}

/** What a shape of the key looks like, alone: for pages that set the key's words themselves. */
export function drawTimelineSwatch(shape: TimelineKeyEntry['shape']): Drawing {
  const marks: ChartMark[] = [];
  drawSwatch(shape, 1, MARK / 2, marks);
  return { width: SWATCH + 2, height: MARK, marks };
}
