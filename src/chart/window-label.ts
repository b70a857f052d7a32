/** Where the words of the fault window stand: in it, else beside it, so that they never cross its edges. */
import { fitted } from './fitted.js';
import type { TextMark } from './marks.js';
import type { TextWidth } from './text-width.js';

/** The window's edges, and how far the words may go to both sides. */
export interface WindowPlace {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly measure: TextWidth;
}

/** From an edge of the window to the words. */
const GAP = 3;

/** The words in the window, else right of it, else left of it; shortened where none of these has room for them. */
export function windowLabel(label: string, place: WindowPlace): TextMark {
  const { left, right, from, to, y, size, measure } = place;
  const width = measure(label, size);
  const text = { kind: 'text', y, text: label, size, fill: 'faultText' } as const;
  if (left + width + 2 * GAP <= right) return { ...text, x: left + GAP, anchor: 'start' };
  if (right + GAP + width <= to) return { ...text, x: right + GAP, anchor: 'start' };
  if (left - GAP - width >= from) return { ...text, x: left - GAP, anchor: 'end' };
  const rooms = [
    { room: right - left - 2 * GAP, x: left + GAP, anchor: 'start' },
    { room: to - right - GAP, x: right + GAP, anchor: 'start' },
    { room: left - GAP - from, x: left - GAP, anchor: 'end' },
  ] as const;
  const { room, x, anchor } = rooms.reduce((best, one) => (one.room > best.room ? one : best));
  return { ...text, x, anchor, text: fitted(label, room, size, measure) };
}
