/** Runs over time as a table with bars of text: a row an experiment, forty columns of time. */
import type { HistoryData, HistoryMark } from '../../chart/history.js';
import { escapeText } from './escape.js';

const COLUMNS = 40;
const GLYPHS: Readonly<Record<HistoryMark['state'], string>> = { held: '▔', deviated: '▁', other: '·' };
/** Where runs share a column, the worst is shown. */
const WORST: readonly HistoryMark['state'][] = ['other', 'held', 'deviated'];

export function historyTable({ start, end, ticks, rows }: HistoryData): string {
  const column = (at: number): number =>
    end > start ? Math.min(Math.floor(((at - start) / (end - start)) * COLUMNS), COLUMNS - 1) : 0;
  const ends = `${ticks[0]?.label ?? ''} to ${ticks.at(-1)?.label ?? ''}`;
  const body = rows.map(({ label, runs }) => {
    const cells = Array.from({ length: COLUMNS }, () => '\u2007');
    for (const state of WORST) for (const run of runs) if (run.state === state) cells[column(run.at)] = GLYPHS[state];
    return `| ${escapeText(label)} | \`${cells.join('')}\` |`;
  });
  return [`| | ${escapeText(ends)} |`, '| :-- | :-- |', ...body].join('\n');
}
