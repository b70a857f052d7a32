/** Statistics of series as tables: a row for each part of the run where series are few, a row a series where they are many. */
import { milliseconds } from '../../report/time.js';
import type { MetricGroup, MetricSeries, SeriesStatistics } from '../../report/types.js';
import { inlines, paragraph } from '../inline.js';
import type { Zone } from '../words/zone.js';
import type { Block, Column, Inline, Row, Table } from '../types.js';
import { clockFor } from '../words/fine-clock.js';
import { scaled, scaleFor, type Scale } from '../words/measure.js';
import { capital, count, figure } from '../words/quantity.js';
import { seriesName } from '../words/series-name.js';
import { isOverTime } from './metric-order.js';

/** Before, in and after the fault window. */
const PARTS = [
  ['before', 'before'],
  ['during', 'during'],
  ['after', 'after'],
] as const;

/** The unit that all values of a group are written in. */
export function scaleOf({ unit, series }: MetricGroup): Scale {
  let greatest = 0;
  for (const { lowest, highest } of series.map(finiteRange)) {
    greatest = Math.max(greatest, Math.abs(lowest), Math.abs(highest));
  }
  return scaleFor(unit, greatest);
}

/** The smallest and the greatest finite value: both are among the points that are drawn; 0 and 0 where there are none. */
export function finiteRange({ drawn }: MetricSeries): { readonly lowest: number; readonly highest: number } {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const [, value] of drawn) {
    if (value === null) continue;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return lowest <= highest ? { lowest, highest } : { lowest: 0, highest: 0 };
}

/** Whether the fault window parts the values of any series. */
export function isParted(series: readonly MetricSeries[]): boolean {
  return series.some(({ before, during, after }) => [before, during, after].filter((part) => part !== null).length > 1);
}

/** The parts that there are values in, and the fault window, whose emptiness says something. */
function partsIn(series: readonly MetricSeries[]): readonly (typeof PARTS)[number][] {
  return PARTS.filter(([key]) => key === 'during' || series.some((one) => one[key] !== null));
}

/** Minimum, median, 95th percentile and maximum in columns; where the fault window parts the values, a row for each part. */
export function statisticsTable(group: MetricGroup, shown: readonly MetricSeries[]): Table {
  const scale = scaleOf(group);
  const parted = isParted(shown);
  const named = !parted || shown.length > 1;
  const number = (key: string, label: string): Column => ({ key, label, align: 'end', width: 11 });
  return {
    kind: 'table',
    role: 'statistics',
    label: 'Statistics of the series',
    columns: [
      // Of a single series the parts are what tells the rows apart.
      ...(named ? [{ key: 'series', label: 'Series', align: 'start' as const, width: 26, heading: true }] : []),
      ...(parted ? [{ key: 'part', label: 'When', align: 'start' as const, width: 18, heading: !named }] : []),
      number('values', 'Values'),
      number('minimum', `Min${unitOf(scale)}`),
      number('median', 'Median'),
      number('p95', 'p95'),
      number('maximum', 'Max'),
    ],
    rows: shown.flatMap((series): Row[] => {
      const name = named ? [inlines(seriesName(series, group))] : [];
      const row = (part: SeriesStatistics | null, when: Inline[][]): Row => ({
        cells: [...name, ...when, inlines(figure(part?.count ?? 0)), ...cellsOf(part, scale)],
      });
      if (!parted) return [row(series.whole, [])];
      return partsIn(shown).map(([key, word]) => row(series[key], [inlines(word)]));
    }),
  };
}

function unitOf({ word }: Scale): string {
  return word === '' ? '' : `, ${word}`;
}

function cellsOf(part: SeriesStatistics | null, scale: Scale): Inline[][] {
  return (['minimum', 'median', 'p95', 'maximum'] as const).map((key) =>
    inlines(part ? scaled(part[key], scale) : '–'),
  );
}

/** For many series whose values the fault window parts: the four figures of each part in one cell. */
export function compactTable(group: MetricGroup, shown: readonly MetricSeries[]): Table {
  const scale = scaleOf(group);
  const figures = (part: SeriesStatistics | null): Inline[] =>
    inlines(
      part ? [part.minimum, part.median, part.p95, part.maximum].map((one) => scaled(one, scale)).join(' · ') : '–',
    );
  const parts = partsIn(shown);
  return {
    kind: 'table',
    role: 'statistics',
    label: `Minimum, median, 95th percentile and maximum of each series${unitOf(scale)}`,
    columns: [
      { key: 'series', label: 'Series', align: 'start', width: 30, heading: true },
      { key: 'values', label: 'Values', align: 'end', width: 9 },
      ...parts.map(([key, word], index) => ({
        key,
        label: index === 0 ? `${capital(word)}: min · median · p95 · max${unitOf(scale)}` : capital(word),
        align: 'end' as const,
        width: 22,
      })),
    ],
    rows: shown.map((series) => ({
      cells: [
        inlines(seriesName(series, group)),
        inlines(figure(series.values)),
        ...parts.map(([key]) => figures(series[key])),
      ],
    })),
  };
}

/** For many series that did nothing: what they were over the whole time, with no table around it. */
export function figuresOf(group: MetricGroup, shown: readonly MetricSeries[], others: boolean): Block[] {
  const scale = scaleOf(group);
  const single = shown.every(({ values }) => values <= 1);
  const what = single ? 'value' : 'minimum · median · p95 · maximum over the whole time';
  return [
    paragraph(
      `${others ? 'The other' : 'Each of these'} ${count(shown.length, 'series', 'series')} with its ${what}${scale.word === '' ? '' : scale.word.startsWith('per') ? `, ${scale.word}` : `, in ${scale.word}`}${isOverTime(group) ? '; none of them moved' : ''}:`,
      'intro',
    ),
    {
      kind: 'facts',
      role: 'figures',
      rows: shown.map((series) => {
        const { whole } = series;
        const figures = !whole
          ? []
          : single
            ? [whole.maximum]
            : [whole.minimum, whole.median, whole.p95, whole.maximum];
        return {
          label: inlines(seriesName(series, group)),
          value: inlines(whole ? figures.map((one) => scaled(one, scale)).join(' · ') : notFinite(series)),
        };
      }),
    },
  ];
}

/** Moments that get a column each. */
const MOST_MOMENTS = 4;

/** Whether no series has more values than a table has room for. */
export function hasFewValues({ series }: MetricGroup): boolean {
  const moments = new Set<number>();
  for (const { drawn, values } of series) {
    if (values > MOST_MOMENTS) return false;
    for (const [at] of drawn) moments.add(at);
  }
  return moments.size <= MOST_MOMENTS;
}

/** For few values: a column a moment. */
export function valuesTable(group: MetricGroup, shown: readonly MetricSeries[], zone: Zone): Table {
  const scale = scaleOf(group);
  const { start } = group;
  const moments = [
    ...new Set(group.series.flatMap(({ drawn }) => drawn.flatMap(([at, value]) => (value === null ? [] : [at])))),
  ].sort((a, b) => a - b);
  const closest = moments.reduce(
    (least, at, index) => Math.min(least, at - (moments[index - 1] ?? -Infinity)),
    Infinity,
  );
  const write = clockFor(closest, zone);
  const clock = (at: number): string =>
    start === null ? '' : write(new Date(milliseconds(start) + at * 1000).toISOString());
  return {
    kind: 'table',
    role: 'statistics',
    label: 'Values of the series',
    columns: [
      { key: 'series', label: 'Series', align: 'start', width: 40, heading: true },
      ...moments.map((at, index) => ({
        key: `at-${index}`,
        label: `${moments.length === 1 ? 'Value' : clock(at)}${unitOf(scale)}`,
        align: 'end' as const,
        width: 16,
      })),
      ...(moments.length === 0 ? [{ key: 'at-0', label: 'Value', align: 'end' as const, width: 16 }] : []),
    ],
    rows: shown.map((series) => ({
      cells: [
        inlines(seriesName(series, group)),
        ...moments.map((at) => {
          const value = series.drawn.find(([time, one]) => time === at && one !== null)?.[1];
          return inlines(typeof value === 'number' ? scaled(value, scale) : notFinite(series));
        }),
        ...(moments.length === 0 ? [inlines(notFinite(series))] : []),
      ],
    })),
  };
}

function notFinite({ nan, plusInfinity, minusInfinity }: MetricSeries): string {
  return nan > 0 ? 'NaN' : plusInfinity > 0 ? '+Inf' : minusInfinity > 0 ? '-Inf' : '–';
}
