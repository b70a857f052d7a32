/** Cells side by side into strips: a row is one strip while it is short, and may be split by line where it is tall. */
import type { Context } from '../context.js';
import type { Item, Strip, Tag } from '../flow.js';
import { breakLines, type Line } from '../lines.js';
import { baseline, lineItems, type LinkTags } from '../place.js';
import type { Span } from '../spans.js';
import { WHOLE_ROW_LINES, type TextStyle } from '../theme.js';

/** What stands in one column of a row. */
export interface Cell {
  readonly spans: readonly Span[];
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
  readonly align?: 'start' | 'end';
  readonly tag: Tag;
  readonly plain?: boolean;
}

interface SetCell {
  readonly cell: Cell;
  readonly lines: readonly Line[];
  readonly links: LinkTags;
}

/** Room above and below the lines of a row. */
export interface Padding {
  readonly top: number;
  readonly bottom: number;
}

/** The cells of a row on one baseline. `first` is the distance of that baseline from the top of the text. */
export function rowStrips(cells: readonly Cell[], padding: Padding, context: Context): readonly Strip[] {
  const set = cells.map((cell): SetCell => ({
    cell,
    lines: breakLines(cell.spans, cell.width, cell.style.leading, context.measure),
    links: new Map(),
  }));
  const first = Math.max(0, ...cells.map((cell) => baseline(cell.style)));
  const tops = set.map(({ cell }) => first - baseline(cell.style));
  const heights = set.map(
    ({ lines }, index) => (tops[index] ?? 0) + lines.reduce((sum, line) => sum + line.leading, 0),
  );
  const most = Math.max(0, ...set.map(({ lines }) => lines.length));

  if (most <= WHOLE_ROW_LINES) {
    const items: Item[] = [];
    for (const [index, { cell, lines, links }] of set.entries()) {
      let y = padding.top + (tops[index] ?? 0);
      for (const line of lines) {
        items.push(
          ...lineItems(line, y + baseline({ ...cell.style, leading: line.leading }), placing(cell, context), links),
        );
        y += line.leading;
      }
    }
    return [{ height: padding.top + Math.max(0, ...heights) + padding.bottom, space: 0, items }];
  }
  const strips: Strip[] = [];
  for (let i = 0; i < most; i++) {
    const top = i === 0 ? padding.top : 0;
    const bottom = i === most - 1 ? padding.bottom : 0;
    const items: Item[] = [];
    let height = 0;
    for (const [index, { cell, lines, links }] of set.entries()) {
      const line = lines[i];
      if (line === undefined) continue;
      const above = i === 0 ? (tops[index] ?? 0) : 0;
      items.push(
        ...lineItems(
          line,
          top + above + baseline({ ...cell.style, leading: line.leading }),
          placing(cell, context),
          links,
        ),
      );
      height = Math.max(height, above + line.leading);
    }
    strips.push({ height: top + height + bottom, space: 0, items, keep: i < 2 || (i >= most - 3 && i < most - 1) });
  }
  return strips;
}

function placing(cell: Cell, context: Context) {
  return {
    x: cell.x,
    width: cell.width,
    align: cell.align ?? 'start',
    tag: cell.tag,
    plain: cell.plain ?? false,
    measure: context.measure,
  } as const;
}
