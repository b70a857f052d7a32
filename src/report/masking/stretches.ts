/**
 * A text → the stretches of whole lines in which a rule may find something. Most of a long log is far from any word of a rule, and
 * each rule that reads all of it takes as long as reading the journal.
 */
import { nextSpot } from './spot-words.js';

/** A part of a text. It begins with the end of the line before it, so that what it begins with is no beginning of a text. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
}

/** No rule that is given stretches looks further from its word than so many characters and the rest of the line. */
const BEFORE = 2_500;
const AFTER = 12_000;
/** A stretch grows by such a part of itself at once. */
const GROWTH = 4;
/** A shorter text is one stretch, or none. */
const SHORT = 16_384;

/** In the order of the text, apart from each other. */
export function stretchesOf(text: string): readonly Stretch[] {
  const first = nextSpot(text, 0);
  if (first === -1) return [];
  if (text.length <= SHORT) return [{ start: 0, text }];
  const stretches: { readonly start: number; end: number }[] = [];
  for (let at = first; at !== -1;) {
    let last = stretches.at(-1);
    const start = last !== undefined && at - BEFORE <= last.end ? last.end : startBefore(text, at);
    if (last === undefined || start > last.end) stretches.push((last = { start, end: endAfter(text, at + AFTER) }));
    // Where words are many, more will follow: they are not looked for one by one.
    else last.end = endAfter(text, at + AFTER + (at - last.start) / GROWTH);
    at = last.end === text.length ? -1 : nextSpot(text, Math.max(at + 1, last.end - AFTER));
  }
  return stretches.map(({ start, end }) => ({ start, text: text.slice(start, end) }));
}

/** The end of the line before, of which the line before that of the word is a part too: it may say whose the next one is. */
function startBefore(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at);
  const before = Math.min(at - BEFORE, line - 1);
  return before < 0 ? 0 : Math.max(0, text.lastIndexOf('\n', before));
}

function endAfter(text: string, at: number): number {
  const line = text.indexOf('\n', at);
  return line === -1 ? text.length : line + 1;
}
