/**
 * Lines of code into lines that fit: a continued line hangs four columns deeper than its own indent. Breaks stand after a
 * space, else after `/ , ( ) = & ? : . _ -`, else at the column. Pure.
 */
import type { Font, Measurer } from './measure.js';
import { CODE } from './theme.js';

/** A line as it is set. `column` is where it begins; `continued` where it goes on from the line above. */
export interface CodeRow {
  readonly text: string;
  readonly column: number;
  readonly continued: boolean;
}

const TAB = 8;
const SIMPLE = /^[\x20-\x7e]*$/;
const SIGNS = '/,()=&?:._-';
/** A break before these parts of the room would leave too ragged an edge. */
const EARLIEST_SPACE = 0.55;
const EARLIEST_SIGN = 0.6;

/** Wraps one line of the source, without its line end, to so many columns. */
export function wrapCode(
  line: string,
  font: Font,
  measure: Measurer,
  columns: number = CODE.columns,
): readonly CodeRow[] {
  const text = expandTabs(line);
  const simple = SIMPLE.test(text);
  if (simple && text.length <= columns) return [{ text, column: 0, continued: false }];
  const columnWidth = measure.width('0', font);
  const indent = text.length - text.trimStart().length;
  const hang = Math.min(indent + CODE.hang, CODE.deepestHang);
  const rows: CodeRow[] = [];
  let at = 0;
  do {
    const continued = at > 0;
    const column = continued ? hang : 0;
    const room = columns - column;
    const rest = simple ? text.slice(at, at + room + 1) : text.slice(at, at + 4 * room);
    const fits = simple ? Math.min(room, rest.length) : measure.fit(rest, font, room * columnWidth + 0.01);
    const cut = at + fits >= text.length ? fits : breakBefore(rest, fits, indent);
    rows.push({ text: text.slice(at, at + cut), column, continued });
    at += cut;
  } while (at < text.length);
  return rows;
}

/** Where to end a line that has room for `fits` units. */
function breakBefore(rest: string, fits: number, indent: number): number {
  const space = rest.lastIndexOf(' ', fits);
  if (space > fits * EARLIEST_SPACE && space >= indent) return space + 1;
  for (let i = fits - 1; i > fits * EARLIEST_SIGN; i--) {
    if (SIGNS.includes(rest.charAt(i))) return i + 1;
  }
  return fits;
}

function expandTabs(line: string): string {
  const [first = '', ...rest] = line.split('\t');
  let text = first;
  for (const part of rest) text += ' '.repeat(TAB - (text.length % TAB)) + part;
  return text;
}
