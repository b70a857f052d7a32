/**
 * A text → the objects and lists that are printed in it, as JSON, as Python's literals and calls (`Config(password='…')`), or as other
 * languages' like them. A printed object says what belongs to what, which words beside each other do not.
 */
import { emptyObject, numeral, type JsonValue } from '../../json.js';

/** Deeper ones are no output of a program that tells of secrets. */
const DEEPEST = 100;
/** Where one may begin: a bracket, or a call with a named argument. */
const BEGIN = /[[{]|[A-Za-z_]\w{0,60}\((?=\s{0,20}[A-Za-z_]\w{0,60}\s?=)/g;
/** What stands between brackets, but for strings. */
const TOKEN =
  /(?<space>\s+)|(?<call>[A-Za-z_][\w.]{0,100})?\(|(?<number>-?\d[\w.+-]{0,60})|(?<word>[\p{L}_$][\p{L}\p{N}_.$-]{0,100})|(?<object><[^<>\n]{0,200}>)|=>?|[[\]{}),:;]/uy;

interface Frame {
  readonly close: string;
  /** Values without a key. */
  readonly items: JsonValue[];
  readonly fields: Record<string, JsonValue>;
  named: boolean;
  key: string | undefined;
  /** What was read last, and may turn out to be a key; undefined after a sign. */
  value: JsonValue | undefined;
  /** Whether that is a word without quotes: the name of a field, or of a variable, whose value is not known. */
  bare: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' };

/**
 * Every object and list that is none's part, in one pass: what is cut off, or goes on as no program writes, is taken as far as it
 * goes. Of one JSON text it is what `JSON.parse` gives.
 */
export function treesIn(text: string): readonly JsonValue[] {
  const whole = treeOfJson(text);
  if (whole !== undefined) return [whole];
  const trees: JsonValue[] = [];
  const unclosed = new Set<string>();
  BEGIN.lastIndex = 0;
  for (let begin = BEGIN.exec(text); begin !== null; begin = BEGIN.exec(text)) {
    const { tree, end } = treeAt(text, begin.index + begin[0].length, begin[0].slice(-1), unclosed);
    trees.push(tree);
    BEGIN.lastIndex = end;
  }
  return trees;
}

/** An object or a list as JSON, and nothing beside it; undefined for other texts, and for what is nested deeper than the call stack bears. */
export function treeOfJson(text: string): JsonValue | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const tree = JSON.parse(text) as JsonValue;
    return isShallow(tree, DEEPEST) ? tree : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: JsonValue, levels: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  return levels > 0 && Object.values(value).every((item: JsonValue) => isShallow(item, levels - 1));
}

/** `at`: behind the opening bracket. `unclosed`: quotes that have no partner in the rest of the text. */
function treeAt(text: string, at: number, open: string, unclosed: Set<string>): { tree: JsonValue; end: number } {
  const frames: Frame[] = [frameOf(open)];
  for (let frame = frames.at(-1); frame !== undefined && at < text.length; frame = frames.at(-1)) {
    const quoted = stringAt(text, at, unclosed);
    if (quoted !== undefined) {
      if (!take(frame, quoted.text)) break;
      at = quoted.end;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) break;
    const { space, call, number, word, object } = token.groups ?? {};
    const sign = token[0].slice(-1);
    if (space === undefined) {
      if (number !== undefined || word !== undefined || object !== undefined) {
        if (!take(frame, number === undefined ? wordOf(word) : numeral(number), word !== undefined)) break;
      } else if (call !== undefined || sign in CLOSING) {
        if (frame.value !== undefined || frames.length >= DEEPEST) break;
        frames.push(frameOf(sign));
      } else if (sign === ':' || sign === '=' || sign === '>') {
        // A symbol of Ruby begins with a colon.
        if (!name(frame) && !(sign === ':' && frame.value === undefined)) break;
      } else if (sign === ',' || sign === ';') finish(frame);
      else {
        if (sign !== frame.close) break;
        frames.pop();
        const above = frames.at(-1);
        if (above === undefined) return { tree: treeOf(frame), end: TOKEN.lastIndex };
        put(above, treeOf(frame));
      }
    }
    at = TOKEN.lastIndex;
  }
  // Cut off: each belongs to the one that it stands in.
  for (let frame = frames.pop(); ; frame = frames.pop()) {
    const above = frames.at(-1);
    if (frame === undefined || above === undefined) return { tree: treeOf(frame ?? frameOf(open)), end: at };
    put(above, treeOf(frame));
  }
}

function frameOf(open: string): Frame {
  return {
    close: CLOSING[open] ?? ')',
    items: [],
    fields: emptyObject(),
    named: false,
    key: undefined,
    value: undefined,
    bare: false,
  };
}

function put(frame: Frame, value: JsonValue): void {
  frame.value = value;
  frame.bare = false;
}

/** Two values beside each other are no value. */
function take(frame: Frame, value: JsonValue, bare = false): boolean {
  if (frame.value !== undefined) return false;
  frame.bare = bare;
  frame.value = value;
  return true;
}

function name(frame: Frame): boolean {
  if (typeof frame.value !== 'string' || frame.key !== undefined) return false;
  frame.key = frame.value;
  frame.value = undefined;
  return true;
}

function finish(frame: Frame): void {
  const { key } = frame;
  const value = frame.bare && typeof frame.value === 'string' ? null : frame.value;
  if (key !== undefined) {
    frame.named = true;
    frame.fields[key] = value ?? null;
  } else if (value !== undefined) frame.items.push(value);
  frame.key = undefined;
  frame.value = undefined;
}

function treeOf(frame: Frame): JsonValue {
  finish(frame);
  if (!frame.named) return frame.items;
  for (const [index, item] of frame.items.entries()) frame.fields[String(index)] ??= item;
  return frame.fields;
}

/** A word is a name or a constant. */
function wordOf(word: string | undefined): JsonValue {
  return word === undefined ? null : /^[tT]rue$/.test(word) ? true : word;
}

/** A string with its quotes, its escapes read as JSON and Python have them; undefined where none begins. */
function stringAt(text: string, at: number, unclosed: Set<string>): { text: string; end: number } | undefined {
  let start = at;
  while (start < at + 2 && /[bBrRuUfF]/.test(text.charAt(start))) start++;
  const quote = text.charAt(start);
  if ((quote !== '"' && quote !== "'") || unclosed.has(quote)) return undefined;
  for (let end = text.indexOf(quote, start + 1); end !== -1; end = text.indexOf(quote, end + 1)) {
    if (backslashesBefore(text, end, start) % 2 === 0)
      return { text: unescaped(text.slice(start + 1, end)), end: end + 1 };
  }
  unclosed.add(quote);
  return undefined;
}

function backslashesBefore(text: string, at: number, from: number): number {
  let count = 0;
  while (at - count - 1 > from && text.charAt(at - count - 1) === '\\') count++;
  return count;
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([^]))/g, (_, four?: string, two?: string, one = '') => {
    const digits = four ?? two;
    return digits === undefined
      ? (LETTERS[one as string] ?? (one as string))
      : String.fromCharCode(Number.parseInt(digits, 16));
  });
}
