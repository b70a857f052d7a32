/**
 * A run over time, as marks: lanes of hypothesis checks, actions, probes and rollbacks; what ran in the background as two
 * rails, pauses hatched, the fault window shaded, samples as ticks that are long and red where they were not met.
 */
import { fitted } from './fitted.js';
import type { ChartMark, Drawing } from './marks.js';
import { drawBar, LEAST_BAR, leftEdge, rule, statusMark, textMark } from './timeline-bars.js';
import type { TextWidth } from './text-width.js';
import type { TimelineBar, TimelineCheck, TimelineData, TimelineLane, TimelineRow } from './timeline-data.js';
import { drawKey } from './timeline-key.js';
import { uprightBetween } from './upright.js';
import { windowLabel } from './window-label.js';

/** In points. */
export interface TimelineSize {
  readonly width: number;
  /** The margin for the names of lanes. */
  readonly margin: number;
  readonly measure: TextWidth;
}

const ROW = 15;
const LANE_GAP = 4;
const LABEL = 8.2;
const LANE_NAME = 8.5;
const AXIS = 7.5;
const MARK = 8;
/** Where the lanes begin: below the bar and the label of the fault window, where there is one. */
const TOP = 26;
const TOP_WITHOUT_WINDOW = 15;
/** Checks nearer to each other than this would overprint. */
const CHECK_ROOM = 60;

/** Draws a timeline. Its height follows from its rows. */
export function drawTimeline(data: TimelineData, { width, margin, measure }: TimelineSize): Drawing {
  const plot = width - margin;
  const x = (at: number): number => margin + (plot * Math.min(Math.max(at, 0), data.span)) / data.span;
  const front: ChartMark[] = [];
  const top = data.window ? TOP : TOP_WITHOUT_WINDOW;
  let y = top;
  for (const lane of data.lanes) {
    front.push(rule(0, y, width, y, 'rule', 0.6), textMark(0, y + ROW - 4.2, lane.name, LANE_NAME, 'ink2'));
    y += drawLane(lane, y, { x, width, margin, measure, span: data.span }, front) + LANE_GAP;
  }
  front.push(rule(0, y, width, y, 'rule', 0.6));
  const key = drawKey(data.key, y + 20, width, measure);
  return {
    width,
    height: key.bottom,
    marks: [...backdrop(data, { x, width, top, bottom: y, measure, marks: front }), ...front, ...key.marks],
  };
}

interface Plot {
  readonly x: (at: number) => number;
  readonly width: number;
  readonly margin: number;
  readonly measure: TextWidth;
  readonly span: number;
}

interface Backdrop {
  readonly x: (at: number) => number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly measure: TextWidth;
  /** What stands before it. */
  readonly marks: readonly ChartMark[];
}

/** The fault window, the grid and the axis: behind everything. */
function backdrop({ window, ticks, span }: TimelineData, size: Backdrop): ChartMark[] {
  const { x, width, top, bottom, measure } = size;
  const marks: ChartMark[] = [];
  if (window) {
    const left = x(window.start);
    const right = Math.max(x(window.end), left + 1);
    const bar = top - 11;
    marks.push({ kind: 'rectangle', x: left, y: bar, width: right - left, height: bottom - bar, fill: 'fault' });
    marks.push(rule(left, bar, right, bar, 'faultEdge', 1));
    marks.push(windowLabel(window.label, { left, right, from: 0, to: width, y: top - 3, size: AXIS, measure }));
  }
  // Lines of one kind after each other: a page says only what changes.
  for (const { at } of ticks) marks.push(...uprightBetween(x(at), top, bottom, size));
  for (const { at } of ticks) marks.push(rule(x(at), bottom, x(at), bottom + 3, 'ink2', 0.6));
  ticks.forEach(({ at, label }) => {
    const anchor = at <= 0 ? 'start' : at >= span * 0.97 ? 'end' : 'middle';
    if (label !== '')
      marks.push({ kind: 'text', x: x(at), y: bottom + 11, text: label, size: AXIS, fill: 'ink2', anchor });
  });
  return marks;
}

/** Draws a lane from `y` down and gives its height. */
function drawLane(lane: TimelineLane, y: number, plot: Plot, marks: ChartMark[]): number {
  let height = 0;
  if (lane.checks.length > 0 || lane.samples.length > 0) {
    // Two checks in the same moment stand one under the other.
    const [first, second] = lane.checks;
    const crowded = first && second && Math.abs(plot.x(second.at) - plot.x(first.at)) < CHECK_ROOM;
    lane.checks.forEach((check, index) => {
      drawCheck(check, y + ROW / 2 + 0.5 + (crowded ? index * ROW : 0), plot, marks);
    });
    if (crowded) height += ROW;
    for (const { at, met } of lane.samples) {
      const top = y + height + ROW + 0.3;
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
      textMark(
        start + markRoom,
        y + ROW / 2 + 2,
        fitted(label, width - start - markRoom, LABEL, measure),
        LABEL,
        'ink',
      ),
    );
  }
  return ROW + lift;
}

function rightEdge(bar: TimelineBar, x: (at: number) => number, span: number): number {
  const end = bar.end ?? span;
  return Math.max(x(end), leftEdge(bar, x, span) + LEAST_BAR) + Math.max(x(end + bar.pauseAfter) - x(end), 0);
}
