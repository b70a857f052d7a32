/** The head of a report → what page 1 is about: of each experiment its latest run. What of older runs is to be told, the history tells. */
import { VERDICTS, type ExperimentLine, type ReportHead, type Series, type Verdict } from '../report/types.js';
import type { WordSettings } from './settings.js';

/** Whether the report tells of several runs of an experiment. */
export function hasHistory(
  { series }: Pick<ReportHead, 'series'>,
  { sections }: Pick<WordSettings, 'sections'>,
): boolean {
  return series.length > 0 && sections.has('runs');
}

/** The head as if older runs had not been read; the same head where there is no history to tell of them. */
export function latestRuns(head: ReportHead, settings: Pick<WordSettings, 'sections'>): ReportHead {
  if (!hasHistory(head, settings)) return head;
  const lines = head.lines.filter(({ latest }) => latest);
  if (lines.length === head.lines.length) return head;
  const ids = new Set(lines.map(({ id }) => id));
  const totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of lines) totals[verdict.verdict]++;
  return {
    ...head,
    lines,
    totals,
    tags: [...new Set(lines.flatMap(({ tags }) => tags))],
    findings: head.findings.flatMap((finding) => {
      const evidence = finding.evidence.filter(({ experiment }) => ids.has(experiment));
      return evidence.length === 0 ? [] : [{ ...finding, evidence }];
    }),
    leftBehind: head.leftBehind.filter(({ experiment }) => ids.has(experiment)),
  };
}

/** Where a run stands among those of its experiment. */
export interface PlaceInSeries {
  readonly series: Series;
  /** The how-manieth series. */
  readonly index: number;
  /** The how-manieth run, from 0. */
  readonly run: number;
}

const places = new WeakMap<readonly Series[], ReadonlyMap<string, PlaceInSeries>>();

/** Finds the run of an experiment of the report in its series; null where it was run once. */
export function placeInSeries({ series }: Pick<ReportHead, 'series'>, experiment: string): PlaceInSeries | null {
  let known = places.get(series);
  if (!known) {
    known = new Map(
      series.flatMap((one, index) =>
        one.runs.flatMap(({ experiment: id }, run) =>
          id === null ? [] : [[id, { series: one, index, run }] as const],
        ),
      ),
    );
    places.set(series, known);
  }
  return known.get(experiment) ?? null;
}

const orders = new WeakMap<ReportHead['lines'], ReadonlyMap<string, number>>();

/** The how-manieth experiment the one with this latest run is, from 1, and of how many. */
export function placeOfExperiment({ lines }: Pick<ReportHead, 'lines'>, id: string): { number: number; of: number } {
  let known = orders.get(lines);
  if (!known) {
    known = new Map(lines.filter(({ latest }) => latest).map((line, index) => [line.id, index + 1]));
    orders.set(lines, known);
  }
  return { number: known.get(id) ?? 0, of: known.size };
}

const linesById = new WeakMap<ReportHead['lines'], ReadonlyMap<string, ExperimentLine>>();

/** The line of an experiment: tables have a row for each of many thousand. */
export function lineOf(lines: ReportHead['lines'], id: string | undefined): ExperimentLine | undefined {
  let known = linesById.get(lines);
  if (!known) {
    known = new Map(lines.map((line) => [line.id, line]));
    linesById.set(lines, known);
  }
  return id === undefined ? undefined : known.get(id);
}

/** Whether the report has chapters of several runs of an experiment. */
export function isOneOfSeveral(head: Pick<ReportHead, 'series'>, experiment: string): boolean {
  const place = placeInSeries(head, experiment);
  // Either all runs have chapters, or the last one alone: then the first has none.
  return place !== null && place.series.runs[0]?.experiment !== null;
}
