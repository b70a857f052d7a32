/** A hatching → its lines: strokes at 45° in a box, from its left bottom to its right top. */
import type { HatchMark } from './marks.js';

/** A line of a hatching, as seen from the left upper corner of its box. */
export interface HatchLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The lines in their order from left to right. Those that reach from the foot of the box to its top are one line, moved by the step. */
export function hatchLines({ width, height, step }: HatchMark): readonly HatchLine[] {
  const lines: HatchLine[] = [];
  for (let foot = -height; foot < width; foot += step) {
    const x1 = Math.max(foot, 0);
    const x2 = Math.min(foot + height, width);
    if (x2 > x1) lines.push({ x1, y1: height - (x1 - foot), x2, y2: height - (x2 - foot) });
  }
  return lines;
}
