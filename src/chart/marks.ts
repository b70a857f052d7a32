/** A chart as a list of marks: what the two back ends (SVG, PDF) draw. Coordinates in points, y downward. A leaf module. */

/** A colour by its role in the theme (`look` tokens): never a value. */
export type Ink =
  | 'paper'
  | 'ink'
  | 'ink2'
  | 'ink3'
  | 'accent'
  | 'rule'
  | 'mid'
  | 'grid'
  | 'good'
  | 'bad'
  | 'caution'
  | 'neutral'
  | 'fault'
  | 'faultEdge'
  | 'faultText'
  | 'rollback'
  | 'hatch'
  | 'series1'
  | 'series2'
  | 'series3'
  | 'series4'
  | 'levelHigh'
  | 'levelMedium'
  | 'levelLow'
  | 'levelOutline';

/** A straight line. */
export interface RuleMark {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: Ink;
  readonly width: number;
  readonly dash?: readonly number[];
}

/** A box, from its left upper corner. */
export interface RectangleMark {
  readonly kind: 'rectangle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly strokeWidth?: number;
}

/** A path in SVG's path syntax, in its own coordinates, moved to (x, y) and scaled. */
export interface PathMark {
  readonly kind: 'path';
  readonly d: string;
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
  /** Filled by the even-odd rule. */
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
}

/** One line of text; (x, y) is on its baseline. */
export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: Ink;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly strong?: boolean;
}

/** Strokes at 45° in a box, so far from each other. */
export interface HatchMark {
  readonly kind: 'hatch';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From one stroke to the next, along the foot of the box. */
  readonly step: number;
  readonly stroke: Ink;
  readonly strokeWidth: number;
}

export type ChartMark = RuleMark | RectangleMark | PathMark | TextMark | HatchMark;

/** A finished drawing. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly ChartMark[];
}
