/**
 * Where pages begin: what is kept together moves to the next page together, if a page can hold it at all; room above a strip
 * is left away at the top of a page; a part begins a page of its own, or follows one that has only run over. Pure.
 */
import type { Strip } from './flow.js';

/** Where strips may stand on a page. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page is ended early at a good place only where no more than this share of it would stay empty. */
const EARLY_END = 0.25;
/** A part follows on the page of another only where no more than this share of the page is taken. */
const FOLLOWS = 0.5;
/** Rounding must not push a strip that fits exactly onto the next page. */
export const SLACK = 0.01;

/** The index of the first strip of each page. `firstTop` is where the first page begins. */
export function pageStarts(strips: readonly Strip[], frame: Frame, firstTop: number): readonly number[] {
  const starts: number[] = [];
  for (let start = 0; start < strips.length;) {
    const first = starts.length === 0;
    starts.push(start);
    start = pageEnd(strips, start, frame.bottom - (first ? firstTop : frame.top), first);
  }
  return starts;
}

/** What stands again at the top of a page that begins with this strip. */
export function repeated(strip: Strip | undefined, first: boolean): readonly Strip[] {
  return first ? [] : (strip?.repeat ?? []);
}

/** Where the page that begins with strip `start` ends: the index of the first strip that is not on it. */
function pageEnd(strips: readonly Strip[], start: number, room: number, first: boolean): number {
  let used = 0;
  for (const strip of repeated(strips[start], first)) used += strip.space + strip.height;
  let overflow = strips.length;
  let abreast: Strip['abreast'];
  let beside = 0;
  for (let i = start; i < strips.length; i++) {
    const strip = strips[i];
    if (strip === undefined) break;
    if (i > start && beginsPage(strip, strips[start], used, room)) return i;
    // Side by side, one of so many takes room.
    beside = strip.abreast !== undefined && strip.abreast === abreast ? beside + 1 : 0;
    abreast = strip.abreast;
    if (abreast !== undefined && beside % abreast.count > 0) continue;
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

/** Whether a strip ends the page above it, of which so much is taken, and which begins with `top`. */
function beginsPage(strip: Strip, top: Strip | undefined, used: number, room: number): boolean {
  if (strip.startsPage === undefined) return false;
  if (strip.startsPage === 'always' || used > room * FOLLOWS) return true;
  return strip.startsPage === 'after-a-part' && top?.startsPage !== undefined;
}
