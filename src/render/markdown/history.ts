/** Runs over time as a table with bars of text: a row an experiment, forty columns of time. */
import type { HistoryData, HistoryMark } from '../../chart/history.js';
import { columnOf, emptyRow, textChart } from './text-chart.js';

const GLYPHS: Readonly<Record<HistoryMark['state'], string>> = { held: '▔', deviated: '▁', other: '·' };
/** Where runs share a column, the worst is shown. */
const WORST: readonly HistoryMark['state'][] = ['other', 'held', 'deviated'];

export function historyTable({ start, end, ends, rows }: HistoryData): string {
  const lines = rows.map(({ label, runs }): readonly [string, string[]] => {
    const cells = emptyRow();
    for (const state of WORST)
      for (const run of runs) if (run.state === state) cells[columnOf(run.at - start, end - start)] = GLYPHS[state];
    return [label, cells];
  });
  return textChart(ends, lines);
}
