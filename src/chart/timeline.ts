/**
 * A run over time, as marks: lanes of hypothesis checks, actions, probes and rollbacks; what ran in the background as two
 * rails, pauses hatched, the fault window shaded, samples as ticks that are long and red where they were not met.
 */
import { STATUS_MARKS } from '../theme/status.js';
import type { ChartMark, Drawing, Ink } from './marks.js';

/** What is drawn. Times are seconds from the start of the picture. */
export interface TimelineData {
  /** Length of the picture in seconds, more than 0. */
  readonly span: number;
  readonly lanes: readonly TimelineLane[];
  /** From the first action to the end of the method. */
  readonly window: { readonly start: number; readonly end: number; readonly label: string } | null;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** What the shapes mean, of those that are there. */
  readonly key: readonly TimelineKeyEntry[];
}

/** A shape and its word. */
export interface TimelineKeyEntry {
  readonly shape: 'action' | 'probe' | 'rollback' | 'background' | 'pause' | 'samples' | TimelineStatus;
  readonly label: string;
}

/** A lane with its name in the margin. */
export interface TimelineLane {
  readonly name: string;
  readonly checks: readonly TimelineCheck[];
  readonly samples: readonly { readonly at: number; readonly met: boolean }[];
  readonly rows: readonly TimelineRow[];
}

/** An evaluation of the hypothesis. */
export interface TimelineCheck {
  readonly at: number;
  readonly label: string;
  readonly status: TimelineStatus;
}

/** The marks that a timeline has. */
export type TimelineStatus =
  'met' | 'not-met' | 'failed' | 'no-end' | 'aborted' | 'skipped' | 'not-evaluated' | 'not-known';

/** An activity, or several equal neighbours. */
export interface TimelineRow {
  readonly label: string;
  readonly bars: readonly TimelineBar[];
  /** The mark beside the name; null for what succeeded. */
  readonly status: TimelineStatus | null;
}

export interface TimelineBar {
  readonly kind: 'action' | 'probe' | 'rollback';
  readonly start: number;
  /** Null for an activity without an end: its bar runs to the edge and stays open. */
  readonly end: number | null;
  readonly pauseBefore: number;
  readonly pauseAfter: number;
  readonly background: boolean;
}

/** The width of a text of a size in points. */
export type TextWidth = (text: string, size: number) => number;

export interface TimelineSize {
  readonly width: number;
  /** The margin for the names of lanes. */
  readonly margin: number;
  readonly measure: TextWidth;
}

const ROW = 15;
const LANE_GAP = 4;
const BAR = 6.8;
const RAIL = 2.2;
const LABEL = 8.2;
const LANE_NAME = 8.5;
const AXIS = 7.5;
const MARK = 8;
const TOP = 26;
const HATCH_STEP = 3.2;
const LEAST_BAR = 2.4;

/** Draws a timeline. Its height follows from its rows. */
export function drawTimeline(data: TimelineData, { width, margin, measure }: TimelineSize): Drawing {
  const plot = width - margin;
  const x = (at: number): number => margin + (plot * Math.min(Math.max(at, 0), data.span)) / data.span;
  const front: ChartMark[] = [];
  let y = TOP;
  for (const lane of data.lanes) {
    front.push(rule(0, y, width, y, 'rule', 0.6), textMark(0, y + ROW - 4.2, lane.name, LANE_NAME, 'ink2'));
    y += drawLane(lane, y, { x, width, margin, measure, span: data.span }, front) + LANE_GAP;
  }
  front.push(rule(0, y, width, y, 'rule', 0.6));
  const key = drawKey(data.key, y + 20, width, measure);
  return { width, height: key.bottom, marks: [...backdrop(data, x, y), ...front, ...key.marks] };
}

const KEY_ROW = 14;
const SWATCH = 14;

/** The key, in rows from `top` down. */
function drawKey(
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

interface Plot {
  readonly x: (at: number) => number;
  readonly width: number;
  readonly margin: number;
  readonly measure: TextWidth;
  readonly span: number;
}

/** The fault window, the grid and the axis: behind everything. */
function backdrop({ window, ticks, span }: TimelineData, x: (at: number) => number, bottom: number): ChartMark[] {
  const marks: ChartMark[] = [];
  if (window) {
    const left = x(window.start);
    const right = Math.max(x(window.end), left + 1);
    marks.push({
      kind: 'rectangle',
      x: left,
      y: TOP - 11,
      width: right - left,
      height: bottom - TOP + 11,
      fill: 'fault',
    });
    marks.push(
      rule(left, TOP - 11, right, TOP - 11, 'faultEdge', 1),
      textMark(left + 3, TOP - 3, window.label, AXIS, 'faultText'),
    );
  }
  ticks.forEach(({ at, label }) => {
    const anchor = at <= 0 ? 'start' : at >= span * 0.97 ? 'end' : 'middle';
    marks.push(rule(x(at), TOP, x(at), bottom, 'grid', 0.4), rule(x(at), bottom, x(at), bottom + 3, 'ink2', 0.6));
    marks.push({ kind: 'text', x: x(at), y: bottom + 11, text: label, size: AXIS, fill: 'ink2', anchor });
  });
  return marks;
}

/** Draws a lane from `y` down and gives its height. */
function drawLane(lane: TimelineLane, y: number, plot: Plot, marks: ChartMark[]): number {
  let height = 0;
  if (lane.checks.length > 0 || lane.samples.length > 0) {
    for (const check of lane.checks) drawCheck(check, y + ROW / 2 + 0.5, plot, marks);
    for (const { at, met } of lane.samples) {
      const top = y + ROW + 0.3;
      marks.push(rule(plot.x(at), top, plot.x(at), top + (met ? 2.2 : 6.8), met ? 'ink2' : 'bad', 0.75));
    }
    height += ROW + (lane.samples.length > 0 ? 7 : 0);
  }
  for (const row of lane.rows) height += drawRow(row, y + height, plot, marks);
  return Math.max(height, ROW);
}

function drawCheck(
  { at, label, status }: TimelineCheck,
  centre: number,
  { x, span, width }: Plot,
  marks: ChartMark[],
): void {
  // At the very end a mark would stand half outside.
  const place = Math.min(x(at), width - 4.5);
  marks.push(statusMark(status, place, centre, 8.5));
  const before = at >= span * 0.5;
  marks.push({
    ...textMark(place + (before ? -7 : 7), centre + 2.8, label, LABEL, 'ink'),
    anchor: before ? 'end' : 'start',
  });
}

/** Draws a row and gives its height: the name stands beside its bars, right, else left, else above. */
function drawRow({ label, bars, status }: TimelineRow, y: number, plot: Plot, marks: ChartMark[]): number {
  const { x, width, margin, measure, span } = plot;
  const left = Math.min(...bars.map((bar) => x(bar.start - bar.pauseBefore)));
  const right = Math.max(...bars.map((bar) => rightEdge(bar, x, span)));
  const markRoom = status ? MARK + 6 : 0;
  const needed = measure(label, LABEL) + markRoom + 6;
  const side = right + needed <= width ? 'right' : left - needed >= margin ? 'left' : 'above';
  const lift = side === 'above' ? 9 : 0;
  const centre = y + lift + ROW / 2 + 0.3;
  for (const bar of bars) drawBar(bar, centre, plot, marks);

  if (side === 'right') {
    if (status) marks.push(statusMark(status, right + 7.5, centre, MARK));
    marks.push(textMark(right + (status ? 14 : 5), centre + 2.8, label, LABEL, 'ink'));
  } else if (side === 'left') {
    if (status) marks.push(statusMark(status, left - 7, centre, MARK));
    marks.push({ ...textMark(left - (status ? 15 : 5), centre + 2.8, label, LABEL, 'ink'), anchor: 'end' });
  } else {
    const start = Math.max(margin, Math.min(left, width - needed));
    if (status) marks.push(statusMark(status, start + 4, y + 6, MARK));
    marks.push(
      textMark(start + markRoom, y + ROW / 2 + 2, shortened(label, width - start - markRoom, measure), LABEL, 'ink'),
    );
  }
  return ROW + lift;
}

function rightEdge(bar: TimelineBar, x: (at: number) => number, span: number): number {
  const end = bar.end ?? span;
  return Math.max(x(end), x(bar.start) + LEAST_BAR) + Math.max(x(end + bar.pauseAfter) - x(end), 0);
}

function drawBar(bar: TimelineBar, centre: number, { x, span }: Plot, marks: ChartMark[]): void {
  const top = centre - BAR / 2;
  const left = x(bar.start);
  const end = bar.end ?? span;
  const right = Math.max(x(end), left + LEAST_BAR);
  if (bar.pauseBefore > 0) hatch(x(bar.start - bar.pauseBefore), top, left, marks);
  if (bar.pauseAfter > 0) hatch(right, top, Math.max(x(end + bar.pauseAfter), right + 1), marks);
  if (bar.background) {
    for (const at of [top, top + BAR - RAIL]) box(bar.kind, left, at, right - left, RAIL, marks);
  } else {
    box(bar.kind, left, top, right - left, BAR, marks);
  }
  // Open at the right: three short strokes where an end should be.
  if (bar.end === null)
    for (const gap of [1.5, 3.5, 5.5]) marks.push(rule(right - gap, top - 1, right - gap, top + BAR + 1, 'paper', 1));
}

function box(
  kind: TimelineBar['kind'],
  left: number,
  top: number,
  width: number,
  height: number,
  marks: ChartMark[],
): void {
  if (kind === 'probe') {
    const line = 0.9;
    marks.push({
      kind: 'rectangle',
      x: left + line / 2,
      y: top + line / 2,
      width: Math.max(width - line, 1),
      height: height - line,
      fill: 'paper',
      stroke: 'ink',
      strokeWidth: line,
    });
  } else {
    marks.push({ kind: 'rectangle', x: left, y: top, width, height, fill: kind === 'action' ? 'ink' : 'rollback' });
  }
}

/** Strokes at 45° in a box, with a thin outline. */
function hatch(left: number, top: number, right: number, marks: ChartMark[]): void {
  const width = right - left;
  const strokes: string[] = [];
  for (let step = -BAR; step < width; step += HATCH_STEP) {
    const x1 = left + Math.max(step, 0);
    const y1 = top + BAR - (Math.max(step, 0) - step);
    const x2 = left + Math.min(step + BAR, width);
    const y2 = top + BAR - (Math.min(step + BAR, width) - step);
    if (x2 > x1) strokes.push(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`);
  }
  if (strokes.length > 0) marks.push({ kind: 'path', d: strokes.join(''), stroke: 'hatch', strokeWidth: 0.55 });
  marks.push({ kind: 'rectangle', x: left, y: top, width, height: BAR, stroke: 'hatch', strokeWidth: 0.35 });
}

function statusMark(status: TimelineStatus, x: number, y: number, size: number): ChartMark {
  const { tone, path } = STATUS_MARKS[status];
  return { kind: 'path', d: path, x: x - size / 2, y: y - size / 2, scale: size / 12, fill: tone };
}

function rule(x1: number, y1: number, x2: number, y2: number, stroke: Ink, width: number): ChartMark {
  return { kind: 'rule', x1, y1, x2, y2, stroke, width };
}

function textMark(x: number, y: number, text: string, size: number, fill: Ink): Extract<ChartMark, { kind: 'text' }> {
  return { kind: 'text', x, y, text, size, fill, anchor: 'start' };
}

/** A name that fits nowhere, with an ellipsis: it stands in full in the table of activities. */
function shortened(label: string, room: number, measure: TextWidth): string {
  if (measure(label, LABEL) <= room) return label;
  const characters = [...label];
  while (characters.length > 1 && measure(`${characters.join('')}…`, LABEL) > room) characters.pop();
  return `${characters.join('')}…`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
