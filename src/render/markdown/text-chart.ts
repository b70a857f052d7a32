/** A chart in characters → a table: over it what the columns of characters span, a row a line of it. */
import { escapeText } from './escape.js';

/** Characters in a row. */
const COLUMNS = 40;

/** Nothing in a column: a space as wide as a figure. */
const EMPTY = '\u2007';

/** A row with nothing in it, to be filled. */
export function emptyRow(): string[] {
  return Array.from({ length: COLUMNS }, () => EMPTY);
}

/** The column of a moment between 0 and `span`, in the same unit. */
export function columnOf(at: number, span: number): number {
  return span > 0 ? Math.min(Math.max(Math.floor((at / span) * COLUMNS), 0), COLUMNS - 1) : 0;
}

/** The words at the ends of an axis. */
export function endsOf(ticks: readonly { readonly label: string }[]): readonly [first: string, last: string] {
  return [ticks[0]?.label ?? '', ticks.at(-1)?.label ?? ''];
}

/** The whole. `ends`: what its first column stands for, and its last. */
export function textChart(
  [first, last]: readonly [first: string, last: string],
  rows: readonly (readonly [label: string, cells: readonly string[]])[],
): string {
  return [
    `| | ${escapeText(first === last ? first : `${first} to ${last}`)} |`,
    '| :-- | :-- |',
    ...rows.map(([label, cells]) => `| ${escapeText(label)} | \`${cells.join('')}\` |`),
  ].join('\n');
}
