import { isShown } from '../metrics/shown.js';
import type { MetricGroup, MetricSeries, Movement } from '../types.js';
import { pointerOf } from './metric-origin.js';
import { evidence, type Found, type FindingRule, type Run } from './rule.js';

/** Groups of a run that are told, at most: those that moved most. */
const MOST_GROUPS = 2;

/** What goes before what: a series at 0, then how far a series moved, then what went missing or appeared. */
const RANKS: Readonly<Partial<Record<Movement['kind'], number>>> = {
  zero: 2,
  rose: 1,
  fell: 1,
  peaked: 1,
  dipped: 1,
  absent: 0,
  appeared: 0,
};

/**
 * Series moved in the fault window, which the verdict may not show: a steady state holds by its own probes. One finding a group
 * of series, of the one that moved most.
 */
export const metricMoved: FindingRule = {
  rule: 'metric-moved',
  severity: 'low',
  find: (run) =>
    run.metrics.groups
      .flatMap((group) => {
        const moved = isShown(group) ? group.series.filter(({ movement }) => movement.size > 0) : [];
        const [first] = moved.toSorted(mostFirst);
        return first ? [{ group, first, moved: moved.length }] : [];
      })
      .sort((a, b) => mostFirst(a.first, b.first))
      .slice(0, MOST_GROUPS)
      .map(({ group, first, moved }) => foundIn(run, group, first, moved)),
};

function mostFirst({ movement: a }: MetricSeries, { movement: b }: MetricSeries): number {
  return (RANKS[b.kind] ?? -1) - (RANKS[a.kind] ?? -1) || b.size - a.size;
}

function foundIn(run: Run, group: MetricGroup, series: MetricSeries, moved: number): Found {
  const { source, name, origin, unit } = group;
  const { labels, before, during, movement } = series;
  return {
    evidence: [evidence(run, origin.phase, origin.index, pointerOf(run, origin))],
    detail: {
      source,
      name,
      activity: origin.activity,
      labels,
      unit,
      kind: movement.kind,
      before: before && { minimum: before.minimum, median: before.median, maximum: before.maximum },
      during: during && { minimum: during.minimum, median: during.median, maximum: during.maximum },
      least: movement.least,
      most: movement.most,
      moved,
      of: group.series.length,
      verdict: run.verdict.verdict,
    },
    key: JSON.stringify([run.title, source, origin.activity, name, labels]),
  };
}
