/** Raw series → facts: statistics before, during and after the fault window, what moved, and the points to draw. */
import type { MetricGroup, MetricOrigin, MetricSeries } from '../metric-types.js';
import { movementOf, type Others, type Parts, type Span } from './movement.js';
import type { RawGroup, RawSeries } from './raw.js';
import { statisticsOf, writtenStatistics } from './statistics.js';
import { instantOf } from './instant.js';
import { thin } from './thin.js';

/** Stretches that a series of few is thinned to; those of many share about this many points. */
const STRETCHES = 160;
const POINTS_IN_ALL = 24_000;
const LEAST_STRETCHES = 16;
/** A regular series is broken where a value is later than this many steps. */
const LATE = 1.5;

/** Builds a group. `window`: the fault window in milliseconds since 1970. */
export function buildGroup(raw: RawGroup, origin: MetricOrigin, window: Span | null): MetricGroup {
  const { source, name, query, unit, series, regular } = raw;
  const start = least(series.map(({ times }) => times[0] ?? Infinity));
  const end = -least(series.map(({ times }) => -(times.at(-1) ?? -Infinity)));
  const step = usualStep(series);
  const stretches = Math.min(
    STRETCHES,
    Math.max(LEAST_STRETCHES, Math.floor(POINTS_IN_ALL / (4 * Math.max(series.length, 1)))),
  );
  const shared = sharedLabels(series);
  const parts = series.map((one) => partsOf(one, window));
  const covered = window ? Math.min(window.end, end) - window.start : 0;
  const others: Others = {
    expected: regular && step !== null && covered > 0 ? covered / step : 0,
    before: parts.some(({ before }) => before !== null),
    since: parts.some(({ during, after }) => during !== null || after !== null),
  };
  return {
    source,
    origin,
    name,
    query,
    unit,
    step: step === null ? null : step / 1000,
    regular,
    start: start === Infinity ? null : instantOf(start),
    end: start === Infinity ? null : instantOf(end),
    shared,
    series: series.map((one, index) =>
      buildSeries(one, { shared, window, others, stretches, start, step: regular ? step : null }, parts[index]),
    ),
  };
}

interface Around {
  readonly shared: Readonly<Record<string, string>>;
  readonly window: Span | null;
  readonly others: Others;
  readonly stretches: number;
  readonly start: number;
  /** Milliseconds; null where a late value is no gap. */
  readonly step: number | null;
}

function buildSeries(
  { labels, times, values }: RawSeries,
  { shared, window, others, stretches, start, step }: Around,
  parts: Parts = { before: null, during: null, after: null },
): MetricSeries {
  const mostApart = step === null ? Infinity : step * LATE;
  const own = Object.fromEntries(Object.entries(labels).filter(([name]) => shared[name] === undefined));
  return {
    labels: own,
    values: values.length,
    nan: values.filter(Number.isNaN).length,
    plusInfinity: values.filter((value) => value === Infinity).length,
    minusInfinity: values.filter((value) => value === -Infinity).length,
    gaps: times.filter((time, index) => index > 0 && time - (times[index - 1] ?? time) > mostApart).length,
    whole: writtenStatistics(statisticsOf(values)),
    before: writtenStatistics(parts.before),
    during: writtenStatistics(parts.during),
    after: writtenStatistics(parts.after),
    movement: movementOf(times, values, window, parts, others),
    drawn: thin(times, values, mostApart, stretches).map(([at, value]) => [(at - start) / 1000, value]),
  };
}

function partsOf({ times, values }: RawSeries, window: Span | null): Parts {
  if (!window) return { before: null, during: null, after: null };
  const part = (holds: (at: number) => boolean) => statisticsOf(values.filter((_, index) => holds(times[index] ?? 0)));
  return {
    before: part((at) => at < window.start),
    during: part((at) => at >= window.start && at <= window.end),
    after: part((at) => at > window.end),
  };
}

/** The median time between two values, in milliseconds; of the first series, for they are of one query. */
function usualStep(series: readonly RawSeries[]): number | null {
  const times = series.find((one) => one.times.length > 1)?.times ?? [];
  const steps = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? time))
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] || null;
}

function sharedLabels(series: readonly RawSeries[]): Record<string, string> {
  const [first, ...rest] = series;
  if (!first || rest.length === 0) return {};
  return Object.fromEntries(
    Object.entries(first.labels).filter(([name, value]) => rest.every(({ labels }) => labels[name] === value)),
  );
}

/** A spread call has a limit on arguments. */
function least(numbers: readonly number[]): number {
  let found = Infinity;
  for (const number of numbers) if (number < found) found = number;
  return found;
}
