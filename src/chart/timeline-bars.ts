/** The bars of a timeline: boxes for activities, rails for those in the background, hatching for pauses, marks for statuses. */
import { STATUS_MARKS } from '../theme/status.js';
import type { ChartMark, Ink } from './marks.js';
import type { TimelineBar, TimelineStatus } from './timeline-data.js';

/** The height of a bar, in points. */
export const BAR = 6.8;
/** The height of one of two rails. */
export const RAIL = 2.2;
/** A shorter activity is drawn this wide. */
export const LEAST_BAR = 2.4;
const HATCH_STEP = 3.2;

/** Draws the bar of one activity around a height. `x` gives the place of a time. */
export function drawBar(
  bar: TimelineBar,
  centre: number,
  { x, span }: { readonly x: (at: number) => number; readonly span: number },
  marks: ChartMark[],
): void {
  const top = centre - BAR / 2;
  const left = leftEdge(bar, x, span);
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

/** Where a bar begins: one at the very end of the picture is not drawn out of it. */
export function leftEdge(bar: TimelineBar, x: (at: number) => number, span: number): number {
  return Math.min(x(bar.start), x(span) - LEAST_BAR);
}

/** A bar of a kind. */
export function box(
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
export function hatch(left: number, top: number, right: number, marks: ChartMark[]): void {
  const area = { x: left, y: top, width: right - left, height: BAR, stroke: 'hatch' as const };
  marks.push({ kind: 'hatch', ...area, step: HATCH_STEP, strokeWidth: 0.55 });
  marks.push({ kind: 'rectangle', ...area, strokeWidth: 0.35 });
}

/** A status' mark around a point. */
export function statusMark(status: TimelineStatus, x: number, y: number, size: number): ChartMark {
  const { tone, path } = STATUS_MARKS[status];
  return { kind: 'path', d: path, x: x - size / 2, y: y - size / 2, scale: size / 12, fill: tone };
}

/** A line. */
export function rule(x1: number, y1: number, x2: number, y2: number, stroke: Ink, width: number): ChartMark {
  return { kind: 'rule', x1, y1, x2, y2, stroke, width };
}

/** A text that begins at a point. */
export function textMark(
  x: number,
  y: number,
  text: string,
  size: number,
  fill: Ink,
): Extract<ChartMark, { kind: 'text' }> {
  return { kind: 'text', x, y, text, size, fill, anchor: 'start' };
}
