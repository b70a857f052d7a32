import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { attempt, TEXT_FORMATS } from './attempt.js';
import { cpuTimeOf } from '../support/growth.js';

/** A journal with the same text wherever somebody's text can stand. */
function journalOf(text: string): Uint8Array {
  const provider = { type: text, module: text, func: text, url: text, path: text, arguments: { [text]: text } };
  const activity = { type: 'probe', name: text, provider, tolerance: { type: 'regex', pattern: text } };
  const entry = {
    activity,
    status: 'failed',
    output: { body: text, items: [text] },
    exception: [text, `Error: ${text}`],
  };
  const experiment = {
    title: text.slice(0, 2_000),
    description: text,
    tags: [text],
    configuration: { key: text },
    'steady-state-hypothesis': { title: text, probes: [activity] },
    method: [activity, { ref: text }],
  };
  const state = { steady_state_met: false, probes: [{ ...entry, tolerance_met: false }] };
  const times = { status: text, start: text, end: text, duration: text, node: text, platform: text };
  const whole = { 'chaoslib-version': '1.45.0', ...times, experiment, steady_states: { before: state }, run: [entry] };
  return Buffer.from(JSON.stringify(whole));
}

async function makesReport(bytes: Uint8Array): Promise<void> {
  const how = { name: 'journal.json', bytes, readAgain: false, maxInput: Infinity };
  expect(await attempt(TEXT_FORMATS, how)).toBe('report');
}

describe('text of one sign over and over takes time by its length, and not by its square', () => {
  // In milliseconds of CPU: where it went by the square, the worst took minutes.
  it.each([
    '(',
    '_',
    '_a',
    '!',
    '> ',
    '1. ',
    '* ',
    '[',
    '`a',
    ' ',
    ' \n',
    '\n',
    '\t.',
    '.',
    '7',
    '${',
    '\u009d',
    '\u001b[',
    '<',
    '\\"',
  ])('%j', async (piece) => {
    const text = `x${piece.repeat(12_000 / piece.length)}y`;
    expect(await cpuTimeOf(() => makesReport(journalOf(text)))).toBeLessThan(30_000);
  });
});

describe('a megabyte that a pattern could go back in', () => {
  const LONG = 1_000_000;
  const query = { start: '2026-11-22T10:00:00Z', end: '2026-11-22T10:10:00Z', step: 1 };
  const entry = (name: string, argumentsOf: object, output: unknown, exception?: readonly string[]): object => ({
    activity: {
      type: 'probe',
      name,
      provider: { type: 'python', module: 'chaosprometheus.probes', func: 'query_interval', arguments: argumentsOf },
    },
    status: exception ? 'failed' : 'succeeded',
    start: '2026-11-22T10:00:00',
    end: '2026-11-22T10:10:00',
    duration: 600,
    output,
    ...(exception ? { exception } : {}),
  });
  const matrix = { status: 'success', data: { resultType: 'matrix', result: [{ metric: {}, values: [[1, '1']] }] } };
  it.each([
    ['digits in the place of a number', entry('a', {}, [{ value: `${'9'.repeat(LONG)}x` }])],
    ['ends of lines in a traceback', entry('a', {}, null, ['Traceback', `${'\n'.repeat(LONG)}x`])],
    ['a name in a query', entry('a', { ...query, query: `histogram_quantile(${'A'.repeat(LONG)}` }, matrix)],
    ['white space in a query', entry('a', { ...query, query: `sum${' '.repeat(LONG)}x` }, matrix)],
    ['dots in a path', entry('a', { file: `${'a.'.repeat(LONG / 2)}/` }, 1)],
    ['a word in a header', entry('a', {}, `authorization: ${'a'.repeat(LONG)} b`)],
    ['brackets after a secret', entry('a', {}, `password: hunter2${')'.repeat(LONG)}x9`)],
    ['blanks in a secret', entry('a', {}, { password: `k9x\n${' '.repeat(LONG)}z` })],
  ])('%s', async (_, one) => {
    const journal = JSON.parse(readFileSync('fixtures/02-deviated.json', 'utf8')) as object;
    const bytes = Buffer.from(JSON.stringify({ ...journal, run: [one] }));
    expect(await cpuTimeOf(() => makesReport(bytes))).toBeLessThan(30_000);
  });
});
