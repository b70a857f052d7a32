/** Numbers over time as rows of blocks, a row a line, and the fault window above them. */
import type { SeriesData, SeriesLine } from '../../chart/series-data.js';
import { escapeText } from './escape.js';

const COLUMNS = 40;
const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** As wide as a figure. */
const EMPTY = '\u2007';

export function seriesTable({ span, window, ticks, plots }: SeriesData): string {
  const column = (at: number): number => Math.min(Math.max(Math.floor((at / span) * COLUMNS), 0), COLUMNS - 1);
  const rows = plots.flatMap(({ title, lines, bottom, top, scale }) =>
    lines.map((line): readonly [string, string] => [
      `${title ?? line.name} ${scale[0]?.label ?? ''} to ${scale.at(-1)?.label ?? ''}`.trim(),
      spark(line, bottom, top, column),
    ]),
  );
  if (window) {
    const cells = Array.from({ length: COLUMNS }, () => EMPTY).fill('░', column(window.start), column(window.end) + 1);
    rows.unshift([window.label, cells.join('')]);
  }
  const ends = `${ticks[0]?.label ?? ''} to ${ticks.at(-1)?.label ?? ''}`;
  return [
    `| | ${escapeText(ends)} |`,
    '| :-- | :-- |',
    ...rows.map(([label, drawn]) => `| ${escapeText(label)} | \`${drawn}\` |`),
  ].join('\n');
}

/** In each column the value that is farthest from the middle of the scale, so that no peak and no drop is lost. */
function spark(line: SeriesLine, bottom: number, top: number, column: (at: number) => number): string {
  const middle = (bottom + top) / 2;
  const values: (number | undefined)[] = Array.from({ length: COLUMNS });
  for (const [at, value] of line.points) {
    if (value === null) continue;
    const known = values[column(at)];
    if (known === undefined || Math.abs(value - middle) > Math.abs(known - middle)) values[column(at)] = value;
  }
  return values
    .map((value) => {
      if (value === undefined) return EMPTY;
      const part = top > bottom ? (value - bottom) / (top - bottom) : 0.5;
      return BLOCKS[Math.min(Math.max(Math.round(part * (BLOCKS.length - 1)), 0), BLOCKS.length - 1)];
    })
    .join('');
}
