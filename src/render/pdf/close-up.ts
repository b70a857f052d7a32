/**
 * Strips into the same strips with less room between them, where that saves a page that would have little on it: the end of
 * a part that has just run over. Only its last pages are touched, and never closer than still reads as apart. Pure.
 */
import { totalHeight, type Strip } from './flow.js';
import { pageStarts, type Frame } from './page-starts.js';

/** A part that takes no more than this share of its last page has just run over. */
const RUN_OVER = 0.3;
/** As many pages before the last one are closed up. */
const PAGES = 3;
/** How much of the room between strips is left, tried in this order. */
const CLOSER = [0.9, 0.8, 0.7, 0.6] as const;

/** Closes up each part that runs over by little. */
export function closedUp(strips: readonly Strip[], frame: Frame, firstTop: number): readonly Strip[] {
  let closed = strips;
  for (const [from, to] of partsOf(strips)) closed = closedPart(closed, from, to, frame, firstTop);
  return closed;
}

/** The stretches of strips that begin a page, each with the index after its last strip. */
function partsOf(strips: readonly Strip[]): readonly (readonly [number, number])[] {
  const begins = strips.flatMap((strip, index) => (index > 0 && strip.startsPage !== undefined ? [index] : []));
  const from = [0, ...begins];
  return from.map((start, index) => [start, from[index + 1] ?? strips.length]);
}

function closedPart(
  strips: readonly Strip[],
  from: number,
  to: number,
  frame: Frame,
  firstTop: number,
): readonly Strip[] {
  const starts = pageStarts(strips, frame, firstTop);
  const last = pageOf(starts, to - 1);
  const lastStart = starts[last] ?? 0;
  if (lastStart <= from) return strips;
  if (totalHeight(strips.slice(lastStart, to)) > (frame.bottom - frame.top) * RUN_OVER) return strips;
  const begin = Math.max(from, starts[Math.max(0, last - PAGES)] ?? 0);
  for (const share of CLOSER) {
    const closer = strips.map((strip, index) =>
      index >= begin && index < to ? { ...strip, space: strip.space * share } : strip,
    );
    if (pageOf(pageStarts(closer, frame, firstTop), to - 1) < last) return closer;
  }
  return strips;
}

/** The page, from 0, that a strip stands on. */
function pageOf(starts: readonly number[], strip: number): number {
  return starts.findLastIndex((start) => start <= strip);
}
