/**
 * A place where a bare value begins → all of it up to the blank, where it is so full of marks that none of them can be told to end it:
 * `password=a;b"c{d`. What follows in the same line of settings or JSON is no part of it.
 */
import { isCall, isProgram } from './drawn-alone.js';
import { wordsIn } from './reads-as-words.js';
import { isMaskable } from './worth-masking.js';
import { withoutEnd } from './without-end.js';

/** Longer ones are no passwords. */
const RUN = /\S{10,300}/y;
/** Signs that may close what the value stands in. */
const CLOSING = `.,;:!?)]}>"'\``;
/** The next pair, or the end of an element. */
const NEXT = /["'`;,&)\]}|]+["'`]?[A-Za-z]?[a-z][A-Za-z_]{2,40}["'`]?[=:]|<\/[a-z]/;
/** Different marks from which on a value is full of them. */
const MANY = 3;

/** Where the value ends; undefined where it is no such value. `start`: behind an opening quote, if there is one. */
export function endOfRun(text: string, start: number): number | undefined {
  RUN.lastIndex = start;
  const run = RUN.exec(text)?.[0];
  if (run === undefined) return undefined;
  const next = run.search(NEXT);
  const value = withoutEnd(next === -1 ? run : run.slice(0, next), CLOSING);
  return isFullOfMarks(value) ? start + value.length : undefined;
}

function isFullOfMarks(value: string): boolean {
  if (
    value.length < 10 ||
    !isMaskable(value) ||
    isCall(value) ||
    /[$%]\{[A-Za-z_.]|\$\([a-z]|\{\{|:\/\/|\\\w/.test(value)
  )
    return false;
  const words = wordsIn(value);
  return new Set(value.match(/[^\w.-]/g)).size >= MANY && words.join('').length >= MANY && !isProgram(words);
}
