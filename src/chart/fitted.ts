/** A text in a room: shortened with an ellipsis where it is too long. It stands in full in the words beside the chart. */
import type { TextWidth } from './text-width.js';

/** No label of a chart has room for more; characters are taken away one by one, which would go by the square of a longer text. */
const LONGEST = 500;

/** The text, or as much of its beginning as fits with an ellipsis. */
export function fitted(text: string, room: number, size: number, measure: TextWidth): string {
  if (text.length <= LONGEST && measure(text, size) <= room) return text;
  const characters = [...text.slice(0, LONGEST)];
  while (characters.length > 1 && measure(`${characters.join('')}…`, size) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
