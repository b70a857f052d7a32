import { describe, expect, it } from '@jest/globals';
import { readPrometheus } from '../../../src/report/metrics/prometheus.js';
import { prometheusUnit } from '../../../src/report/metrics/unit.js';
import { experimentFrom, experimentOf } from '../../support/fixtures.js';

const matrix = {
  resultType: 'matrix',
  result: [
    {
      metric: { __name__: 'up', job: 'a' },
      values: [[1, '0.25'], [2, 'NaN'], [3, '+Inf'], [4, '-Inf'], [5, '1e3'], [6, 'no number'], 'no pair'],
    },
  ],
};

describe('answers of Prometheus', () => {
  it('reads a matrix, whole or its data alone: decimals, NaN, infinities', () => {
    for (const answer of [{ status: 'success', data: matrix }, matrix]) {
      expect(readPrometheus(answer, null)?.groups[0]?.series).toEqual([
        {
          labels: { __name__: 'up', job: 'a' },
          times: [1000, 2000, 3000, 4000, 5000],
          values: [0.25, NaN, Infinity, -Infinity, 1000],
        },
      ]);
    }
  });

  it('reads vectors and scalars; a string has no number', () => {
    const vector = { resultType: 'vector', result: [{ metric: {}, value: [1.5, '7'] }] };
    expect(readPrometheus(vector, 'q')?.groups[0]).toMatchObject({
      name: 'q',
      regular: false,
      series: [{ times: [1500], values: [7] }],
    });
    expect(readPrometheus({ resultType: 'scalar', result: [2, '8'] }, null)?.groups[0]?.series[0]?.values).toEqual([8]);
    expect(readPrometheus({ resultType: 'string', result: [2, 'text'] }, null)?.groups).toEqual([]);
  });

  it('knows an answer from other objects', () => {
    for (const other of [{ status: 'error' }, { data: matrix }, { resultType: 'matrix' }, [matrix], null, 'x'])
      expect(readPrometheus(other, null)).toBeNull();
  });

  it('puts values into the order of time', () => {
    const result = [
      {
        metric: {},
        values: [
          [3, '3'],
          [1, '1'],
        ],
      },
    ];
    expect(readPrometheus({ resultType: 'matrix', result }, null)?.groups[0]?.series[0]?.values).toEqual([1, 3]);
  });

  it.each([
    ['up', null],
    ['process_resident_memory_bytes', 'bytes'],
    ['sum(process_resident_memory_bytes{job="a"}) by (pod)', 'bytes'],
    ['rate(process_cpu_seconds_total[1m])', null],
    ['rate(http_requests_total[1m])', 'per-second'],
    ['sum(rate(http_requests_total{code=~"5.."}[1m])) by (path)', 'per-second'],
    ['histogram_quantile(0.95, sum(rate(http_request_duration_seconds_bucket[5m])) by (le))', 'seconds'],
    ['deriv(node_memory_bytes[5m])', null],
    ['cache_hit_ratio', 'ratio'],
    ['process_start_time_seconds - 5', null],
  ])('knows the unit of %s, or says that it does not', (query, unit) => {
    expect(prometheusUnit('', query)).toBe(unit);
  });

  it('finds gaps, and values that end long before the run', () => {
    const { groups } = experimentOf('31-prometheus').metrics;
    expect(groups.map(({ name, series }) => [name, series.length, series.map(({ gaps }) => gaps)])).toEqual([
      ['http_requests_total', 3, [0, 0, 0]],
      ['container_memory_working_set_bytes', 5, [0, 0, 0, 0, 0]],
      ['up', 4, [3, 3, 3, 4]],
      ['up', 4, [0, 0, 0, 0]],
    ]);
    expect(groups[0]?.series.map(({ movement }) => movement.kind)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('is found in the body of an http answer, and in what a process printed', () => {
    const text = JSON.stringify({ status: 'success', data: matrix });
    const entry = (type: string, output: unknown) => ({
      activity: {
        type: 'probe',
        name: type,
        provider: { type, url: 'http://p/api/v1/query_range?query=up%7Bjob%3D%22a%22%7D&step=1' },
      },
      status: 'succeeded',
      start: '2026-11-22T07:00:00Z',
      end: '2026-11-22T07:00:01Z',
      output,
    });
    const run = [
      entry('http', { status: 200, headers: {}, body: text }),
      entry('http', { status: 200, headers: {}, body: { status: 'success', data: matrix } }),
      entry('process', { status: 0, stdout: text, stderr: '' }),
    ];
    const { groups } = experimentFrom({ experiment: { title: 't', method: [] }, run }).metrics;
    expect(groups.map(({ query, origin }) => [query, origin.index])).toEqual([
      ['up{job="a"}', 0],
      ['up{job="a"}', 1],
      ['up{job="a"}', 2],
    ]);
  });
});
