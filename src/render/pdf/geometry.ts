/** The page and its two axes, from the paper: where text may stand. */
import { PAPERS, textWidth, type Paper, type Theme } from '../../theme/theme.js';

/**
 * A page. Points of the look, y downward from its top left corner: a theme of larger type has fewer of them on its paper,
 * and the page is painted larger as a whole, so that type, rules, marks and spaces keep their proportions.
 */
export interface Geometry {
  /** Width and height of the paper, in points. */
  readonly paper: readonly [number, number];
  /** Points for each point of the look. */
  readonly scale: number;
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

/** The geometry of a paper, as a theme uses it. */
export function pageGeometry(paper: Paper, theme: Theme): Geometry {
  const { scale, margins } = theme;
  const [width, height] = PAPERS[paper];
  const top = margins.top / scale;
  const bottom = (height - margins.bottom) / scale;
  return {
    paper: PAPERS[paper],
    scale,
    width: width / scale,
    height: height / scale,
    top,
    firstTop: top - 24,
    bottom,
    left: margins.left / scale,
    textWidth: textWidth(theme, paper),
    axisB: 120,
    labelWidth: 105,
    classificationTop: top - 49,
    runningHeadTop: top - 35,
    footTop: bottom + 18,
  };
}
