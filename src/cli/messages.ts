/** Errors and notices → lines on the terminal. */
import type { Place, ReportError } from '../errors.js';
import { visibleLine } from '../document/words/visible.js';
import type { Terminal } from './terminal.js';

/** An error: where, what, and what to do. */
export function errorLines(error: ReportError, terminal: Terminal): string {
  const place = error.place ? `${terminal.paint('strong', placeText(error.place))}: ` : '';
  const hint = error.hint === undefined ? '' : `\n       ${visibleLine(error.hint)}`;
  return `${terminal.paint('bad', 'error:')} ${place}${visibleLine(error.message)}${hint}\n`;
}

/** Something to know that stops nothing, about a file or a place in one. */
export function warningLine(at: string | Place, sentence: string, terminal: Terminal): string {
  const place = typeof at === 'string' ? visibleLine(at) : placeText(at);
  return `${terminal.paint('caution', 'warning:')} ${terminal.paint('strong', place)}: ${visibleLine(sentence)}\n`;
}

/** `journal.json:12:5`, as editors and terminals understand it; where there is no line, `journals.json#/4` with a JSON pointer. */
export function placeText({ file, line, column, pointer }: Place): string {
  const name = file === '-' ? 'standard input' : visibleLine(file);
  if (line !== undefined) return `${name}:${line}${column === undefined ? '' : `:${column}`}`;
  return pointer === undefined || pointer === '' ? name : `${name}#${visibleLine(pointer)}`;
}
