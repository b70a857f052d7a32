/**
 * An answer of the Prometheus HTTP API → series. Values are strings (`"NaN"` and `"+Inf"` among them) and times are seconds
 * since 1970: https://prometheus.io/docs/prometheus/latest/querying/api/. Taken whole, as chaosprometheus returns it, or its
 * `data` alone.
 */
import { isArray, isObject, toNumber, type JsonObject, type JsonValue } from '../../json.js';
import { listOf, objectOf, textOf } from '../read-parts.js';
import { NOTHING, type Found, type RawSeries } from './raw.js';
import { prometheusUnit } from './unit.js';

/** Reads an answer; null where it is none. `query`: what was asked, where that is known. */
export function readPrometheus(value: JsonValue, query: string | null): Found | null {
  const data = dataOf(value);
  if (!data) return null;
  const series = seriesOf(textOf(data.resultType) ?? '', data.result);
  if (series.length === 0) return NOTHING;
  const names = new Set(series.map(({ labels }) => labels.__name__ ?? ''));
  const [only = ''] = names.size === 1 ? names : [];
  return {
    groups: [
      {
        source: 'prometheus',
        name: only || (query ?? ''),
        query,
        unit: prometheusUnit(only, query),
        regular: data.resultType === 'matrix',
        series,
      },
    ],
    loadTests: [],
  };
}

const RESULT_TYPES = new Set(['matrix', 'vector', 'scalar', 'string']);

/** The part with `resultType` and `result`. */
function dataOf(value: JsonValue): JsonObject | null {
  if (!isObject(value)) return null;
  const data = value.status === 'success' ? objectOf(value.data) : value;
  if (!data || !RESULT_TYPES.has(textOf(data.resultType) ?? '') || !isArray(data.result)) return null;
  return data;
}

function seriesOf(type: string, result: JsonValue | undefined): RawSeries[] {
  switch (type) {
    case 'matrix':
      return listOf(result).flatMap((one) => seriesFrom(one, 'values'));
    case 'vector':
      return listOf(result).flatMap((one) => seriesFrom(one, 'value'));
    case 'scalar':
      return rawSeries({}, [result ?? null]);
    default:
      // A string is text, and stands in the output.
      return [];
  }
}

function seriesFrom(value: JsonValue, key: 'values' | 'value'): RawSeries[] {
  const one = objectOf(value);
  if (!one) return [];
  const labels = Object.fromEntries(
    Object.entries(objectOf(one.metric) ?? {}).map(([name, label]) => [name, textOf(label) ?? '']),
  );
  return rawSeries(labels, key === 'values' ? listOf(one.values) : [one.value ?? null]);
}

function rawSeries(labels: Record<string, string>, pairs: readonly JsonValue[]): RawSeries[] {
  const points = pairs.flatMap((pair): [number, number][] => {
    const [time, value] = listOf(pair);
    const at = toNumber(time);
    const number = sampleValue(value);
    return at !== undefined && Number.isFinite(at) && number !== null ? [[at * 1000, number]] : [];
  });
  if (points.length === 0) return [];
  points.sort(([a], [b]) => a - b);
  return [{ labels, times: points.map(([at]) => at), values: points.map(([, number]) => number) }];
}

/** A sample's value: a string as Go writes floats, or a number. */
function sampleValue(value: JsonValue | undefined): number | null {
  if (typeof value !== 'string') return toNumber(value) ?? null;
  switch (value) {
    case 'NaN':
      return NaN;
    case '+Inf':
    case 'Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
    default: {
      const number = value.trim() === '' ? NaN : Number(value);
      return Number.isFinite(number) ? number : null;
    }
  }
}
