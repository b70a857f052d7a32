/**
 * An annotation → the line that GitHub Actions makes it of. Source of the form and of what must be escaped:
 * docs.github.com "Workflow commands for GitHub Actions", and `command.ts` of the package @actions/core.
 */
import type { Annotation } from '../../document/annotations.js';
import { visibleLine } from '../../document/words/visible.js';

/** How many of each level GitHub shows of a step. */
export const ANNOTATIONS_OF_A_STEP = 10;

/** `::error title=…::…`, and a line end. Nothing in a journal can end the line or the title. */
export function annotationCommand({ level, title, message }: Annotation): string {
  return `::${level} title=${property(title)}::${data(message)}\n`;
}

function data(text: string): string {
  return visibleLine(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
