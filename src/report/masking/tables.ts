/** The rule `key` in tables that programs print: a column's name, or the first word of a line, says what the value is. */
import { isSecretPair, isCustomName } from './custom-names.js';
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
/** Cells of one word each with one blank between: only below a line of such names as files of accounts have. */
const WORDS = ' ';
const USUAL =
  /^(?=.*\b(?:client|user(?:name)?|login|host(?:name)?|machine|account|server|domain|realm)\b)\w+(?:[ \t]+\w+){1,9}[ \t]*$/i;
/** What stands between cells, the likeliest first. */
const MARKS = ['|', '│', '┃', '\t', ',', ';'];

/** What stands in the same line before the first name, where a table was printed in a text: `stdout=b'NAME`, `report: user`. */
const BEFORE = /^(?:[^\n]{0,300}[=:([{]\s{0,4}(?:b?["'`])?|b["'`]|["'`](?=[^"'`]*$))(?=[\sA-Za-z_])/;

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
  /** The names stand in a comment, as in `chap-secrets`; there may be more cells than names. */
  readonly comment: boolean;
}

/** Tables with `|`, as databases and Markdown have them, with commas or tabs, and of two columns. */
export function findInTables(text: string): readonly Find[] {
  if (!text.includes('\n')) return [];
  const finds: Find[] = [];
  const add = (name: string, { text: cell, at }: Cell): void => {
    const value = cell.replace(/^(["'`])([^"'`]*)\1$/, '$2');
    if (!isMaskable(value) || isCount(name, value) || !isSecretPair(name, value)) return;
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
    if (header?.comment === true && line.startsWith('#')) continue;
    const by = header !== null && (header.by === WORDS || line.includes(header.by)) ? header.by : betweenCells(line);
    // The line below the names: `-----+-----`.
    if (by === undefined && /^[-+=: ─━═┌┬┐├┼┤└┴┘╞╪╡]+$/.test(line)) continue;
    const cells = by === undefined ? [] : cellsOf(line, by, start);
    const fits = by === WORDS && header?.comment !== true ? header?.length === cells.length : true;
    if (by !== undefined && header?.by === by && header.length <= cells.length && fits) {
      for (const [column, name] of header.secret) {
        const cell = cells[column];
        const last = cells[column + cells.length - header.length];
        // Where there are too many, the marks between them are those of a password.
        if ((by === COLUMNS || by === WORDS) && !(cell && isDrawnAlone(cell.text.replace(/^(["'])(.*)\1$/, '$2'))))
          continue;
        if (cell && by === WORDS) add(name, cell);
        else if (cell && last) add(name, { text: text.slice(cell.at, last.at + last.text.length), at: cell.at });
      }
    } else header = headerOf(line);
  }
  return finds;
}

function betweenCells(line: string): string | undefined {
  return MARKS.find((mark) => line.includes(mark)) ?? (/\S {2,60}\S/.test(line) ? COLUMNS : undefined);
}

/** The names of the columns, where one of them says that what is below it is a secret. */
function headerOf(line: string): Header | null {
  const comment = line.startsWith('#');
  const names = comment ? line.replace(/^#+\s*/, '') : line.replace(BEFORE, '');
  const by = comment ? WORDS : (betweenCells(names) ?? WORDS);
  if (by === WORDS && !USUAL.test(names)) return null;
  const cells = cellsOf(names, by, 0).map(({ text }) => text.replace(/^(["'])([^"']*)\1$/, '$2'));
  // A list with one name in each line is no table.
  if (/[,;]/.test(by) && (cells.length < 2 || cells.includes(''))) return null;
  if (!cells.every((name) => /^[A-Za-z_][\w .-]{0,60}$|^$/.test(name))) return null;
  const secret = cells.flatMap((name, column) =>
    isSecretKey(name) || isCustomName(name) ? [[column, name] as const] : [],
  );
  if (secret.length === 0) return null;
  const length = comment ? Math.max(...secret.map(([column]) => column)) + 1 : cells.length;
  return { by, length, secret, comment };
}

function cellsOf(line: string, by: string, start: number): readonly Cell[] {
  if (by === COLUMNS || by === WORDS) {
    return [...line.matchAll(by === WORDS ? /\S+/g : /\S+(?: \S+){0,20}/g)].map(({ 0: text, index }) => ({
      text,
      at: start + index,
    }));
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
