/** A group of series → its chart: all lines in one plot where they are few, else a small plot for each that moved most. */
import type { SeriesData, SeriesLine, SeriesPlot } from '../../chart/series-data.js';
import { milliseconds } from '../../report/time.js';
import type { Experiment, MetricGroup, MetricSeries } from '../../report/types.js';
import type { Chart } from '../types.js';
import { scaled, type Scale } from '../words/measure.js';
import { count, duration } from '../words/quantity.js';
import { groupTitle, seriesName } from '../words/series-name.js';
import type { Zone } from '../words/zone.js';
import { axisOf } from './metric-axis.js';
import { finiteRange, hasFewValues, scaleOf } from './metric-table.js';
import { timelineTicks } from './timeline-ticks.js';

/** More lines in one plot cannot be told apart. */
export const MOST_LINES = 4;
/** Small plots, at most. */
export const MOST_PLOTS = 12;
/** Fewer points than this draw no line. */
const LEAST_POINTS = 3;
/** Milliseconds. */
const DAY = 86_400_000;

/** The chart of the series that are to be shown; null where there is no line to draw. `sentence`: what it shows, in words. */
export function seriesChart(
  group: MetricGroup,
  shown: readonly MetricSeries[],
  faultWindow: Experiment['faultWindow'],
  zone: Zone,
  sentence: string,
): Chart | null {
  const { start, end } = group;
  const drawable = shown.filter(({ drawn }) => drawn.filter(([, value]) => value !== null).length >= LEAST_POINTS);
  if (start === null || end === null || drawable.length === 0 || isFarFrom(faultWindow, group)) return null;
  if (hasFewValues(group) && drawable.every(isFlat)) return null;
  const span = Math.max((milliseconds(end) - milliseconds(start)) / 1000, 0.001);
  const scale = scaleOf(group);
  const several = drawable.length > 1;
  const line = (series: MetricSeries): SeriesLine => ({
    name: several ? seriesName(series, group) : '',
    detail: '',
    points: series.drawn,
  });
  const plots =
    drawable.length <= MOST_LINES
      ? [plotOf(null, drawable, drawable.map(line), scale)]
      : drawable.map((series) =>
          plotOf(seriesName(series, group), haveOneAxis(drawable) ? drawable : [series], [line(series)], scale),
        );
  const data: SeriesData = {
    span,
    ticks: timelineTicks(start, end, span, zone),
    window: windowIn(faultWindow, start, span),
    plots,
  };
  return {
    kind: 'chart',
    chart: { kind: 'series', data },
    alternative: `${groupTitle(group)}: ${count(drawable.length, 'line')} from ${zone.full(start)} over ${duration(span)}. ${sentence} The table beside it has the figures.`,
  };
}

/** One value all the time: of a few times the table says it as well. */
function isFlat(series: MetricSeries): boolean {
  const { lowest, highest } = finiteRange(series);
  return lowest === highest;
}

/** A line lower than this part of an axis cannot be read. */
const LEAST_OF_AXIS = 0.05;

/** Whether small plots of these series share an axis, so that they compare by eye: not where that would flatten one of them. */
function haveOneAxis(series: readonly MetricSeries[]): boolean {
  const heights = series.map(finiteRange).map(({ lowest, highest }) => Math.max(Math.abs(lowest), Math.abs(highest)));
  return Math.min(...heights) >= Math.max(...heights) * LEAST_OF_AXIS;
}

/** Whether the small plots of a chart do not share an axis. */
export function haveOwnAxes({ chart }: Chart): boolean {
  return chart.kind === 'series' && new Set(chart.data.plots.map(({ bottom, top }) => `${bottom} ${top}`)).size > 1;
}

function plotOf(
  title: string | null,
  series: readonly MetricSeries[],
  lines: readonly SeriesLine[],
  scale: Scale,
): SeriesPlot {
  const ranges = series.map(finiteRange);
  const lowest = Math.min(...ranges.map((range) => range.lowest));
  const highest = Math.max(...ranges.map((range) => range.highest));
  const { bottom, top, values } = axisOf(lowest / scale.divisor, highest / scale.divisor);
  return {
    title,
    lines,
    bottom: bottom * scale.divisor,
    top: top * scale.divisor,
    scale: values.map((value, index) => ({
      at: value * scale.divisor,
      label: `${scaled(value, { divisor: 1, word: '' })}${index === values.length - 1 && scale.word !== '' && scale.word.length < 4 ? ` ${scale.word}` : ''}`,
    })),
  };
}

/** Whether the values lie farther from the fault window than they are long: then a table has all there is to see. */
function isFarFrom(window: Experiment['faultWindow'], { start, end }: MetricGroup): boolean {
  if (!window || start === null || end === null) return false;
  const before = milliseconds(window.start) - milliseconds(end);
  const after = milliseconds(start) - milliseconds(window.end);
  return Math.max(before, after) > Math.max(milliseconds(end) - milliseconds(start), DAY);
}

/** The part of the fault window that is in the picture; null where none is. */
function windowIn(window: Experiment['faultWindow'], start: string, span: number): SeriesData['window'] {
  if (!window) return null;
  const from = (milliseconds(window.start) - milliseconds(start)) / 1000;
  const to = (milliseconds(window.end) - milliseconds(start)) / 1000;
  if (to < 0 || from > span) return null;
  return {
    start: Math.max(from, 0),
    end: Math.min(to, span),
    label: `fault window, ${duration(Math.max(to - from, 0))}`,
  };
}
