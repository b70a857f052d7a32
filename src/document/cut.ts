/** What is said where a renderer cuts a text. */
import { bytes } from './words/quantity.js';

/** Sizes in bytes; the place of the whole, where it is known. */
export function cutNotice(
  shown: number,
  total: number,
  source?: { readonly file: string; readonly pointer: string },
): string {
  const rest = source ? ` The rest is in ${source.file}${source.pointer === '' ? '' : ` at ${source.pointer}`}.` : '';
  return `Cut here: ${bytes(shown)} of ${bytes(total)} are shown.${rest}`;
}
