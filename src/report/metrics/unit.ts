/**
 * The unit of a Prometheus query, where the names leave no doubt: base units stand at the end of a metric's name
 * (https://prometheus.io/docs/practices/naming/). Functions change units, so only plain selectors, sums of them and
 * `histogram_quantile` are read.
 */
import type { MetricUnit } from '../metric-types.js';

const SUFFIXES: readonly (readonly [RegExp, MetricUnit])[] = [
  [/_seconds$/, 'seconds'],
  [/_bytes$/, 'bytes'],
  [/_ratio$/, 'ratio'],
];

/** Queries that are longer are not read: people's have a hundred characters. */
const LONGEST = 1_000;

/** `name`: the `__name__` that all series have, or empty. */
export function prometheusUnit(name: string, query: string | null): MetricUnit | null {
  const written = query ?? name;
  if (written.length > LONGEST) return null;
  const asked = written.trim().replace(/\s+/g, ' ');
  const quantile = /^histogram_quantile\s*\(.*?([A-Za-z_:][\w:]*)_bucket\b/s.exec(asked);
  if (quantile) return unitOf(quantile[1] ?? '');
  if (/^(?:sum|avg|max|min)?\s*(?:(?:by|without)\s*\([^)]*\)\s*)?\(?\s*(?:rate|irate)\s*\(/.test(asked))
    return rateUnit(asked);
  const plain =
    /^(?:(?:sum|avg|max|min)\s*(?:(?:by|without)\s*\([^)]*\)\s*)?\()?\s*([A-Za-z_:][\w:]*)\s*(?:\{[^}]*\})?\s*\)?\s*(?:(?:by|without)\s*\([^)]*\))?$/.exec(
      asked,
    );
  return plain ? unitOf(plain[1] ?? '') : null;
}

/** A rate of a count of events is so many a second; of bytes or seconds it has no name here. */
function rateUnit(query: string): MetricUnit | null {
  const counted =
    /rate\s*\(\s*([A-Za-z_:][\w:]*)\s*(?:\{[^}]*\})?\s*\[[^\]]*\]\s*\)\s*\)?\s*(?:(?:by|without)\s*\([^)]*\))?$/.exec(
      query,
    );
  const name = counted?.[1] ?? '';
  return /_(?:total|count)$/.test(name) && !/_(?:seconds|bytes)_total$/.test(name) ? 'per-second' : null;
}

function unitOf(name: string): MetricUnit | null {
  return SUFFIXES.find(([suffix]) => suffix.test(name))?.[1] ?? null;
}
