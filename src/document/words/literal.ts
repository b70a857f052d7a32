/** Values as literals, in Python's form or in JSON's: `{'status': 0, 'stdout': 'ok\n'}`, keys sorted as `pprint` sorts them. */
import { isArray, isNumeral, isObject, type Numeral, pointer as childPointer, type JsonValue } from '../../json.js';
import type { Notation } from '../settings.js';
import { withoutTerminalCodes } from './visible.js';

/** What is written in the place of a string, as it is; undefined where the string is to be quoted. */
export type Shorten = (text: string, pointer: string) => string | undefined;

/** How a literal is written. */
export interface LiteralOptions {
  readonly notation: Notation;
  readonly shorten?: Shorten;
  /** Spreads objects and lists over lines when the whole is wider than this many characters. */
  readonly width?: number;
}

/** A value as a literal. */
export function literal(value: JsonValue, options: LiteralOptions): string {
  return write(value, options, '', '');
}

function write(value: JsonValue, options: LiteralOptions, pointer: string, indent: string): string {
  if (typeof value === 'string') return options.shorten?.(value, pointer) ?? quote(value, options.notation);
  if (isArray(value)) {
    return bracket(
      '[',
      value.map((item, index) => (inner: string) => write(item, options, childPointer(pointer, index), inner)),
      ']',
      options,
      indent,
      options.width !== undefined && isDense(value),
    );
  }
  if (isObject(value)) {
    const parts = Object.keys(value)
      .sort()
      .map(
        (key) => (inner: string) =>
          `${quote(key, options.notation)}: ${write(value[key] as JsonValue, options, childPointer(pointer, key), inner)}`,
      );
    return bracket('{', parts, '}', options, indent);
  }
  return scalar(value, options.notation);
}

/** One line where it fits, else a line for each part; of a list of numbers or of pairs as many as fit. */
function bracket(
  open: string,
  parts: readonly ((indent: string) => string)[],
  close: string,
  { width }: LiteralOptions,
  indent: string,
  dense = false,
): string {
  const inner = `${indent}  `;
  const written = parts.map((part) => part(inner));
  const line = `${open}${written.join(', ')}${close}`;
  if (width === undefined || written.length === 0 || (indent.length + line.length <= width && !line.includes('\n')))
    return line;
  const lines = dense ? filled(written, width - inner.length) : written;
  return `${open}\n${inner}${lines.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** Numbers, and the pairs that a series is made of. */
function isDense(list: readonly JsonValue[]): boolean {
  const isNumber = (item: JsonValue | undefined): boolean => typeof item === 'number' || isNumeral(item);
  return list.every(
    (item) =>
      isNumber(item) ||
      (isArray(item) && item.length === 2 && isNumber(item[0]) && !isArray(item[1]) && !isObject(item[1])),
  );
}

/** Parts joined to lines of at most a width. */
function filled(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 3 <= width) lines[lines.length - 1] = `${last}, ${part}`;
    else lines.push(part);
  }
  return lines;
}

function scalar(value: number | boolean | null | Numeral, notation: Notation): string {
  if (isNumeral(value)) return notation === 'json' ? value.$number : pythonNumber(value.$number);
  if (notation === 'json') return String(value);
  return value === null ? 'None' : value === true ? 'True' : value === false ? 'False' : String(value);
}

/** Python's `repr` of the floats that JSON has not. */
function pythonNumber(digits: string): string {
  return digits === 'NaN' ? 'nan' : digits === 'Infinity' ? 'inf' : digits === '-Infinity' ? '-inf' : digits;
}

/** What Python's `repr` does not print as it is (`str.isprintable`), but for the joiners that emoji and Persian need. */
const UNPRINTABLE = /(?![\u200c\u200d ])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/gu;

/** Text in ASCII in which nothing has to be escaped: most strings are. */
const PLAIN = /^[ !#-&(-[\]-~]*$/;

/** A string in quotes. Terminal codes are taken out; what cannot be seen is escaped. */
export function quote(raw: string, notation: Notation): string {
  if (PLAIN.test(raw)) return notation === 'json' ? `"${raw}"` : `'${raw}'`;
  const text = withoutTerminalCodes(raw);
  if (notation === 'json') return JSON.stringify(text).replace(UNPRINTABLE, escapeJson);
  // Python prefers single quotes, and takes double ones where that saves escaping.
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`).replace(UNPRINTABLE, escapePython);
  return `${mark}${escaped}${mark}`;
}

function escapePython(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default: {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
      return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
    }
  }
}

function escapeJson(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
