/** Hundreds of runs → the rows of a table: the last ones and those that turned, one by one; the others by month. */
import type { SeriesRun } from '../../report/types.js';

/** Up to so many runs are all listed. */
const ALL = 24;
const LAST = 12;
/** The latest turns and changes that are listed by themselves. */
const NOTABLE = 20;

/** Runs of one month in a row that are told together. */
export interface FoldedRuns {
  readonly folded: readonly SeriesRun[];
  /** The month, `2026-03`; what stands in its place for runs without a time. */
  readonly label: string;
}

/** In the order of the runs. */
export function foldRuns(runs: readonly SeriesRun[]): (SeriesRun | FoldedRuns)[] {
  if (runs.length <= ALL) return [...runs];
  const notable = runs.flatMap((run, index) => (isNotable(run) ? [index] : [])).slice(-NOTABLE);
  const single = new Set(notable);
  for (let index = runs.length - LAST; index < runs.length; index++) single.add(index);
  const rows: (SeriesRun | { folded: SeriesRun[]; label: string })[] = [];
  runs.forEach((run, index) => {
    if (single.has(index)) {
      rows.push(run);
      return;
    }
    const label = run.start?.slice(0, 7) ?? 'not said';
    const last = rows.at(-1);
    if (last && 'folded' in last && last.label === label) last.folded.push(run);
    else rows.push({ folded: [run], label });
  });
  return rows;
}

function isNotable({ turn, changes }: SeriesRun): boolean {
  return changes.length > 0 || !['still-held', 'still-deviated', 'not-judged'].includes(turn);
}
