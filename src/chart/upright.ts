/** Upright lines of a grid, cut where a text stands on them. */
import type { ChartMark, RuleMark, TextMark } from './marks.js';
import type { TextWidth } from './text-width.js';

/** Room between a text and the end of a line. */
const ROOM = 1.5;
/** Above and below its baseline a text takes so much of its size. */
const ABOVE = 0.8;
const BELOW = 0.25;
/** A shorter piece of a line looks like a speck. */
const LEAST = 2;

/** The line from `top` down to `bottom`, in pieces that no text of `marks` stands on. */
export function uprightBetween(
  x: number,
  top: number,
  bottom: number,
  { marks, measure }: { readonly marks: readonly ChartMark[]; readonly measure: TextWidth },
): RuleMark[] {
  const inWay = marks
    .filter((mark) => mark.kind === 'text')
    .filter((mark) => standsOn(mark, x, measure))
    .map(({ y, size }) => ({ from: y - size * ABOVE - ROOM, to: y + size * BELOW + ROOM }))
    .sort((a, b) => a.from - b.from);
  const pieces: RuleMark[] = [];
  let y = top;
  for (const { from, to } of [...inWay, { from: bottom, to: bottom }]) {
    const end = Math.min(from, bottom);
    if (end - y >= LEAST) pieces.push({ kind: 'rule', x1: x, y1: y, x2: x, y2: end, stroke: 'grid', width: 0.4 });
    y = Math.max(y, to);
  }
  return pieces;
}

function standsOn({ x: at, text, size, anchor }: TextMark, x: number, measure: TextWidth): boolean {
  const width = measure(text, size);
  const left = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2;
  return x > left - ROOM && x < left + width + ROOM;
}
