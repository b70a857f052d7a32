/** A status → its mark, which is drawn once for the page and used by name, and its word. */
import type { StatusInline, StatusName } from '../../document/types.js';
import { STATUS_MARKS } from '../../theme/status.js';
import { escape } from './escape.js';
import { idIn, type Frame } from './frame.js';

/** The mark alone: for the eye only, its word is always beside it. */
export function mark(status: StatusName, frame: Frame): string {
  return `<svg class="mark" aria-hidden="true"><use href="#${idIn(frame, `mark-${status}`)}"/></svg>`;
}

/** Mark and word in the status's tone. */
export function status(inline: StatusInline, frame: Frame): string {
  const { tone } = STATUS_MARKS[inline.status];
  const shape = inline.bare === true ? '' : mark(inline.status, frame);
  return `<span class="status ${tone}">${shape}${escape(inline.word)}</span>`;
}

/** Every mark as a symbol, for the top of the page. */
export function markSymbols(frame: Frame): string {
  return Object.entries(STATUS_MARKS)
    .map(
      ([name, { path }]) =>
        `<symbol id="${idIn(frame, `mark-${name}`)}" viewBox="0 0 12 12"><path fill-rule="evenodd" d="${path}"/></symbol>`,
    )
    .join('');
}
