/** The rule `key` in tables that programs print: a column's name, or the first word of a line, says what the value is. */
import { isDrawnAlone } from './drawn-alone.js';
import type { Find } from './find.js';
import { isPasswordName, mayBePassword } from './password-words.js';
import { isCount, isSecretKey } from './secret-keys.js';
import { isMaskable, looksDrawn } from './worth-masking.js';

/** Lines of more characters are no lines of a table of names and values. */
const LONGEST = 4_000;
/** `password           hvs-…`, as `vault read` prints it: two columns, two blanks or more between them. */
const TWO_COLUMNS = /^([A-Za-z_][\w.-]{2,60})[ \t]{2,60}(\S{5,2000})[ \t]{0,100}$/;
/** A part of each name of a secret. */
const NAME = /pass|pwd|secret|token|cred|auth|cookie|jwt|bearer|key|otp|code|sess|mnemonic|string|docker/gi;

/** Cells that stand below each other, with two blanks between or more. */
const COLUMNS = '  ';
/** What stands between cells, the likeliest first. */
const MARKS = ['|', '│', '┃', '\t', ',', ';'];

interface Cell {
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
}

interface Header {
  /** What stands between two cells. */
  readonly by: string;
  readonly length: number;
  /** The columns whose names say so. */
  readonly secret: readonly (readonly [column: number, name: string])[];
}

/** Tables with `|`, as databases and Markdown have them, with commas or tabs, and of two columns. */
export function findInTables(text: string): readonly Find[] {
  if (!text.includes('\n')) return [];
  const finds: Find[] = [];
  const add = (name: string, { text: cell, at }: Cell): void => {
    const value = cell.replace(/^(["'`])([^"'`]*)\1$/, '$2');
    if (!isMaskable(value) || isCount(name, value)) return;
    const onlyHere = !looksDrawn(value) && !isPassword(value);
    if (onlyHere && !(isPasswordName(name) && mayBePassword(value))) return;
    const start = at + cell.indexOf(value);
    finds.push({ rule: 'key', name, start, end: start + value.length, ...(onlyHere ? { onlyHere } : {}) });
  };
  let header = null as Header | null;
  for (let start = 0, end; start < text.length; start = end + 1) {
    // Most lines of a long output are neither below such a name nor have one.
    if (header === null) {
      NAME.lastIndex = start;
      const next = NAME.exec(text);
      if (next === null) break;
      start = Math.max(start, text.lastIndexOf('\n', next.index) + 1);
    }
    end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const line = end - start > LONGEST ? '' : text.slice(start, end);
    const pair = TWO_COLUMNS.exec(line);
    if (pair) {
      const [, name = '', value = ''] = pair;
      if (isSecretKey(name)) add(name, { text: value, at: start + line.lastIndexOf(value) });
    }
    const by =
      header !== null && line.includes(header.by)
        ? header.by
        : (MARKS.find((mark) => line.includes(mark)) ?? (/\S {2,60}\S/.test(line) ? COLUMNS : undefined));
    // The line below the names: `-----+-----`.
    if (by === undefined && /^[-+=: ─━═┌┬┐├┼┤└┴┘╞╪╡]+$/.test(line)) continue;
    const cells = by === undefined ? [] : cellsOf(line, by, start);
    if (by !== undefined && header?.by === by && header.length <= cells.length) {
      for (const [column, name] of header.secret) {
        const cell = cells[column];
        const last = cells[column + cells.length - header.length];
        // Where there are too many, the marks between them are those of a password.
        if (by === COLUMNS && !(cell && isDrawnAlone(cell.text))) continue;
        if (cell && last) add(name, { text: text.slice(cell.at, last.at + last.text.length), at: cell.at });
      }
    } else header = by === undefined ? null : headerOf(cells, by);
  }
  return finds;
}

/** The names of the columns, where one of them says that what is below it is a secret. */
function headerOf(cells: readonly Cell[], by: string): Header | null {
  const names = cells.map(({ text }) => text.replace(/^(["'])([^"']*)\1$/, '$2'));
  if (!names.every((name) => /^[A-Za-z_][\w .-]{0,60}$|^$/.test(name))) return null;
  const secret = names.flatMap((name, column) => (isSecretKey(name) ? [[column, name] as const] : []));
  return secret.length === 0 ? null : { by, length: cells.length, secret };
}

function cellsOf(line: string, by: string, start: number): readonly Cell[] {
  if (by === COLUMNS) {
    return [...line.matchAll(/\S+(?: \S+){0,20}/g)].map(({ 0: text, index }) => ({ text, at: start + index }));
  }
  let at = start;
  return line.split(by).map((part) => {
    const cell = { text: part.trim(), at: at + (part.length - part.trimStart().length) };
    at += part.length + 1;
    return cell;
  });
}

/** No word, number or time: "hunter2", "p@ss!". */
function isPassword(value: string): boolean {
  return value.length >= 5 && /[A-Za-z]/.test(value) && /[\d!@#$%^&*]/.test(value) && !/\s/.test(value);
}
