/** A timeline as a table with bars of text: a row an activity, forty columns of time. */
import type { TimelineBar, TimelineCheck, TimelineData } from '../../chart/timeline-data.js';
import { columnOf, emptyRow, endsOf, textChart } from './text-chart.js';

const GLYPHS: Readonly<Record<TimelineBar['kind'], string>> = { action: '█', probe: '▒', rollback: '▓' };

/** The hypothesis where it was met, or where nobody looked; else it was not met. */
const CHECKS: Readonly<Partial<Record<TimelineCheck['status'], string>>> = { met: '✓', 'not-evaluated': '–' };

export function timelineTable({ span, lanes, window, ticks }: TimelineData): string {
  const column = (at: number): number => columnOf(at, span);
  const rows: (readonly [string, string[]])[] = [];
  if (window) rows.push([window.label, bar([{ from: column(window.start), to: column(window.end), glyph: '░' }])]);
  for (const { checks, samples, rows: own } of lanes) {
    if (checks.length > 0)
      rows.push([
        `hypothesis ${checks.map(({ label }) => label).join(' and ')}`,
        bar(checks.map(({ at, status }) => ({ from: column(at), to: column(at), glyph: CHECKS[status] ?? '✕' }))),
      ]);
    // What was not met must show where samples share a column.
    const sorted = samples.toSorted((a, b) => Number(b.met) - Number(a.met));
    if (samples.length > 0)
      rows.push([
        'samples, ! where not met',
        bar(sorted.map(({ at, met }) => ({ from: column(at), to: column(at), glyph: met ? '·' : '!' }))),
      ]);
    for (const { label, bars } of own) {
      rows.push([
        label,
        bar(
          bars.flatMap(({ kind, start, end, pauseBefore, pauseAfter }) => [
            ...(pauseBefore > 0 ? [{ from: column(start - pauseBefore), to: column(start), glyph: '╌' }] : []),
            ...(pauseAfter > 0
              ? [{ from: column(end ?? span), to: column((end ?? span) + pauseAfter), glyph: '╌' }]
              : []),
            { from: column(start), to: column(end ?? span), glyph: GLYPHS[kind] },
          ]),
        ),
      ]);
    }
  }
  return textChart(endsOf(ticks), rows);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly glyph: string;
}

function bar(stretches: readonly Stretch[]): string[] {
  const cells = emptyRow();
  for (const { from, to, glyph } of stretches) cells.fill(glyph, from, to + 1);
  return cells;
}
