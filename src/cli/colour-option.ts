/** `--accent "#1D5A9E"` → `#RRGGBB`. */
import { ReportError } from '../errors.js';
import { sixDigits } from '../theme/contrast.js';

/** A colour in three or six hexadecimal digits; the # may be left out, because shells take it for a comment. */
export function parseColour(option: string, text: string): string {
  const [, digits] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text) ?? [];
  if (digits === undefined) {
    throw new ReportError('usage', `--${option} "${text}" is not a colour.`, {
      hint: 'Write it in hexadecimal digits: 1D5A9E or "#1D5A9E".',
    });
  }
  return sixDigits(`#${digits}`);
}
