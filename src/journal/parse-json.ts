/**
 * JSON text as Python writes it → a tree. Our own parser and not `JSON.parse`, because digits past a double's precision,
 * `NaN`, duplicate keys, keys such as `__proto__` and the line of an error all have to survive.
 */
import { ReportError } from '../errors.js';
import { emptyObject, isArray, pointer, type JsonValue } from '../json.js';
import {
  cursorOn,
  failSyntax,
  failTruncated,
  foundAt,
  lineOf,
  placeOf,
  WHOLE_FILE,
  type JsonCursor,
  type Origin,
} from './json-cursor.js';
import { readNumber, readWord } from './json-number.js';
import { readKeyString, readString } from './json-string.js';
import { messages } from './messages.js';

/** How deep lists and objects may nest unless told otherwise. Real journals reach about 20. */
export const DEFAULT_DEPTH = 1000;

/** A tree and the oddities of its text. */
export interface ParsedJson {
  readonly value: JsonValue;
  /** Keys that stand twice in one object: the last one counts, as in Python. */
  readonly duplicateKeys: Oddity;
  /** `NaN` and infinities. */
  readonly nonFinite: Oddity;
}

/** How often something was met, and where first: lines and columns from 1, 0 where it was not met. */
export interface Oddity {
  readonly count: number;
  readonly line: number;
  readonly column: number;
}

type Building = JsonValue[] | Record<string, JsonValue>;

/** A list or object that is not closed yet. */
interface Frame {
  readonly into: Building;
  /** Offset of its opening bracket. */
  readonly open: number;
  /** The key whose value comes next, and its offset; in a list, not used. */
  key: string;
  keyAt: number;
}

/**
 * Parses the whole text as one value. `origin` is where the text stands in its file.
 *
 * @throws ReportError `truncated`, `syntax` or `too-deep`, with line and column.
 */
export function parseJson(text: string, file: string, depth = DEFAULT_DEPTH, origin: Origin = WHOLE_FILE): ParsedJson {
  const cursor = cursorOn(text, file, origin);
  // A stack of our own: how deep a file nests must not decide whether the call stack holds.
  const frames: Frame[] = [];
  let frame: Frame | undefined;
  let duplicates = 0;
  let duplicateAt = 0;

  for (;;) {
    let value = readScalarOrOpen(cursor, frames);
    if (value === undefined) {
      const open = cursor.at++;
      if (frames.length === depth) failDepth(cursor, open, depth);
      const list = text.charCodeAt(open) === 91;
      frame = { into: list ? [] : emptyObject(), open, key: '', keyAt: 0 };
      frames.push(frame);
      const c = skipSpace(cursor);
      if (c !== (list ? 93 : 125)) {
        if (!list) readKey(cursor, frames, frame, false);
        continue;
      }
      cursor.at++;
      value = frame.into;
      frames.pop();
      frame = frames[frames.length - 1];
    }

    while (frame !== undefined) {
      const { into } = frame;
      const list = isArray(into);
      if (list) into.push(value);
      else {
        const { key } = frame;
        const object = into;
        if (object[key] !== undefined && duplicates++ === 0) {
          duplicateAt = frame.keyAt;
        }
        object[key] = value;
      }
      const c = skipSpace(cursor);
      if (c === 44) {
        cursor.at++;
        if (!list) readKey(cursor, frames, frame, true);
        break;
      }
      if (c !== (list ? 93 : 125)) failSeparator(cursor, frames, list);
      cursor.at++;
      value = into;
      frames.pop();
      frame = frames[frames.length - 1];
    }

    if (frame === undefined) {
      if (!Number.isNaN(skipSpace(cursor))) failSyntax(cursor, cursor.at, messages.trailing(foundAt(text, cursor.at)));
      return {
        value,
        duplicateKeys: oddity(cursor, duplicates, duplicateAt),
        nonFinite: oddity(cursor, cursor.nonFinite, cursor.nonFiniteAt),
      };
    }
  }
}

/** A string, number or word; undefined where a list or an object begins. */
function readScalarOrOpen(cursor: JsonCursor, frames: readonly Frame[]): JsonValue | undefined {
  const c = skipSpace(cursor);
  if (c === 34) return readString(cursor);
  if (c === 123 || c === 91) return undefined;
  if ((c >= 48 && c <= 57) || c === 45) return readNumber(cursor);
  if (Number.isNaN(c)) failTruncated(cursor, unclosed(cursor, frames), path(frames));
  if (c === 93 || c === 125) {
    failSyntax(cursor, cursor.at, messages.missingValue(foundAt(cursor.text, cursor.at)), path(frames));
  }
  return readWord(cursor);
}

function readKey(cursor: JsonCursor, frames: readonly Frame[], frame: Frame, afterComma: boolean): void {
  const { text } = cursor;
  const c = skipSpace(cursor);
  if (c !== 34) {
    if (Number.isNaN(c)) failTruncated(cursor, unclosed(cursor, frames), path(frames.slice(0, -1)));
    const found = foundAt(text, cursor.at);
    failSyntax(cursor, cursor.at, c === 125 && afterComma ? messages.trailingComma() : messages.notAKey(found));
  }
  frame.keyAt = cursor.at;
  frame.key = readKeyString(cursor);
  if (skipSpace(cursor) !== 58) {
    if (cursor.at >= text.length) failTruncated(cursor, unclosed(cursor, frames), path(frames));
    failSyntax(cursor, cursor.at, messages.missingColon(frame.key, foundAt(text, cursor.at)), path(frames));
  }
  cursor.at++;
}

/** Moves to the next character that is not white space and gives its code; NaN at the end. */
function skipSpace(cursor: JsonCursor): number {
  const { text } = cursor;
  for (let i = cursor.at; ; i++) {
    const c = text.charCodeAt(i);
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9) {
      cursor.at = i;
      return c;
    }
  }
}

function oddity(cursor: JsonCursor, count: number, at: number): Oddity {
  if (count === 0) return { count, line: 0, column: 0 };
  const { line = 0, column = 0 } = placeOf(cursor, at);
  return { count, line, column };
}

/** The JSON pointer of the value that is being read. */
function path(frames: readonly Frame[]): string {
  return frames.reduce((base, { into, key }) => pointer(base, isArray(into) ? into.length : key), '');
}

function unclosed(cursor: JsonCursor, frames: readonly Frame[]): string {
  const last = frames[frames.length - 1];
  if (last === undefined) return messages.beforeAnything();
  return messages.inContainer(isArray(last.into), lineOf(cursor, last.open));
}

function failSeparator(cursor: JsonCursor, frames: readonly Frame[], list: boolean): never {
  if (cursor.at >= cursor.text.length) failTruncated(cursor, unclosed(cursor, frames), path(frames));
  failSyntax(cursor, cursor.at, messages.missingComma(list, foundAt(cursor.text, cursor.at)), path(frames));
}

function failDepth(cursor: JsonCursor, open: number, depth: number): never {
  const { message, hint } = messages.tooDeep(depth);
  throw new ReportError('too-deep', message, { place: placeOf(cursor, open), hint });
}
