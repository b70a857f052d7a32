/** The page and its two axes, from the paper: where text may stand. */
import type { RenderSettings } from '../types.js';

/** A page. Points, y downward from its top left corner. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  /** Where page 1 begins, which has no running head. */
  readonly firstTop: number;
  /** The lowest that text may reach. */
  readonly bottom: number;
  readonly left: number;
  readonly textWidth: number;
  /** Axis B from axis A: where prose and values stand. */
  readonly axisB: number;
  /** The widest label in front of axis B. */
  readonly labelWidth: number;
  readonly classificationTop: number;
  readonly runningHeadTop: number;
  /** The top of the line at the foot. */
  readonly footTop: number;
}

const PAPERS = { A4: [595.28, 841.89], Letter: [612, 792] } as const;

/** The geometry of the paper that was chosen. */
export function pageGeometry(page: RenderSettings['page']): Geometry {
  const [width, height] = PAPERS[page];
  return {
    width,
    height,
    top: 70,
    firstTop: 46,
    bottom: height - 60,
    left: 51,
    textWidth: width - 102,
    axisB: 120,
    labelWidth: 105,
    classificationTop: 21,
    runningHeadTop: 35,
    footTop: height - 42,
  };
}
