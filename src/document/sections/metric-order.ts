/** The series and groups of numbers that are told, and their order. */
import type { MetricGroup, MetricSeries } from '../../report/types.js';

/** What moved most first; else in the order they came in. */
export function byMovement(series: readonly MetricSeries[]): readonly MetricSeries[] {
  return series.toSorted((a, b) => b.movement.size - a.movement.size);
}

/** Whether it is more than single values. */
export function isOverTime({ series }: MetricGroup): boolean {
  return series.some(({ values }) => values > 1);
}
