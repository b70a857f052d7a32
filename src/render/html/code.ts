/**
 * Code → lines. Only a line that might be wrapped has an element around it, which makes it hang under itself: in an output
 * of 4,000 short lines there is none. The text between the tags is the text, character for character, line ends included.
 */
import type { Code, CodeLine } from '../../document/types.js';
import { classes } from './classes.js';
import { escape } from './escape.js';
import type { Frame } from './frame.js';
import { later } from './parts.js';
import { MAX_INDENT } from './style.js';

/** A line of so many plain characters is never wrapped, at 320 pixels neither. */
const NEVER_WRAPPED = 30;

const PLAIN = /^[\u0020-\u007e]*$/;

/** What `code.hbs` is given beside the block's own fields. */
export function codeView(code: Code, frame: Frame): object {
  const lines = (): Generator<string> => codeLines(code.text, code.lines ?? []);
  return {
    id: code.id,
    language: code.language,
    caption: code.caption ?? [],
    body: frame.parts === null || code.text.length <= PIECE ? [...lines()].join('') : later(frame.parts, lines),
  };
}

/** Code units of markup that are made before they are handed on. */
const PIECE = 50_000;

function* codeLines(text: string, kinds: readonly CodeLine[]): Generator<string> {
  let out = '';
  for (let i = 0, start = 0; start <= text.length; i++) {
    const at = text.indexOf('\n', start);
    const line = text.slice(start, at < 0 ? text.length : at);
    const end = at < 0 ? '' : '\n';
    start = at < 0 ? text.length + 1 : at + 1;
    if (out.length > PIECE) {
      yield out;
      out = '';
    }
    const kind = kinds[i] ?? 'plain';
    if (line === '' || (kind === 'plain' && line.length <= NEVER_WRAPPED && PLAIN.test(line))) {
      out += escape(line) + end;
      continue;
    }
    const indent = Math.min(line.length - line.trimStart().length, MAX_INDENT);
    const name = classes(kind === 'plain' ? '' : kind, indent === 0 ? '' : `i${indent}`);
    out += `<span${name === '' ? '' : ` class="${name}"`}>${escape(line)}${end}</span>`;
  }
  yield out;
}
