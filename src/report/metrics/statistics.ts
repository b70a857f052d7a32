/** Values → minimum, median, 95th percentile and maximum. */
import type { SeriesStatistics } from '../metric-types.js';

/** Statistics of the finite values; null where there are none. */
export function statisticsOf(values: readonly number[]): SeriesStatistics | null {
  const sorted = Float64Array.from(values.filter(Number.isFinite)).sort();
  if (sorted.length === 0) return null;
  return {
    count: sorted.length,
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
  return weight === 0 ? low : low * (1 - weight) + high * weight;
}
