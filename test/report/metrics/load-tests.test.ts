/** Results of a real run: vegeta 12.13 and k6 0.57 against a server on loopback that answered with errors for six seconds. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../../src/journal/read-journal.js';
import { readText } from '../../../src/report/metrics/read-text.js';
import { buildReport } from '../../../src/report/collect.js';
import { fixtureEvidence } from '../../support/evidence.js';
import { FIXTURES, SETTINGS } from '../../support/fixtures.js';

const journal = readJournal(readFileSync(`${FIXTURES}34-load-tests.json`), '34-load-tests.json');
const { metrics } = buildReport([journal], { ...SETTINGS, evidence: fixtureEvidence('34-load-tests') }).experiments[0]!;
const group = (source: string, name: string) =>
  metrics.groups.find((one) => one.source === source && one.name === name)!;
function measure(tool: string, name: string, test = 0): Record<string, number> {
  const one = metrics.loadTests.filter((loadTest) => loadTest.tool === tool)[test]!;
  const { figures } = one.measures.find((known) => known.name === name)!;
  return Object.fromEntries(figures.map((figure) => [figure.name, figure.value]));
}

describe('results of vegeta and k6', () => {
  it('are found in the files that activities name, and are of this run', () => {
    expect(metrics.files.map(({ path, state, timed, phase, index }) => [path, state, timed, phase, index])).toEqual([
      ['results/vegeta-report.json', 'read', true, 'method', 0],
      ['results/vegeta-results.jsonl', 'read', true, 'method', 0],
      ['results/k6-summary.json', 'read', false, 'method', 1],
      ['results/k6-stream.jsonl', 'read', true, 'method', 1],
    ]);
  });

  it('sums up as vegeta does, in the file and in what was printed', () => {
    for (const test of [0, 1]) {
      expect(measure('vegeta', 'requests', test)).toEqual({ requests: 200 });
      expect(measure('vegeta', 'status_codes', test)).toEqual({ '200': 140, '503': 60 });
      expect(measure('vegeta', 'latencies', test)).toMatchObject({
        '95th': expect.closeTo(0.118995091, 9),
        max: expect.closeTo(0.137432487, 9),
      });
    }
    expect(metrics.loadTests.map(({ tool, origin, start }) => [tool, origin.file, start])).toEqual([
      ['vegeta', 'results/vegeta-report.json', '2026-11-23T02:38:37.754921046Z'],
      ['k6', 'results/k6-summary.json', null],
      ['vegeta', null, '2026-11-23T02:38:37.754921046Z'],
    ]);
  });

  it('counts every answer of vegeta in each second', () => {
    const { series, regular, unit } = group('vegeta', 'requests');
    expect([regular, unit, series.map(({ labels }) => labels.code)]).toEqual([true, 'per-second', ['200', '503']]);
    expect(series[0]).toMatchObject({ movement: { kind: 'zero', least: 4, most: 6 } });
    expect(group('vegeta', 'latency').series[0]).toMatchObject({ values: 200, movement: { kind: 'peaked' } });
  });

  it('reads the figures of k6: milliseconds as seconds, thresholds as met or not', () => {
    expect(measure('k6', 'http_req_duration')).toMatchObject({ 'p(95)': expect.closeTo(0.0759543989, 9) });
    expect(measure('k6', 'http_reqs')).toMatchObject({ count: 47 });
    const k6 = metrics.loadTests.find(({ tool }) => tool === 'k6')!;
    expect(k6.thresholds).toEqual([
      { measure: 'http_req_failed', condition: 'rate<0.5', met: true },
      { measure: 'http_req_duration', condition: 'p(95)<50', met: false },
    ]);
    expect(group('k6', 'http_reqs').series.map(({ labels, movement }) => [labels.status, movement.kind])).toEqual([
      ['200', 'zero'],
      ['503', 'rose'],
    ]);
    expect(group('k6', 'http_req_failed').series[0]).toMatchObject({ whole: { minimum: 0, maximum: 1 } });
  });

  it('reads what handleSummary is given', () => {
    // The form that the documentation of k6 shows.
    const data = {
      root_group: { name: '', path: '', groups: [], checks: [] },
      options: {},
      state: { testRunDurationMs: 10_234 },
      metrics: {
        http_req_duration: {
          type: 'trend',
          contains: 'time',
          values: { avg: 120.5, 'p(95)': 180 },
          thresholds: { 'p(95)<200': { ok: true } },
        },
        data_sent: { type: 'counter', contains: 'data', values: { count: 9, rate: 1 } },
        vus: { type: 'gauge', contains: 'default', values: { value: 1 } },
      },
    };
    expect(readText(JSON.stringify(data, null, 2), null)?.loadTests[0]).toMatchObject({
      measures: [
        {
          name: 'http_req_duration',
          unit: 'seconds',
          figures: [
            { name: 'avg', value: 0.1205 },
            { name: 'p(95)', value: 0.18 },
          ],
        },
        { name: 'data_sent', unit: null },
        { name: 'vus', unit: null },
      ],
      thresholds: [{ measure: 'http_req_duration', condition: 'p(95)<200', met: true }],
    });
  });

  it('passes over half a line at the end of a stream, and other JSON altogether', () => {
    const line = (second: number, code: number) =>
      JSON.stringify({ attack: '', seq: second, code, timestamp: `2026-11-22T07:00:0${second}Z`, latency: 1e6 });
    const text = `${[0, 1, 2, 3].map((second) => line(second, second === 2 ? 0 : 200)).join('\n')}\n{"attack":"","co`;
    const found = readText(text, null);
    expect(
      found?.groups.map(({ name, series }) => [name, series.map(({ labels, values }) => [labels.code, values])]),
    ).toEqual([
      [
        'requests',
        [
          ['200', [1, 1, 0]],
          ['no answer', [0, 0, 1]],
        ],
      ],
      ['latency', [[undefined, [0.001, 0.001, 0.001, 0.001]]]],
    ]);
    for (const other of ['{"metrics": {}}', '{"a": 1}\n{"b": 2}', '[1]', '', 'text', '{"latencies": {}}'])
      expect(readText(other, null)).toBeNull();
  });
});
