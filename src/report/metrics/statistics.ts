/** Values → minimum, median, 95th percentile and maximum. */
import type { Figure, SeriesStatistics } from '../metric-types.js';

/** Statistics as numbers, the infinities among them. */
export interface Statistics {
  readonly count: number;
  readonly plusInfinity: number;
  readonly minimum: number;
  readonly median: number;
  readonly p95: number;
  readonly maximum: number;
}

/** Statistics of all values but NaN; null where there are none. */
export function statisticsOf(values: readonly number[]): Statistics | null {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  if (sorted.length === 0) return null;
  return {
    count: sorted.length,
    plusInfinity: sorted.filter((value) => value === Infinity).length,
    minimum: sorted[0] ?? 0,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    maximum: sorted.at(-1) ?? 0,
  };
}

/** Interpolated between the two nearest ranks (Prometheus `promql/quantile.go`, `quantile`). */
function quantile(sorted: Float64Array, part: number): number {
  const rank = part * (sorted.length - 1);
  const lower = Math.floor(rank);
  const weight = rank - lower;
  const low = sorted[lower] ?? 0;
  const high = sorted[Math.min(lower + 1, sorted.length - 1)] ?? low;
  if (weight === 0 || low === high) return low;
  // Between the two infinities there is no number.
  return low === -Infinity && high === Infinity ? (weight < 0.5 ? low : high) : low * (1 - weight) + high * weight;
}

/** As they stand in the report. */
export function writtenStatistics(statistics: Statistics | null): SeriesStatistics | null {
  if (!statistics) return null;
  const { count, plusInfinity, minimum, median, p95, maximum } = statistics;
  return {
    count,
    plusInfinity,
    minimum: written(minimum),
    median: written(median),
    p95: written(p95),
    maximum: written(maximum),
  };
}

function written(value: number): Figure {
  return value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : value;
}
