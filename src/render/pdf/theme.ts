/** The numbers of the look on paper: type, spaces, rules, columns. Points throughout; colours by role. */
import type { Ink } from '../../chart/marks.js';
import type { Face } from './measure.js';

/** How a kind of text is set. */
export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly ink: Ink;
  /** Added after each character. */
  readonly tracking?: number;
}

const sans = (size: number, leading: number, ink: Ink = 'ink', tracking?: number): TextStyle => ({
  face: 'sans',
  size,
  leading,
  ink,
  ...(tracking === undefined ? {} : { tracking }),
});
const strong = (size: number, leading: number, tracking?: number): TextStyle => ({
  ...sans(size, leading, 'ink', tracking),
  face: 'sans-strong',
});
const mono = (face: Face, leading: number, ink: Ink): TextStyle => ({ face, size: 7.6, leading, ink });

/** Every kind of text, by its name in the look. */
export const TYPE = {
  title: strong(29, 32, -0.3),
  pageTitle: strong(21, 25, -0.15),
  lead: sans(15.5, 20.5, 'ink', -0.05),
  reason: sans(12, 16),
  verdict: strong(12, 16),
  section: strong(14, 18),
  contentsHead: strong(12, 16),
  subsection: strong(11, 14),
  subsubsection: strong(10, 14),
  body: sans(10, 14),
  bodyStrong: strong(10, 14),
  quote: { ...sans(10, 14), face: 'sans-italic' },
  factValue: sans(9.5, 13.5),
  factLabel: sans(8.5, 12, 'ink2'),
  item: sans(9.5, 12.5),
  check: sans(9, 13),
  matrixTitle: strong(10, 13),
  matrixDetail: sans(8.5, 11.5),
  matrixFigure: sans(8.5, 11.5, 'ink2'),
  contentsEntry: strong(10, 14),
  contentsChild: sans(9, 12.5, 'ink2'),
  pageNumber: sans(10, 14),
  table: sans(9, 12),
  tableHead: sans(8, 11, 'ink2'),
  note: sans(8.5, 12, 'ink2'),
  caption: sans(8, 11, 'ink2'),
  runningHead: sans(8, 11, 'ink2'),
  errorHeadline: strong(12, 16),
  code: mono('mono', 10.8, 'ink'),
  codeStrong: mono('mono-strong', 10.8, 'ink'),
  codeLibrary: mono('mono', 10.8, 'ink2'),
  codeJoint: mono('mono-italic', 10.8, 'ink2'),
  literal: mono('mono', 11, 'ink2'),
} as const satisfies Readonly<Record<string, TextStyle>>;

/** Code among words is set a little smaller, to look as large. */
export const CODE_SCALE = 0.875;

export const SPACE = { hair: 2, tight: 5, small: 7, step: 10, block: 13, section: 20, part: 26 } as const;

export const RULE = {
  level: 2.2,
  section: 1,
  tableEdge: 0.75,
  subsection: 0.5,
  row: 0.35,
  code: 0.75,
  codeError: 1.75,
  cut: 0.75,
  link: 0.5,
} as const;

export const CUT_DASH: readonly number[] = [2.5, 2];

/** The columns of code, the room left of it, how much deeper a continued line hangs, the height of an empty line. */
export const CODE = { columns: 105, gutter: 11, errorGutter: 10, hang: 4, deepestHang: 40, blankLine: 5 } as const;

/** The elbow of a continued line of code, in a box of 6 × 6 that starts 8 left of the line. */
export const ELBOW = { path: 'M1 .5V3.6H5.2', stroke: 0.8, x: -8, y: 1.4, size: 6 } as const;

export const MARK = { text: 8, verdict: 10, runningHead: 7.5, gap: 4 } as const;

/** Widths of the columns of tables that are known, before they are stretched to the page; `-long` with a cell of many lines. */
export const COLUMNS: Readonly<Record<string, readonly number[]>> = {
  matrix: [120, 197, 54, 47, 40, 35.28],
  'steady-state': [168, 150, 95, 80.28],
  'steady-state-long': [95, 225, 93, 80.28],
  method: [44, 120, 190, 54, 85.28],
};

export const CELL = { top: 3.5, right: 10, bottom: 3.5, headBottom: 3, dense: 2 } as const;

/** Two pairs of label and value abreast; the evidence checks; labels of lists of words and of nested rows. */
export const PAIRS = { columns: [120, 142, 82, 149.28], evidence: [152, 211], evidenceGap: 10, keyLabel: 84 } as const;

/** A row of more lines than this may be split by line. */
export const WHOLE_ROW_LINES = 8;

/** What is no higher than this is kept whole. */
export const WHOLE_BLOCK = 120;

/** So is an activity, which is a head and a few facts. */
export const WHOLE_ACTIVITY = 150;
