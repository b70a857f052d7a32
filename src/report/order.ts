/** What is kept of runs → the order of their chapters. */
import { compareText } from './compare-text.js';
import { seriesOf, type Kept } from './kept-run.js';
import { VERDICTS } from './types.js';

/** The order of experiments: worst first, by start, or by title. */
export type SortOrder = 'severity' | 'time' | 'name';

/** Which runs have a chapter, and which of them come first. */
export interface OrderSettings {
  readonly sort: SortOrder;
  /** `latest`: of several runs of one experiment only the last has a chapter. */
  readonly runs: 'all' | 'latest';
  /** Whether older runs come after the latest ones of all experiments; where there is no history they are like any other. */
  readonly latestFirst: boolean;
}

/** The indexes of the runs that have a chapter, in the order of the report. */
export function orderOf(kept: readonly Kept[], { sort, runs, latestFirst }: OrderSettings): readonly number[] {
  const lasts = (): readonly number[] => seriesOf(kept).map((group) => group.at(-1) ?? 0);
  const chosen = runs === 'all' ? kept.flatMap((one, index) => (one.wanted ? [index] : [])) : lasts();
  // The latest run of each experiment is what the report is about: its older runs come after all of these.
  const first = new Set(latestFirst ? lasts() : []);
  return chosen.toSorted(
    (a, b) => Number(first.has(b)) - Number(first.has(a)) || compare(kept[a], kept[b], sort) || a - b,
  );
}

/** The order of two experiments. Files tell equal ones apart, so that the order in a folder does not matter. */
function compare(a: Kept | undefined, b: Kept | undefined, sort: SortOrder): number {
  if (!a || !b) return 0;
  const severity = VERDICTS.indexOf(a.verdict.verdict) - VERDICTS.indexOf(b.verdict.verdict);
  const time = compareText(a.line.start ?? '9', b.line.start ?? '9');
  const name = compareText(a.line.title, b.line.title);
  const keys = { severity: [severity, time, name], time: [time, name], name: [name, time] }[sort];
  return keys.find((key) => key !== 0) ?? compareText(a.line.file, b.line.file);
}
