/**
 * vegeta's results → a summary, or series. Its report (`vegeta report -type=json`) sums up; its encoded results (`vegeta
 * encode -to json`) are a line a request. Source: vegeta `lib/metrics.go`, `lib/results.go`. Times are in nanoseconds.
 */
import { isObject, type JsonObject, type JsonValue } from '../../json.js';
import { listOf, numberOf, objectOf, textOf } from '../read-parts.js';
import { parseTime } from '../time.js';
import type { LoadMeasure } from '../metric-types.js';
import { perSecond, type Event } from './per-second.js';
import type { Found, RawSeries } from './raw.js';

const NANOSECONDS = 1e-9;

/** Reads a report; null where it is none. */
export function readVegetaReport(value: JsonValue): Found | null {
  if (!isObject(value)) return null;
  const latencies = objectOf(value.latencies);
  const codes = objectOf(value.status_codes);
  if (numberOf(latencies?.mean) === null || !codes || numberOf(value.requests) === null) return null;
  const figures = (part: JsonObject | null, scale: number): LoadMeasure['figures'] =>
    Object.entries(part ?? {}).flatMap(([name, one]) => {
      const number = numberOf(one);
      return number === null ? [] : [{ name, value: number * scale }];
    });
  const only = (name: string, unit: LoadMeasure['unit'], scale = 1): LoadMeasure => ({
    name,
    unit,
    figures: figures(pick(value, name), scale),
  });
  const measures: LoadMeasure[] = [
    only('requests', null),
    only('rate', 'per-second'),
    only('throughput', 'per-second'),
    only('success', 'ratio'),
    { name: 'latencies', unit: 'seconds', figures: figures(latencies, NANOSECONDS) },
    { name: 'status_codes', unit: null, figures: figures(codes, 1) },
    { name: 'bytes_in', unit: 'bytes', figures: figures(objectOf(value.bytes_in), 1) },
    { name: 'bytes_out', unit: 'bytes', figures: figures(objectOf(value.bytes_out), 1) },
    only('duration', 'seconds', NANOSECONDS),
    only('wait', 'seconds', NANOSECONDS),
  ];
  return {
    groups: [],
    loadTests: [
      {
        tool: 'vegeta',
        start: instantFrom(value.earliest),
        end: instantFrom(value.end) ?? instantFrom(value.latest),
        measures: measures.filter((measure) => measure.figures.length > 0),
        thresholds: [],
        errors: listOf(value.errors).flatMap((error) => textOf(error) ?? []),
      },
    ],
  };
}

function pick(value: JsonObject, name: string): JsonObject {
  return { [name]: value[name] ?? null };
}

function instantFrom(value: JsonValue | undefined): string | null {
  const text = textOf(value);
  const instant = text === null ? null : parseTime(text).time.instant;
  // Go's zero time: no request was made.
  return instant?.startsWith('0001-') ? null : instant;
}

/** Reads encoded results, a line a request; null where the first is none. */
export function readVegetaResults(lines: Iterable<JsonValue>): Found | null {
  const latency: [number, number][] = [];
  const events: Event[] = [];
  for (const line of lines) {
    const result = objectOf(line);
    const code = numberOf(result?.code);
    const took = numberOf(result?.latency);
    const at = timeFrom(result?.timestamp);
    if (code === null || took === null || at === null || result?.attack === undefined) {
      if (events.length === 0) return null;
      continue;
    }
    latency.push([at, took * NANOSECONDS]);
    // vegeta writes 0 where there was no answer.
    events.push({ at, label: code === 0 ? 'no answer' : String(code) });
  }
  if (events.length === 0) return null;
  latency.sort(([a], [b]) => a - b);
  const group = { source: 'vegeta' as const, query: null, regular: false };
  const series: RawSeries = { labels: {}, times: latency.map(([at]) => at), values: latency.map(([, took]) => took) };
  const requests = perSecond(events, 'code');
  return {
    groups: [
      ...(requests.length > 0
        ? [{ ...group, name: 'requests', unit: 'per-second' as const, regular: true, series: requests }]
        : []),
      { ...group, name: 'latency', unit: 'seconds', series: [series] },
    ],
    loadTests: [],
  };
}

/** Milliseconds since 1970. */
export function timeFrom(value: JsonValue | undefined): number | null {
  if (typeof value !== 'string') return null;
  // Go writes nanoseconds; `Date.parse` reads any number of digits, and keeps milliseconds.
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : time;
}
