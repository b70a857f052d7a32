/** A hatching → the operators that draw it, with its left lower corner at the origin. */
import { hatchLines, type HatchLine } from '../../../chart/hatch.js';
import type { HatchMark } from '../../../chart/marks.js';
import { points } from './operators.js';

/** Less than a page shows, in points. */
const NOTHING = 0.005;

/** The lines that are cut by a side of the box as they are; those between as one line that is moved, which packs well. */
export function hatching(mark: HatchMark): string {
  const { height } = mark;
  let drawn = '';
  let whole = '';
  let count = 0;
  const between = (): string =>
    count === 0 ? '' : `q ${whole}${`1 0 0 1 ${points(mark.step)} 0 cm ${whole}`.repeat(count - 1)}Q `;
  for (const line of hatchLines(mark)) {
    if (line.y1 > height - NOTHING && line.y2 < NOTHING) {
      if (count === 0) whole = stroked(line, height);
      count++;
    } else {
      drawn += between() + stroked(line, height);
      count = 0;
    }
  }
  return (drawn + between()).trimEnd();
}

function stroked({ x1, y1, x2, y2 }: HatchLine, height: number): string {
  return `${points(x1)} ${points(height - y1)} m ${points(x2)} ${points(height - y2)} l S `;
}
