/**
 * Code → lines. Only a line that might be wrapped has an element around it, which makes it hang under itself: in an output
 * of 4,000 short lines there is none. The text between the tags is the text, character for character, line ends included.
 */
import type { Code, CodeLine } from '../../document/types.js';
import { classes } from './classes.js';
import { escape } from './escape.js';
import { MAX_INDENT } from './style.js';

/** A line of so many plain characters is never wrapped, at 320 pixels neither. */
const NEVER_WRAPPED = 30;

const PLAIN = /^[\u0020-\u007e]*$/;

/** What `code.hbs` is given beside the block's own fields. */
export function codeView(code: Code): object {
  return {
    id: code.id,
    language: code.language,
    caption: code.caption ?? [],
    body: codeLines(code.text, code.lines ?? []),
  };
}

function codeLines(text: string, kinds: readonly CodeLine[]): string {
  const lines = text.split('\n');
  let out = '';
  for (const [i, line] of lines.entries()) {
    const end = i === lines.length - 1 ? '' : '\n';
    const kind = kinds[i] ?? 'plain';
    if (line === '' || (kind === 'plain' && line.length <= NEVER_WRAPPED && PLAIN.test(line))) {
      out += escape(line) + end;
      continue;
    }
    const indent = Math.min(line.length - line.trimStart().length, MAX_INDENT);
    const name = classes(kind === 'plain' ? '' : kind, indent === 0 ? '' : `i${indent}`);
    out += `<span${name === '' ? '' : ` class="${name}"`}>${escape(line)}${end}</span>`;
  }
  return out;
}
