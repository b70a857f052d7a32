/** The order of texts that is the same in every locale. */

/** By code point. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
