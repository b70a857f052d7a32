/** The block that is a picture, and the data of each kind of it. Part of {@link types.ts}. */
import type { ContributionsData } from '../chart/contributions.js';
import type { HistoryData } from '../chart/history.js';
import type { TimelineData } from '../chart/timeline-data.js';
import type { SeriesData } from '../chart/series-data.js';
import type { LevelLine } from '../report/types.js';
import type { Inline } from './inline-types.js';

/** A picture with a text alternative: data only, no drawing. */
export interface Chart {
  readonly kind: 'chart';
  readonly id?: string;
  readonly chart: ChartData;
  /** What it shows, in words. */
  readonly alternative: string;
}

export type ChartData = LevelLineChart | TimelineChart | SeriesChart | ContributionsChart | HistoryChart;

/** The level line under an experiment's title, with a label for each part. */
export interface LevelLineChart {
  readonly kind: 'level-line';
  readonly level: LevelLine;
  readonly before: readonly Inline[];
  /** Empty where the method did not start. */
  readonly during: readonly Inline[];
  readonly after: readonly Inline[];
}

/** How often each level was declared. */
export interface ContributionsChart {
  readonly kind: 'contributions';
  readonly data: ContributionsData;
}

/** The runs of experiments over time. */
export interface HistoryChart {
  readonly kind: 'history';
  readonly data: HistoryData;
}

/** Numbers over time, against the fault window. */
export interface SeriesChart {
  readonly kind: 'series';
  readonly data: SeriesData;
}

/** What happened when. */
export interface TimelineChart {
  readonly kind: 'timeline';
  readonly data: TimelineData;
}
