/** Running text into strips, one a line: no first line alone at the foot of a page, no last one alone at its head. */
import type { Context } from '../context.js';
import type { Strip, Tag } from '../flow.js';
import { breakLines, type Line } from '../lines.js';
import { baseline, lineItems, type LinkTags } from '../place.js';
import type { Span } from '../spans.js';
import type { TextStyle } from '../theme.js';

/** How a text is set, and where; in points. */
export interface TextSetting {
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
  readonly tag: Tag;
  readonly plain?: boolean;
}

/** Spans as strips. */
export function textStrips(spans: readonly Span[], setting: TextSetting, context: Context): readonly Strip[] {
  return lineStrips(breakLines(spans, setting.width, setting.style.leading, context.measure), setting, context);
}

/** Lines that were broken before, as strips. */
function lineStrips(lines: readonly Line[], setting: TextSetting, context: Context): readonly Strip[] {
  const links: LinkTags = new Map();
  const { style } = setting;
  const placing = { ...setting, measure: context.measure };
  return lines.map((line, index) => ({
    height: line.leading,
    space: 0,
    items: lineItems(line, baseline({ ...style, leading: line.leading }), placing, links),
    keep: keepsNext(index, lines.length),
  }));
}

/** Whether line `index` of `count` stays with the next one: the first two together, and the last two. */
export function keepsNext(index: number, count: number): boolean {
  return index < count - 1 && (index === 0 || index === count - 2);
}
