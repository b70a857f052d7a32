import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../src/document/inline.js';
import { findingSentence } from '../../src/document/words/finding.js';
import { composeDocument } from '../../src/document/compose.js';
import { measure, shortFigure } from '../../src/document/words/measure.js';
import { renderReport } from '../../src/render/render-report.js';
import { buildReport } from '../../src/report/collect.js';
import { readJournal } from '../../src/journal/read-journal.js';
import { documentText } from '../support/document-text.js';
import { reportFrom, reportOf, SETTINGS } from '../support/fixtures.js';

/** What stands under Metrics, a line a thing. */
function metricsText(text: string): string {
  const from = text.indexOf('§ Metrics');
  return text.slice(from, text.indexOf('{activity ', from));
}

const inWindow = metricsText(documentText(composeDocument(reportOf('31d-prometheus-window'))));

describe('measured values', () => {
  it.each([
    [0.0401, 'seconds', '40.1 ms'],
    [1.2, 'seconds', '1.2 s'],
    [0.0000071, 'seconds', '7.1 µs'],
    [0, 'seconds', '0 µs'],
    [448447771, 'bytes', '448.4 MB'],
    [0.37, 'ratio', '37 %'],
    [12, 'per-second', '12 per second'],
    [12345.6, null, '12,346'],
    [-0.00001234, null, '-0.00001234'],
  ] as const)('%d as %s is %s', (value, unit, words) => {
    expect(measure(value, unit).replaceAll('\u00a0', ' ')).toBe(words);
  });

  it('has four digits that count', () => {
    expect([1.23456, 123.456, 99999, 1e21, 0].map(shortFigure)).toEqual(['1.235', '123.5', '99,999', '1e+21', '0']);
  });
});

describe('the metrics of a run', () => {
  it('have a column for each statistic where the fault window does not part the values of many series', () => {
    const outside = metricsText(documentText(composeDocument(reportOf('31-prometheus'))));
    expect(outside).toContain('Min, MB');
    expect(outside).not.toContain('· median ·');
  });

  it('says what moved, for how long, and when it was back', () => {
    for (const sentence of [
      /GET 200 fell to 0 in the fault window, for 19 to 21.seconds\./,
      /GET 503 rose from a median of 0 to a median of 12\d(\.\d)? and a maximum of 130 in the fault window; 20 of its 21.values there, from 02:39:25 to 02:39:44, were above every value before; it was near its earlier range again at its first value after the window, \d+.ms later\./,
      /POST 201 did not clearly move/,
      /quantile 0\.95 rose from a median of 4\d\.\d+.ms to a median of 1\.\d+.s and a maximum of 1\.\d+.s in the fault window/,
      /quantile 0\.99 rose from .* to a median of 1\.\d+.s and a maximum of \+Inf in the fault window; .*; 5 were \+Inf; it was near/,
      /The fault window is the time between the first action and the end of the method, from 02:39:23 to 02:39:44\. The fault itself may have ended earlier/,
      /10\.0\.0\.4:9121 had no data for 21.seconds around the fault window/,
      /of 300.series 1 went missing and 4 rose; 295 did none of this\. worker-251 had/,
    ])
      expect(inWindow).toMatch(sentence);
  });

  it('makes what moved most a finding, though the steady state held', () => {
    const { findings, verdict } = reportOf('31d-prometheus-window').experiments[0]!;
    expect(verdict.verdict).toBe('held');
    const moved = findings.filter(({ rule }) => rule === 'metric-moved');
    expect(moved.map(({ severity }) => severity)).toEqual(['low', 'low']);
    const said = moved.map((finding) => plainText(findingSentence(finding, 'python')).replaceAll('\u00a0', ' '));
    expect(said[0]).toBe(
      'GET 200 fell to 0 in the fault window, for 19 to 21 seconds, though the steady state held (shop_orders:rate: 2 of 3 series moved).',
    );
    expect(said.slice(1).join('\n')).toMatch(
      /quantile 0\.95 rose from a median of 4\d\.\d+ ms to a median of 1\.\d+ s/,
    );
    expect(reportOf('31-prometheus').experiments[0]!.findings.filter(({ rule }) => rule === 'metric-moved')).toEqual(
      [],
    );
  });

  it('counts what is not drawn', () => {
    expect(inWindow).toMatch(/quantile 0\.99 has \d.values of \+Inf/);
    expect(inWindow).toMatch(/10\.0\.0\.4:9121 has \d+.values of NaN/);
    expect(inWindow).toMatch(/10\.0\.0\.5:9121 has \d.gaps?/);
  });

  it('shows of 300 series those that moved, and the others in the appendix', () => {
    expect(inWindow).toMatch(/worker-118 rose from .*\. worker-204 moved less\./);
    expect(inWindow).toContain('Shown are 5 of 300 series, those that moved most');
    const whole = documentText(composeDocument(reportOf('31d-prometheus-window')));
    expect(
      whole.slice(whole.indexOf('process_resident_memory_bytes**, the others')).match(/^ +worker-\d+ │/gm),
    ).toHaveLength(295);
  });

  it('folds series that did not move into names with their figures, not into pages of rows', () => {
    const whole = documentText(composeDocument(reportOf('31d-prometheus-window')));
    const rest = whole.slice(whole.indexOf('process_resident_memory_bytes**, the others'));
    expect(rest).toContain('Each of these 295\u00a0series with');
    expect(rest).toMatch(/in MB; none of them moved:/);
    expect(rest).toMatch(/facts figures/);
    expect(rest).toMatch(/worker-000 │ 40\.04 · 40\.44 · 40\.74 · 40\.75/);
  });

  it('says of a single line in a plot which number of the output it is', () => {
    expect(metricsText(documentText(composeDocument(reportOf('13-continuous'))))).toContain(
      'All results of service-is-healthy, replicas: 134\u00a0values',
    );
  });

  it('says that values of another time say nothing of the fault window', () => {
    expect(metricsText(documentText(composeDocument(reportOf('31-prometheus'))))).toMatch(
      /These values end 440.days 19.hours before the fault window, and say nothing about it\./,
    );
  });

  it('draws no chart of values that are days away from the fault window', () => {
    const charts = (name: string): number =>
      metricsText(documentText(composeDocument(reportOf(name)))).split('chart').length - 1;
    expect(charts('31-prometheus')).toBe(0);
    expect(charts('31d-prometheus-window')).toBeGreaterThan(0);
  });

  it('draws no chart of a few values that are all the same', () => {
    const metrics = metricsText(documentText(composeDocument(reportOf('40-old-lib-1.30.0'))));
    expect(metrics).toContain('the answer');
    expect(metrics).not.toContain('chart');
  });

  it('is not there where nothing was measured over time', () => {
    expect(documentText(composeDocument(reportOf('02-deviated')))).not.toContain('§ Metrics');
  });
});

/** Many series or many values, around a fault window of ten minutes. */
function large(series: number, values: number): object {
  const start = Date.parse('2026-11-22T07:00:00Z') / 1000;
  const result = Array.from({ length: series }, (_, one) => ({
    metric: { __name__: 'm', pod: `p${one}` },
    values: Array.from({ length: values }, (__, at) => [start + at, String(at === 777 ? 5000 : (at * 7 + one) % 100)]),
  }));
  const entry = (type: string, output: unknown, from: string, to: string) => ({
    activity: { type, name: type, provider: { type: 'python', module: 'm', func: 'f' } },
    status: 'succeeded',
    start: from,
    end: to,
    output,
  });
  return {
    experiment: { title: 'large', method: [] },
    run: [
      entry('action', null, '2026-11-22T07:10:00Z', '2026-11-22T07:20:00Z'),
      entry(
        'probe',
        { status: 'success', data: { resultType: 'matrix', result } },
        '2026-11-22T07:20:00Z',
        '2026-11-22T07:20:01Z',
      ),
    ],
  };
}

describe('many numbers', () => {
  it('draws 100,000 values by a few hundred points, peaks among them, and keeps the output whole', async () => {
    const report = reportFrom(large(1, 100_000));
    const [series] = report.experiments[0]!.metrics.groups[0]!.series;
    expect(series!.drawn.length).toBeLessThan(800);
    expect(series!.drawn).toContainEqual([777, 5000]);
    expect(series!.whole).toMatchObject({ count: 100_000, maximum: 5000 });
    const html = Buffer.from(await renderReport(report, 'html')).toString();
    expect(html.match(/\[179\d{7}, /g)!.length).toBe(100_000);
  });

  it('thins 300 series of 1,000 values', () => {
    const journal = readJournal(Buffer.from(JSON.stringify(large(300, 1000))), 'large.json');
    const { metrics } = buildReport([journal], SETTINGS).experiments[0]!;
    expect(metrics.groups[0]!.series).toHaveLength(300);
    expect(metrics.groups[0]!.series.reduce((sum, { drawn }) => sum + drawn.length, 0)).toBeLessThan(40_000);
  });

  it('shows on pages the beginning of what is drawn, and says so', async () => {
    const report = reportFrom(large(1, 20_000));
    const sizes = await Promise.all(
      [100_000, Infinity].map(
        async (maxOutput) => (await renderReport(report, 'pdf', { maxOutput, attachments: false })).length,
      ),
    );
    expect(sizes[1]! / sizes[0]!).toBeGreaterThan(2);
  });
});
