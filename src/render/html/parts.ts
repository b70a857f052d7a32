/**
 * Markup with marks in the place of its parts → the same piece by piece. So a template is rendered once, and what is long in it is
 * made when what stands before it is written.
 */
import type { Frame } from './frame.js';

/** A part of a chapter that is made later. */
export type Part = () => Iterable<string>;

/** No text of a page can contain it, for a NUL is never written. */
const MARK = /\u0000part (\d+)\u0000/;

/** The mark of a part. */
export function later(parts: Part[], part: Part): string {
  return `\u0000part ${parts.push(part) - 1}\u0000`;
}

/** The frame for what is made later. */
export function outside(frame: Frame): Frame {
  return { ...frame, parts: null };
}

/** What stands between the marks, and the parts. */
export function* withParts(markup: string, parts: readonly Part[]): Generator<string> {
  if (parts.length === 0) {
    yield markup;
    return;
  }
  for (const [index, piece] of markup.split(MARK).entries()) {
    if (index % 2 === 0) yield piece;
    else yield* parts[Number(piece)]?.() ?? [];
  }
}
