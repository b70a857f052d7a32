/**
 * An output → blocks: a short one as its literal; longer ones by their shape: http answers, process results, lists of like
 * objects, JSON in strings. Nothing is left out.
 */
import {
  isArray,
  isNumeral,
  isObject,
  lookUp,
  pointer as childPointer,
  type JsonObject,
  type JsonValue,
} from '../json.js';
import { code, inlines, paragraph } from './inline.js';
import { jsonText } from './json-text.js';
import type { Notation } from './settings.js';
import type { Block, Code, CodeLanguage, Column, FactRow, Table } from './types.js';
import { literal, quote } from './words/literal.js';
import { count } from './words/quantity.js';
import { visible, visibleLine } from './words/visible.js';

/** A literal up to this length is shown as it is, on one line. */
const SHORT_LITERAL = 400;
/** A string with more than this many lines, or characters, gets a block of its own. */
const STRING_LINES = 2;
const STRING_LENGTH = 200;
/** The widest line of a spread literal. */
const WIDTH = 100;
const TABLE_ROWS = 3;
const TABLE_COLUMNS = 8;
const TABLE_CELL = 60;

/** Where the value stands, for what a renderer cuts. */
export interface ValueSource {
  readonly file: string;
  readonly pointer: string;
}

/** The blocks that show a value. */
export function valueBlocks(value: JsonValue, source: ValueSource, notation: Notation): Block[] {
  if (typeof value === 'string' && isLong(value)) return [stringCode(value, source)];
  if (!hasLongString(value)) {
    const line = literal(value, { notation });
    if (line.length <= SHORT_LITERAL) return [literalCode(line, source, notation)];
  }
  if (isObject(value) && isAnswer(value)) return partBlocks(value, source, notation);
  if (isArray(value)) {
    const table = likeObjects(value, notation);
    if (table)
      return [
        paragraph(`A list of ${count(value.length, 'object')} with the same keys, shown as a table.`, 'intro'),
        table,
      ];
  }
  return literalWithStrings(value, source, notation);
}

/** What http and process providers return: a status beside headers and body, or stdout and stderr. */
function isAnswer(value: JsonObject): boolean {
  return (
    value.status !== undefined &&
    (value.body !== undefined ||
      value.headers !== undefined ||
      value.stdout !== undefined ||
      value.stderr !== undefined)
  );
}

const PART_LABELS: Readonly<Record<string, string>> = {
  status: 'Status',
  headers: 'Headers',
  body: 'Body',
  stdout: 'stdout',
  stderr: 'stderr',
};
const PART_ORDER = ['status', 'headers', 'body', 'stdout', 'stderr'];

/** The parts of an answer: what fits as facts, the rest each under its name. */
function partBlocks(value: JsonObject, source: ValueSource, notation: Notation): Block[] {
  const keys = [
    ...PART_ORDER.filter((key) => value[key] !== undefined),
    ...Object.keys(value)
      .filter((key) => !PART_ORDER.includes(key))
      .sort(),
  ];
  const rows: FactRow[] = [];
  const apart: Block[] = [];
  for (const key of keys) {
    const part = value[key] as JsonValue;
    const label = lookUp(PART_LABELS, key) ?? key;
    if (key === 'headers' && isObject(part) && Object.keys(part).length > 0 && !hasLongString(part)) {
      rows.push({ label: inlines(label), value: [], rows: headerRows(part, notation) });
    } else if (isShort(part, notation)) {
      rows.push({ label: inlines(label), value: [code(literal(part, { notation }))] });
    } else {
      apart.push(paragraph(label, 'intro'), ...valueBlocks(part, at(source, key), notation));
    }
  }
  return [...(rows.length > 0 ? [{ kind: 'facts' as const, rows }] : []), ...apart];
}

function headerRows(headers: JsonObject, notation: Notation): FactRow[] {
  return Object.entries(headers).map(([name, value]) => ({
    label: inlines(name),
    value: [code(typeof value === 'string' ? value : literal(value, { notation }))],
  }));
}

function isShort(value: JsonValue, notation: Notation): boolean {
  return !hasLongString(value) && literal(value, { notation }).length <= STRING_LENGTH;
}

/** The literal spread over lines, its long strings named in it and shown below. */
function literalWithStrings(value: JsonValue, source: ValueSource, notation: Notation): Block[] {
  const below: { readonly text: string; readonly pointer: string }[] = [];
  const shorten = (text: string, pointer: string): string | undefined => {
    if (!isLong(text)) return undefined;
    below.push({ text, pointer });
    return `… (${extent(text)}, below)`;
  };
  const written = literal(value, { notation, shorten, width: WIDTH });
  return [
    literalCode(written, source, notation),
    ...below.map(({ text, pointer }): Code => ({
      ...stringCode(text, { file: source.file, pointer: `${source.pointer}${pointer}` }),
      caption: inlines(code(pointerTokens(pointer).join(' › ')), `, ${extent(text)}`),
    })),
  ];
}

/** The names on the way to a place, as they are written in the value. Source: RFC 6901, 4. */
function pointerTokens(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function extent(text: string): string {
  const lines = linesOf(text, Infinity);
  return lines > 1 ? count(lines, 'line') : count(text.length, 'character');
}

function literalCode(text: string, source: ValueSource, notation: Notation): Code {
  return { kind: 'code', language: notation, text, source };
}

/** A long string with its own lines; JSON spread out. */
function stringCode(text: string, source: ValueSource): Code {
  const json = jsonText(text);
  if (json !== undefined) return { kind: 'code', language: 'json', text: visible(json), source };
  const seen = visible(text);
  // Cut off, and not replaced: that would copy it.
  const shown = seen.endsWith('\n') ? seen.slice(0, -1) : seen;
  return { kind: 'code', language: languageOf(shown), text: shown, source };
}

function languageOf(text: string): CodeLanguage {
  const start = text.slice(0, 200).trimStart().toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html';
  return start.startsWith('<?xml') ? 'xml' : 'text';
}

/** Three or more objects with the same few keys and short plain values. */
function likeObjects(list: readonly JsonValue[], notation: Notation): Table | null {
  const first = list[0];
  if (list.length < TABLE_ROWS || !isObject(first)) return null;
  const keys = Object.keys(first);
  if (keys.length === 0 || keys.length > TABLE_COLUMNS) return null;
  const rows: JsonObject[] = [];
  for (const item of list) {
    if (!isObject(item) || Object.keys(item).length !== keys.length || !keys.every((key) => isCell(item[key])))
      return null;
    rows.push(item);
  }
  const columns = keys.map((key, index): Column => ({
    key: visibleLine(key),
    label: visibleLine(key),
    align: rows.every((row) => typeof row[key] === 'number' || isNumeral(row[key])) ? 'end' : 'start',
    width: Math.max(key.length, ...rows.slice(0, 50).map((row) => cell(row[key] as JsonValue, notation).length), 4),
    ...(index === 0 ? { heading: true } : {}),
  }));
  return {
    kind: 'table',
    role: 'output',
    label: 'The output, a row an object',
    columns,
    rows: rows.map((row) => ({ cells: keys.map((key) => [code(cell(row[key] as JsonValue, notation))]) })),
  };
}

function isCell(value: JsonValue | undefined): boolean {
  if (value === undefined || isArray(value) || isObject(value)) return false;
  return typeof value !== 'string' || (value.length <= TABLE_CELL && !value.includes('\n'));
}

/** Strings stand without quotes where that cannot be mistaken for another value. */
function cell(value: JsonValue, notation: Notation): string {
  if (typeof value !== 'string') return literal(value, { notation });
  const quoted = quote(value, notation);
  const plain = /^[A-Za-z][\w ./:@-]*$/.test(value) && !/^(?:None|True|False|nan|inf|null|true|false)$/.test(value);
  return plain ? value : quoted;
}

function isLong(text: string): boolean {
  if (text.length > STRING_LENGTH) return true;
  return linesOf(text, STRING_LINES + 1) > STRING_LINES;
}

/** How many lines a text has, counted up to a number. A line end at its end does not make a line. */
function linesOf(text: string, most: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < text.length - 1 && lines < most; at = text.indexOf('\n', at + 1))
    lines++;
  return lines;
}

function hasLongString(value: JsonValue): boolean {
  if (typeof value === 'string') return isLong(value);
  if (isArray(value)) return value.some(hasLongString);
  return isObject(value) && Object.values(value).some(hasLongString);
}

function at(source: ValueSource, key: string): ValueSource {
  return { file: source.file, pointer: childPointer(source.pointer, key) };
}
