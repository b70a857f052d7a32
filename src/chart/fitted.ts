/** A text in a room: shortened with an ellipsis where it is too long. It stands in full in the words beside the chart. */
import type { TextWidth } from './text-width.js';

/** The text, or as much of its beginning as fits with an ellipsis. */
export function fitted(text: string, room: number, size: number, measure: TextWidth): string {
  if (measure(text, size) <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && measure(`${characters.join('')}…`, size) > room) characters.pop();
  return `${characters.join('')}…`;
}
