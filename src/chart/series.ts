/**
 * Numbers over time, as marks: up to four lines in a plot, each with a colour, a dash and an end mark of its own and its name
 * at its end; or small plots with a line each. Horizontal hairlines only, zero as the axis, gaps never bridged.
 */
import type { ChartMark, Drawing, Ink } from './marks.js';
import { fitted } from './fitted.js';
import { endMark, ENDS, linePath } from './series-line.js';
import type { SeriesData, SeriesLine, SeriesPlot } from './series-data.js';
import type { TextWidth } from './text-width.js';
import { windowLabel } from './window-label.js';

/** In points. */
export interface SeriesSize {
  readonly width: number;
  /** Where plots begin: left of it stand the values of the scale. */
  readonly margin: number;
  readonly measure: TextWidth;
}

const TOP = 16;
const HEIGHT = 118;
const AXIS = 7.5;
const NAME = 8.2;
const DETAIL = 7.5;
/** The values of the scale end here, left of the plot. */
const SCALE_GAP = 10;
const NAME_ROOM = 104;
const LABEL_STEP = 11;

const SWATCH = { width: 14, height: 7 } as const;
const SMALL = { columns: 3, width: 118, height: 40, gap: 10, head: 13, foot: 9 } as const;

/** Draws a chart. Its height follows from its plots. */
export function drawSeries(data: SeriesData, size: SeriesSize): Drawing {
  const [only, ...more] = data.plots;
  if (!only) return { width: size.width, height: 0, marks: [] };
  return more.length === 0 && only.title === null ? drawOne(data, only, size) : drawSmall(data, size);
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

function boxOf(data: SeriesData, plot: SeriesPlot, left: number, right: number, top: number, bottom: number): Box {
  const span = plot.top - plot.bottom || 1;
  return {
    left,
    right,
    top,
    bottom,
    x: (at) => left + ((right - left) * Math.min(Math.max(at, 0), data.span)) / data.span,
    y: (value) => bottom - ((bottom - top) * (value - plot.bottom)) / span,
  };
}

function drawOne(data: SeriesData, plot: SeriesPlot, { width, margin, measure }: SeriesSize): Drawing {
  const named = plot.lines.some(({ name }) => name !== '');
  const box = boxOf(data, plot, margin, width - (named ? NAME_ROOM : 4), TOP, TOP + HEIGHT);
  const marks: ChartMark[] = [];
  drawWindow(data, box, marks);
  nameWindow(data, box, TOP - 3, measure, marks);
  for (const { at, label } of plot.scale) {
    hairline(at, box, marks);
    marks.push(axisText(margin - SCALE_GAP, box.y(at) + 2.6, label, 'end'));
  }
  drawTicks(data, box, marks);
  plot.lines.forEach((line, index) => {
    drawLine(line, index, box, marks);
  });
  const labels = named ? drawNames(plot.lines, box, width, measure, marks) : 0;
  return { width, height: Math.max(box.bottom + 17, labels + 4), marks };
}

/** Names beside the ends of their lines, moved apart where they would overprint. Gives the lowest place of them. */
function drawNames(
  lines: readonly SeriesLine[],
  { right, bottom, x, y }: Box,
  width: number,
  measure: TextWidth,
  marks: ChartMark[],
): number {
  const ends = lines
    .flatMap((line, index) => {
      const last = line.points.findLast(([, value]) => value !== null);
      return last ? [{ line, index, x: x(last[0]), y: y(last[1] ?? 0) }] : [];
    })
    .sort((a, b) => a.y - b.y);
  const heights = ends.map(({ line }) => LABEL_STEP + (line.detail === '' ? 0 : 9));
  const places: number[] = [];
  ends.forEach((end, index) => {
    const least = index === 0 ? -Infinity : (places[index - 1] ?? 0) + (heights[index - 1] ?? 0);
    places.push(Math.max(end.y, least));
  });
  // What stands below the plot moves up, and moves what is in its way, no more.
  let limit = bottom + LABEL_STEP;
  for (let index = places.length - 1; index >= 0; index--) {
    limit = Math.min(places[index] ?? 0, limit - (heights[index] ?? 0));
    places[index] = limit;
  }
  ends.forEach(({ line, index, x: endX, y: endY }, position) => {
    const ink = ENDS[index % ENDS.length]?.ink ?? 'ink';
    const place = places[position] ?? endY;
    // A line that ends before the others is led to its name.
    const lead = `M${round(endX + 4)} ${round(endY)}L${round(right + 6)} ${round(place)}H${round(right + 9)}`;
    marks.push({ kind: 'path', d: lead, stroke: ink, strokeWidth: 0.5 });
    marks.push(...endMark(index, endX, endY));
    const room = width - right - 13;
    const text = { kind: 'text', x: right + 12, anchor: 'start' } as const;
    marks.push({
      ...text,
      y: place + 2.8,
      text: fitted(line.name, room, NAME, measure),
      size: NAME,
      fill: ink,
      strong: true,
    });
    if (line.detail !== '')
      marks.push({
        ...text,
        y: place + 11.5,
        text: fitted(line.detail, room, DETAIL, measure),
        size: DETAIL,
        fill: 'ink2',
      });
  });
  return Math.max(...places.map((place, index) => place + (heights[index] ?? 0)), 0);
}

/** Small plots in rows of three, each under its name with the values of its own scale. */
function drawSmall(data: SeriesData, { width, margin, measure }: SeriesSize): Drawing {
  const marks: ChartMark[] = [];
  const room = (width - margin - SMALL.gap * (SMALL.columns - 1)) / SMALL.columns;
  const row = SMALL.head + SMALL.height + SMALL.foot + 8;
  data.plots.forEach((plot, index) => {
    const left = margin + (index % SMALL.columns) * (room + SMALL.gap);
    const top = Math.floor(index / SMALL.columns) * row + SMALL.head;
    const box = boxOf(data, plot, left, left + room, top, top + SMALL.height);
    drawWindow(data, box, marks);
    const title = fitted(plot.title ?? '', room, NAME, measure);
    marks.push({ kind: 'text', x: left, y: top - 4, text: title, size: NAME, fill: 'ink', anchor: 'start' });
    const [low] = plot.scale;
    const high = plot.scale.at(-1);
    for (const value of low === high ? [low] : [low, high]) if (value) hairline(value.at, box, marks);
    plot.lines.forEach((line) => {
      drawLine(line, 0, box, marks, 1);
    });
    const words = [low, low === high ? undefined : high].flatMap((value) => (value ? [value.label] : []));
    marks.push(axisText(left, box.bottom + SMALL.foot, words.join(' to '), 'start'));
  });
  const bottom = Math.ceil(data.plots.length / SMALL.columns) * row;
  const first = data.ticks[0]?.label ?? '';
  const last = data.ticks.at(-1)?.label ?? '';
  const ends = `each from ${first} to ${last}`;
  marks.push(axisText(margin, bottom + 4, ends, 'start'));
  drawWindowKey(data, margin + measure(ends, AXIS) + 14, bottom + 4, marks);
  return { width, height: bottom + 10, marks };
}

/** What the tint of small plots is: over one of them its words would seem to be of that one alone. */
function drawWindowKey({ window }: SeriesData, x: number, y: number, marks: ChartMark[]): void {
  if (!window) return;
  const { width, height } = SWATCH;
  marks.push({ kind: 'rectangle', x, y: y + 1 - height, width, height, fill: 'fault' });
  marks.push({
    kind: 'rule',
    x1: x,
    y1: y + 1 - height,
    x2: x + width,
    y2: y + 1 - height,
    stroke: 'faultEdge',
    width: 1,
  });
  marks.push({ kind: 'text', x: x + width + 4, y, text: window.label, size: AXIS, fill: 'faultText', anchor: 'start' });
}

function drawLine(line: SeriesLine, index: number, box: Box, marks: ChartMark[], strokeWidth = 1.3): void {
  const { ink, dash } = ENDS[index % ENDS.length] ?? { ink: 'ink' as Ink, dash: [] };
  const { d, dots } = linePath(line.points, box.x, box.y);
  if (d !== '') marks.push({ kind: 'path', d, stroke: ink, strokeWidth, ...(dash.length > 0 ? { dash } : {}) });
  // A value between two gaps has no line to be seen by.
  for (const [x, y] of dots) marks.push({ kind: 'rectangle', x: x - 1, y: y - 1, width: 2, height: 2, fill: ink });
}

/** The fault window: a tint with a bar on top. */
function drawWindow({ window, plots }: SeriesData, box: Box, marks: ChartMark[]): void {
  if (!window) return;
  const left = box.x(window.start);
  const right = Math.max(box.x(window.end), left + 1);
  const top = box.top - (plots.length === 1 ? 11 : 0);
  marks.push({ kind: 'rectangle', x: left, y: top, width: right - left, height: box.bottom - top, fill: 'fault' });
  marks.push({ kind: 'rule', x1: left, y1: top, x2: right, y2: top, stroke: 'faultEdge', width: 1 });
}

/** The words of the fault window, above the plot. */
function nameWindow({ window }: SeriesData, box: Box, y: number, measure: TextWidth, marks: ChartMark[]): void {
  if (!window) return;
  const left = box.x(window.start);
  const right = Math.max(box.x(window.end), left + 1);
  marks.push(windowLabel(window.label, { left, right, from: box.left, to: box.right, y, size: AXIS, measure }));
}

function hairline(value: number, { left, right, y }: Box, marks: ChartMark[]): void {
  const zero = value === 0;
  marks.push({
    kind: 'rule',
    x1: left,
    y1: y(value),
    x2: right,
    y2: y(value),
    stroke: zero ? 'ink2' : 'grid',
    width: zero ? 0.6 : 0.4,
  });
}

function drawTicks({ ticks, span }: SeriesData, { x, bottom }: Box, marks: ChartMark[]): void {
  for (const { at, label } of ticks) {
    const anchor = at <= 0 ? 'start' : at >= span * 0.97 ? 'end' : 'middle';
    marks.push({ kind: 'rule', x1: x(at), y1: bottom, x2: x(at), y2: bottom + 3, stroke: 'ink2', width: 0.6 });
    if (label !== '') marks.push(axisText(x(at), bottom + 11.5, label, anchor));
  }
}

function axisText(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): ChartMark {
  return { kind: 'text', x, y, text, size: AXIS, fill: 'ink2', anchor };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
