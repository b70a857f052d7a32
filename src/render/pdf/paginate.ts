/** Strips into pages: each strip at its place on its page, with the head of the page, and what stands there again. Pure. */
import { closedUp } from './close-up.js';
import type { Heading, Item, RunningTitle, Strip } from './flow.js';
import { pageStarts, repeated, SLACK, type Frame } from './page-starts.js';

/** A page that is laid out. */
export interface Page {
  /** In page coordinates. Made at each call: the pages of a long chapter wait for their turn, and take little so. */
  readonly items: () => readonly Item[];
  readonly anchors: readonly { readonly id: string; readonly y: number }[];
  readonly headings: readonly (Heading & { readonly y: number })[];
  readonly running: RunningTitle | null;
  /** The lowest that something reaches. */
  readonly end: number;
}

/** Hands strips out to pages. `firstTop` is where the first page begins. */
export function paginate(strips: readonly Strip[], frame: Frame, firstTop = frame.top): readonly Page[] {
  const closed = closedUp(strips, frame, firstTop);
  const starts = pageStarts(closed, frame, firstTop);
  let running: RunningTitle | null = null;
  return starts.map((start, page) => {
    const on = closed.slice(start, starts[page + 1]);
    // The head of a page is that of the part it begins with; a part that begins lower down counts from the next page on.
    running = on[0]?.running ?? running;
    const made = makePage(on, frame, page === 0 ? firstTop : frame.top, running, page === 0);
    for (const strip of on) running = strip.running ?? running;
    return made;
  });
}

function makePage(
  strips: readonly Strip[],
  frame: Frame,
  top: number,
  running: RunningTitle | null,
  first: boolean,
): Page {
  const anchors: { id: string; y: number }[] = [];
  const headings: (Heading & { y: number })[] = [];
  const all = [...repeated(strips[0], first), ...strips];
  const end = eachAt(all, top, (strip, y) => {
    for (const id of strip.anchors ?? []) anchors.push({ id, y });
    if (strip.heading !== undefined) headings.push({ ...strip.heading, y });
  });
  return { items: () => itemsOf(all, frame.left, top), anchors, headings, running, end };
}

/** Walks down a page: each strip with its top, and how far to the right it stands. Gives where the last one ends. */
function eachAt(
  strips: readonly Strip[],
  top: number,
  visit: (strip: Strip, y: number, right: number) => void,
): number {
  let y = top;
  for (let index = 0; index < strips.length;) {
    const strip = strips[index];
    if (strip === undefined) break;
    if (index > 0) y += strip.space;
    if (strip.abreast === undefined) {
      visit(strip, y, 0);
      y += strip.height;
      index++;
      continue;
    }
    const { count, step } = strip.abreast;
    const end = endOf(strips, index);
    const lines = Math.ceil((end - index) / count);
    // No part is more than a line longer than another.
    for (let part = 0, next = index; part < count; part++) {
      const length = Math.ceil((end - next) / (count - part));
      for (const [line, one] of strips.slice(next, next + length).entries())
        visit(one, y + line * strip.height, part * step);
      next += length;
    }
    y += lines * strip.height;
    index = end;
  }
  return y;
}

function itemsOf(strips: readonly Strip[], left: number, top: number): readonly Item[] {
  const items: Item[] = [];
  eachAt(strips, top, (strip, y, right) => {
    for (const item of strip.items) items.push(moved(item, left + right, y));
  });
  return joinUprights(items);
}

/** The index after those that stand side by side with a strip. */
function endOf(strips: readonly Strip[], from: number): number {
  let end = from + 1;
  while (strips[end]?.abreast === strips[from]?.abreast && end < strips.length) end++;
  return end;
}

/** An item in its place on the page. Kinds are told apart because engines copy objects of one shape several times as fast. */
function moved(item: Item, right: number, down: number): Item {
  const [x, y] = [item.x + right, item.y + down];
  switch (item.kind) {
    case 'text':
      return { ...item, x, y };
    case 'shape':
      return { ...item, x, y };
    case 'link':
      return { ...item, x, y };
    default:
      return { ...item, x, y };
  }
}

/** Vertical rules that continue each other become one: drawn apart, they would show seams. */
function joinUprights(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = [];
  const open = new Map<string, number>();
  for (const item of items) {
    if (item.kind !== 'shape' || item.mark.kind !== 'rule' || item.mark.x1 !== item.mark.x2) {
      joined.push(item);
      continue;
    }
    const { mark } = item;
    const key = `${item.x} ${mark.width} ${mark.stroke}`;
    const at = open.get(key);
    const before = at === undefined ? undefined : joined[at];
    if (
      at !== undefined &&
      before?.kind === 'shape' &&
      before.mark.kind === 'rule' &&
      Math.abs(before.y + before.mark.y2 - item.y) < SLACK
    ) {
      joined[at] = { ...before, mark: { ...before.mark, y2: before.mark.y2 + mark.y2 } };
    } else {
      open.set(key, joined.length);
      joined.push(item);
    }
  }
  return joined;
}
