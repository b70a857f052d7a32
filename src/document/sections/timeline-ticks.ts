/** The ticks of a timeline, from milliseconds to days. */
import type { TimelineData } from '../../chart/timeline-data.js';
import type { Instant } from '../../report/types.js';
import { clockFor } from '../words/fine-clock.js';
import type { Zone } from '../words/zone.js';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const STEPS = [
  0.0001,
  0.0002,
  0.0005,
  0.001,
  0.002,
  0.005,
  0.01,
  0.02,
  0.05,
  0.1,
  0.2,
  0.5,
  1,
  2,
  5,
  10,
  15,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  30 * DAY,
  365 * DAY,
];
/** More steps than this crowd the labels. */
const MOST = 7;
/** The label of a tick nearer to the ends than this part of the whole would touch theirs, which are longer with milliseconds. */
const END_ROOM = 0.12;
const FINE_END_ROOM = 0.16;
/** The line of a tick nearer to an end than this part of the whole would be taken for the end's. */
const LINE_ROOM = 0.04;

/** The clock at both ends, with milliseconds for a short time, and what has passed in between: no word where an end's stands. */
export function timelineTicks(start: Instant, end: Instant, span: number, zone: Zone): TimelineData['ticks'] {
  const step = STEPS.find((one) => span / one <= MOST) ?? span;
  const clock = clockFor(span, zone);
  const room = clock(end) === zone.clock(end) ? END_ROOM : FINE_END_ROOM;
  const ticks = [{ at: 0, label: clock(start) }];
  for (let index = 1; index * step < span * (1 - LINE_ROOM); index++) {
    const at = index * step;
    const share = at / span;
    // The clock at the left, which begins at its end, needs a little more.
    const free = share > room * 1.1 && share < 1 - room;
    if (share > LINE_ROOM) ticks.push({ at, label: free ? `+${passed(at, step)}` : '' });
  }
  return [...ticks, { at: span, label: clock(end) }];
}

/** "500 ms", "2 s", "5 min", "2 h", "1 d": in the unit of the step. */
function passed(seconds: number, step: number): string {
  if (step < 1 && seconds < 1) return span(seconds, 0.001, 'ms');
  if (step < MINUTE) return span(seconds, 1, 's');
  if (step < HOUR) return span(seconds, MINUTE, 'min');
  return step < DAY ? span(seconds, HOUR, 'h') : span(seconds, DAY, 'd');
}

function span(seconds: number, unit: number, name: string): string {
  return `${Number((seconds / unit).toPrecision(6))}\u00a0${name}`;
}
