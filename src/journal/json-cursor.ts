/** A place in JSON text that the readers of strings and numbers share, and how they say what they found there. */
import { ReportError, type Place } from '../errors.js';
import { messages, type Sentence } from './messages.js';
import { withoutTokens } from './without-tokens.js';

/** Where a text stands in its file: the line and column of its first character, both from 1. */
export interface Origin {
  readonly line: number;
  readonly column: number;
}

/** The text is the whole file. */
export const WHOLE_FILE: Origin = { line: 1, column: 1 };

/** The text, how far it has been read, and the oddities met on the way. Written to by the parser alone. */
export interface JsonCursor {
  readonly text: string;
  readonly file: string;
  readonly origin: Origin;
  /** Offset in UTF-16 code units. */
  at: number;
  /** How many `NaN` and infinities were met, and the offset of the first one. */
  nonFinite: number;
  nonFiniteAt: number;
}

/** A cursor at the start of a text. */
export function cursorOn(text: string, file: string, origin: Origin): JsonCursor {
  return { text, file, origin, at: 0, nonFinite: 0, nonFiniteAt: -1 };
}

/** The line and column of an offset, both from 1. Lines end with LF, CR LF or CR; columns count UTF-16 code units. */
function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i < offset; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      start = i + 1;
    }
  }
  return { line, column: offset - start + 1 };
}

/** The line of an offset in its file, from 1. */
export function lineOf({ text, origin }: JsonCursor, offset: number): number {
  return origin.line + lineAndColumn(text, offset).line - 1;
}

/** The place of an offset in a file, with the JSON pointer of the value it belongs to where there is one. */
export function placeOf(cursor: JsonCursor, offset: number, pointer = ''): Place {
  const { line, column } = lineAndColumn(cursor.text, offset);
  const { origin } = cursor;
  const place = {
    file: cursor.file,
    line: origin.line + line - 1,
    column: line === 1 ? origin.column + column - 1 : column,
  };
  return pointer === '' ? place : { ...place, pointer: withoutTokens(pointer) };
}

/** Throws: the text is not JSON at `offset`. */
export function failSyntax(cursor: JsonCursor, offset: number, sentence: Sentence, pointer = ''): never {
  throw new ReportError('syntax', sentence.message, { place: placeOf(cursor, offset, pointer), hint: sentence.hint });
}

/** Throws: the text ends before the JSON does. `what` says in the middle of what. */
export function failTruncated(cursor: JsonCursor, what: string, pointer = ''): never {
  const { message, hint } = messages.truncated(what);
  throw new ReportError('truncated', message, { place: placeOf(cursor, cursor.text.length, pointer), hint });
}

/** What stands at an offset, for people: `"}"`, `the word "True"`, `a line break`, `U+0007`. */
export function foundAt(text: string, offset: number): string {
  const word = /^[\p{L}_$][\p{L}\p{N}_$]{1,30}/u.exec(text.slice(offset, offset + 40));
  return word ? messages.word(word[0]) : characterAt(text, offset);
}

/** The one character at an offset, for people. */
export function characterAt(text: string, offset: number): string {
  return messages.character(text.codePointAt(offset) ?? 0);
}
