/**
 * Strips into pages. What is kept together moves to the next page together, if a page can hold it at all; room above a strip
 * is left away at the top of a page; heads of tables and notes of what goes on stand there again. Pure.
 */
import type { Heading, Item, RunningTitle, Strip } from './flow.js';

/** Where strips may stand on a page. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Page {
  /** In page coordinates. */
  readonly items: readonly Item[];
  readonly anchors: readonly { readonly id: string; readonly y: number }[];
  readonly headings: readonly (Heading & { readonly y: number })[];
  readonly running: RunningTitle | null;
  /** The lowest that something reaches. */
  readonly end: number;
}

/** A page is ended early at a good place only where no more than this share of it would stay empty. */
const EARLY_END = 0.25;
/** Rounding must not push a strip that fits exactly onto the next page. */
const SLACK = 0.01;

/** Hands strips out to pages. `firstTop` is where the first page begins. */
export function paginate(strips: readonly Strip[], frame: Frame, firstTop = frame.top): readonly Page[] {
  const pages: Page[] = [];
  let start = 0;
  let running: RunningTitle | null = null;
  while (start < strips.length) {
    const top = pages.length === 0 ? firstTop : frame.top;
    const end = pageEnd(strips, start, frame.bottom - top, pages.length === 0);
    // The head of a page is that of the part it begins with; a part that begins lower down counts from the next page on.
    running = strips[start]?.running ?? running;
    pages.push(makePage(strips.slice(start, end), frame, top, running, pages.length === 0));
    for (const strip of strips.slice(start, end)) running = strip.running ?? running;
    start = end;
  }
  return pages;
}

/** What stands again at the top of a page that begins with this strip. */
function repeated(strip: Strip | undefined, first: boolean): readonly Strip[] {
  return first ? [] : (strip?.repeat ?? []);
}

/** Where the page that begins with strip `start` ends: the index of the first strip that is not on it. */
function pageEnd(strips: readonly Strip[], start: number, room: number, first: boolean): number {
  let used = 0;
  for (const strip of repeated(strips[start], first)) used += strip.space + strip.height;
  let overflow = strips.length;
  for (let i = start; i < strips.length; i++) {
    const strip = strips[i];
    if (strip === undefined) break;
    if (i > start && strip.startsPage === true) return i;
    used += (i === start ? 0 : strip.space) + strip.height;
    if (used > room + SLACK && i > start) {
      overflow = i;
      break;
    }
  }
  if (overflow === strips.length) return overflow;
  let end = overflow;
  while (end > start && strips[end - 1]?.keep === true) end--;
  // All of the page is kept together: it cannot be, so it ends where it is full.
  if (end === start) return overflow;
  return earlier(strips, start, end, room);
}

/** A better place to end the page, shortly before the place where it would end. */
function earlier(strips: readonly Strip[], start: number, end: number, room: number): number {
  const repeat = strips[end]?.repeat;
  if (strips[end - 1]?.goodEnd === true || repeat === undefined) return end;
  let height = 0;
  for (let i = end - 1; i > start && height < room * EARLY_END; i--) {
    const strip = strips[i];
    if (strip === undefined || strip.repeat !== repeat) return end;
    if (strip.goodEnd === true) return strip.keep === true ? end : i + 1;
    height += strip.space + strip.height;
  }
  return end;
}

function makePage(
  strips: readonly Strip[],
  frame: Frame,
  top: number,
  running: RunningTitle | null,
  first: boolean,
): Page {
  const items: Item[] = [];
  const anchors: { id: string; y: number }[] = [];
  const headings: (Heading & { y: number })[] = [];
  let y = top;
  const all = [...repeated(strips[0], first), ...strips];
  for (const [index, strip] of all.entries()) {
    if (index > 0) y += strip.space;
    for (const id of strip.anchors ?? []) anchors.push({ id, y });
    if (strip.heading !== undefined) headings.push({ ...strip.heading, y });
    for (const item of strip.items) items.push({ ...item, x: item.x + frame.left, y: item.y + y });
    y += strip.height;
  }
  return { items: joinUprights(items), anchors, headings, running, end: y };
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
