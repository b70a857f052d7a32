/** Of many series those that are told in the result, and the rest, for the appendix of the experiment. */
import { isShown } from '../../report/metrics/shown.js';
import type { Experiment, MetricGroup, MetricSeries } from '../../report/types.js';
import { partId } from '../ids.js';
import { inlines, strong } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Block, Section, Table } from '../types.js';
import { groupTitle } from '../words/series-name.js';
import type { Zone } from '../words/zone.js';
import { MOST_LINES, MOST_PLOTS } from './metric-chart.js';
import { byMovement } from './metric-order.js';
import { compactTable, figuresOf, hasFewValues, isParted, statisticsTable, valuesTable } from './metric-table.js';

/** The series that are told, and the rest: of many those that moved, the most first; where none did the first ones. */
export function parted(group: MetricGroup): {
  readonly shown: readonly MetricSeries[];
  readonly rest: readonly MetricSeries[];
} {
  const { series } = group;
  if (series.length <= MOST_PLOTS) return { shown: series, rest: [] };
  const ordered = byMovement(series);
  const moved = ordered.filter(({ movement }) => movement.size > 0).length;
  const many = moved === 0 ? MOST_PLOTS : Math.min(moved, MOST_PLOTS);
  return { shown: ordered.slice(0, many), rest: ordered.slice(many) };
}

/** Few values stand as they are; each statistic in a cell of its own, but where many series have several rows each. */
export function tableOf(group: MetricGroup, shown: readonly MetricSeries[], zone: Zone): Table {
  if (hasFewValues(group)) return valuesTable(group, shown, zone);
  return shown.length <= MOST_LINES || !isParted(shown) ? statisticsTable(group, shown) : compactTable(group, shown);
}

/** Tables of the series that had no place, for the appendix of the experiment. */
export function restSections({ id, metrics }: Experiment, { zone }: WordSettings): Section[] {
  return metrics.groups.flatMap((group, index): Section[] => {
    const { rest } = parted(group);
    if (!isShown(group) || rest.length === 0) return [];
    return [
      {
        kind: 'section',
        name: 'output',
        id: `${partId(id, 'metrics')}-${index}-rest`,
        title: inlines('Series - ', strong(groupTitle(group)), ', the others'),
        blocks: restBlocks(group, rest, zone),
      },
    ];
  });
}

/** Of those that did not move, where they are many, only the figures of the whole time: what they did in its parts says nothing. */
function restBlocks(group: MetricGroup, rest: readonly MetricSeries[], zone: Zone): Block[] {
  const moved = rest.filter(({ movement }) => movement.size > 0);
  const quiet = rest.filter(({ movement }) => movement.size <= 0);
  if (quiet.length <= MOST_PLOTS) return [tableOf(group, rest, zone)];
  return [...(moved.length === 0 ? [] : [tableOf(group, moved, zone)]), ...figuresOf(group, quiet, moved.length > 0)];
}
