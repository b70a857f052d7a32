/** Numbers over time as rows of blocks, a row a line, and the fault window above them. */
import type { SeriesData, SeriesLine } from '../../chart/series-data.js';
import { columnOf, emptyRow, endsOf, textChart } from './text-chart.js';

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

export function seriesTable({ span, window, ticks, plots }: SeriesData): string {
  const column = (at: number): number => columnOf(at, span);
  const rows = plots.flatMap(({ title, lines, bottom, top, scale }) =>
    lines.map((line): readonly [string, string[]] => [
      `${title ?? line.name} ${scale[0]?.label ?? ''} to ${scale.at(-1)?.label ?? ''}`.trim(),
      spark(line, bottom, top, column),
    ]),
  );
  if (window) {
    rows.unshift([window.label, emptyRow().fill('░', column(window.start), column(window.end) + 1)]);
  }
  return textChart(endsOf(ticks), rows);
}

/** In each column the value that is farthest from the middle of the scale, so that no peak and no drop is lost. */
function spark(line: SeriesLine, bottom: number, top: number, column: (at: number) => number): string[] {
  const middle = (bottom + top) / 2;
  const cells = emptyRow();
  const values = new Map<number, number>();
  for (const [at, value] of line.points) {
    if (value === null) continue;
    const known = values.get(column(at));
    if (known === undefined || Math.abs(value - middle) > Math.abs(known - middle)) values.set(column(at), value);
  }
  for (const [at, value] of values) {
    const part = top > bottom ? (value - bottom) / (top - bottom) : 0.5;
    cells[at] = BLOCKS[Math.min(Math.max(Math.round(part * (BLOCKS.length - 1)), 0), BLOCKS.length - 1)] ?? '';
  }
  return cells;
}
