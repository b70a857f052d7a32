/** Inlines of the document → text on the terminal, statuses in their tone. */
import type { Inline } from '../document/types.js';
import { STATUS_MARKS } from '../theme/status.js';
import type { Terminal } from './terminal.js';

/** One line of text. Level lines are left to paper. */
export function terminalText(content: readonly Inline[], terminal: Terminal): string {
  return content
    .map((part): string => {
      switch (part.kind) {
        case 'text':
        case 'code':
        case 'time':
          return part.text.replaceAll('\u00a0', ' ');
        case 'strong':
        case 'emphasis':
        case 'link':
          return terminalText(part.children, terminal);
        case 'status':
          return terminal.paint(STATUS_MARKS[part.status].tone, part.word.replaceAll('\u00a0', ' '));
        case 'level':
          return '';
        case 'break':
          return ' ';
      }
    })
    .join('');
}
