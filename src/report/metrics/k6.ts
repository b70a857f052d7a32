/**
 * k6's results → a summary, or series. The summary is what `--summary-export` writes, or what `handleSummary` is given
 * (https://grafana.com/docs/k6/latest/results-output/end-of-test/); the stream of `--out json` is a line a point. k6 measures
 * time in milliseconds.
 */
import { isObject, type JsonObject, type JsonValue } from '../../json.js';
import { numberOf, objectOf, textOf } from '../read-parts.js';
import type { LoadMeasure, LoadThreshold, MetricUnit } from '../metric-types.js';
import { perSecond, type Event } from './per-second.js';
import type { Found, RawGroup, RawSeries } from './raw.js';
import { timeFrom } from './vegeta.js';

const MILLISECONDS = 1e-3;

/** Reads a summary; null where it is none. */
export function readK6Summary(value: JsonValue): Found | null {
  if (!isObject(value)) return null;
  const metrics = objectOf(value.metrics);
  if (!metrics || !objectOf(value.root_group)) return null;
  const entries = Object.entries(metrics).flatMap(([name, one]) => (isObject(one) ? [[name, one] as const] : []));
  if (entries.length === 0) return null;
  return {
    groups: [],
    loadTests: [
      {
        tool: 'k6',
        start: null,
        end: null,
        measures: entries.flatMap(([name, one]) => measureOf(name, one)),
        thresholds: entries.flatMap(([name, one]) => thresholdsOf(name, one)),
        errors: [],
      },
    ],
  };
}

/** `handleSummary` has its figures under `values` and says what they contain; `--summary-export` has neither. */
function measureOf(name: string, metric: JsonObject): LoadMeasure[] {
  const values = objectOf(metric.values) ?? metric;
  const unit = unitOf(name, textOf(metric.contains), values);
  const scale = unit === 'seconds' ? MILLISECONDS : 1;
  const figures = Object.entries(values).flatMap(([figure, one]) => {
    const number = numberOf(one);
    return number === null ? [] : [{ name: figure, value: number * scale }];
  });
  return figures.length === 0 ? [] : [{ name, unit, figures }];
}

/** The built-in metrics of time: https://grafana.com/docs/k6/latest/using-k6/metrics/reference/. */
const TIMES =
  /^(?:http_req_(?:blocked|connecting|duration|receiving|sending|tls_handshaking|waiting)|iteration_duration|group_duration|grpc_req_duration|ws_(?:connecting|ping|session_duration))(?:\{.*\})?$/;

function unitOf(name: string, contains: string | null, values: JsonObject): MetricUnit | null {
  if (contains === 'time' || (contains === null && TIMES.test(name))) return 'seconds';
  // A counter has a count and a rate, in two units.
  if (values.count !== undefined) return null;
  return contains === 'data' ? 'bytes' : null;
}

/** In `handleSummary` `{ok: true}`; in `--summary-export` a boolean that says whether it was crossed (k6 `summary.go`). */
function thresholdsOf(measure: string, metric: JsonObject): LoadThreshold[] {
  return Object.entries(objectOf(metric.thresholds) ?? {}).flatMap(([condition, one]): LoadThreshold[] => {
    if (typeof one === 'boolean') return [{ measure, condition, met: !one }];
    const ok = objectOf(one)?.ok;
    return typeof ok === 'boolean' ? [{ measure, condition, met: ok }] : [];
  });
}

interface Metric {
  readonly type: string | null;
  readonly contains: string | null;
  readonly points: [number, number][];
  readonly events: Event[];
}

/** Reads the stream; null where the first line is no line of it. */
export function readK6Stream(lines: Iterable<JsonValue>): Found | null {
  const metrics = new Map<string, Metric>();
  let points = 0;
  for (const line of lines) {
    const one = objectOf(line);
    const name = textOf(one?.metric);
    const data = objectOf(one?.data);
    if (!one || name === null || !data) {
      if (metrics.size === 0) return null;
      continue;
    }
    if (one.type === 'Metric') {
      metrics.set(name, { type: textOf(data.type), contains: textOf(data.contains), points: [], events: [] });
    } else if (one.type === 'Point') {
      const at = timeFrom(data.time);
      const value = numberOf(data.value);
      const metric = metrics.get(name);
      if (!metric) {
        if (metrics.size === 0) return null;
        continue;
      }
      if (at === null || value === null) continue;
      points++;
      if (metric.type === 'counter') metric.events.push({ at, label: labelOf(name, data), weight: value });
      else metric.points.push([at, value]);
    }
  }
  if (points === 0) return null;
  return { groups: [...metrics].flatMap(([name, metric]) => groupOf(name, metric)), loadTests: [] };
}

/** Requests are told apart by how they were answered. */
function labelOf(name: string, data: JsonObject): string {
  if (name !== 'http_reqs') return '';
  const status = textOf(objectOf(data.tags)?.status);
  return status === '0' ? 'no answer' : (status ?? '');
}

function groupOf(name: string, { type, contains, points, events }: Metric): RawGroup[] {
  const group = { source: 'k6' as const, name, query: null };
  if (type === 'counter') {
    const series = perSecond(events, 'status');
    // Bytes a second have no name here.
    const unit = contains === 'data' ? null : ('per-second' as const);
    return series.length === 0 ? [] : [{ ...group, unit, regular: true, series }];
  }
  if (points.length < 2) return [];
  const sorted = points.toSorted(([a], [b]) => a - b);
  if (type === 'rate') {
    const series = shareOf(sorted);
    return series ? [{ ...group, unit: 'ratio', regular: false, series: [series] }] : [];
  }
  const scale = contains === 'time' ? MILLISECONDS : 1;
  const series: RawSeries = {
    labels: {},
    times: sorted.map(([at]) => at),
    values: sorted.map(([, value]) => value * scale),
  };
  return [
    {
      ...group,
      unit: contains === 'time' ? 'seconds' : contains === 'data' ? 'bytes' : null,
      regular: false,
      series: [series],
    },
  ];
}

/** Of points that are 0 or 1, the share of 1 in each second that has any. */
function shareOf(points: readonly (readonly [number, number])[]): RawSeries | null {
  const first = points[0]?.[0] ?? 0;
  const seconds = new Map<number, { sum: number; count: number }>();
  for (const [at, value] of points) {
    const second = Math.floor((at - first) / 1000);
    const known = seconds.get(second) ?? { sum: 0, count: 0 };
    seconds.set(second, { sum: known.sum + value, count: known.count + 1 });
  }
  if (seconds.size < 2) return null;
  return {
    labels: {},
    times: [...seconds.keys()].map((second) => first + second * 1000),
    values: [...seconds.values()].map(({ sum, count }) => sum / count),
  };
}
