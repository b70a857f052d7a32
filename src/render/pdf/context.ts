/** What the layout of a block is told of where it stands. */
import type { Geometry } from './geometry.js';
import type { Block, Table } from '../../document/types.js';
import type { Strip, Tag } from './flow.js';
import type { Measurer } from './measure.js';
import { TYPE, type TextStyle } from './theme.js';

export interface Context {
  readonly geometry: Geometry;
  readonly measure: Measurer;
  /** The longest text of one code block, in bytes of UTF-8. */
  readonly maxOutput: number;
  /** The element that blocks are added to. */
  readonly tag: Tag;
  /** How the head of the next section looks: 0 for what has pages of its own, 3 for the smallest. */
  readonly rank: number;
  /** The depth of its heading for screen readers and in the outline, from 2. */
  readonly level: number;
  /** Where prose stands, and how wide it may be. */
  readonly x: number;
  readonly width: number;
  readonly body: TextStyle;
  /** Nothing stands yet under the head of the section: a head that follows at once needs no rule. */
  readonly underHead: boolean;
  /** Tables that are read against each other, and have columns of the same widths: all of its group, for each of them. */
  readonly families: ReadonlyMap<Table, readonly Table[]>;
  /** Lays out blocks one under the other: for those that hold others. */
  readonly layoutBlocks: (blocks: readonly Block[], context: Context) => readonly Strip[];
}

/** The context of the top of the document: blocks stand at axis B under `tag`. */
export function topContext(
  geometry: Geometry,
  measure: Measurer,
  maxOutput: number,
  tag: Tag,
  layoutBlocks: Context['layoutBlocks'],
): Context {
  const { axisB, textWidth } = geometry;
  return {
    geometry,
    measure,
    maxOutput,
    tag,
    rank: 0,
    level: 2,
    x: axisB,
    width: textWidth - axisB,
    body: TYPE.body,
    underHead: false,
    families: new Map(),
    layoutBlocks,
  };
}
