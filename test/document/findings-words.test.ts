import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findingCallout } from '../../src/document/sections/findings.js';
import { composeDocument, DEFAULT_WORDS } from '../../src/document/compose.js';
import { shortReason } from '../../src/document/words/reason.js';
import { plainText } from '../../src/document/inline.js';
import type { Experiment } from '../../src/report/types.js';
import { documentText } from '../support/document-text.js';
import { experimentFrom, experimentOf, FIXTURES, reportOf } from '../support/fixtures.js';

function said({ findings }: Experiment, rule: string): string {
  const finding = findings.find((one) => one.rule === rule);
  if (!finding) return '';
  const { status, content } = findingCallout(finding, DEFAULT_WORDS, false);
  return `${status.word}: ${plainText(content)}`.replaceAll('\u00a0', ' ');
}

/** A run whose method takes 20 seconds from 12:00:10, with Prometheus answers of the given times. */
function withSeries(...answers: readonly (readonly number[])[]): Experiment {
  const clock = (second: number): string => new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString();
  const entry = (type: string, name: string, output: unknown, second: number): object => ({
    activity: { type, name, provider: { type: 'python', module: 'chaosprometheus.probes', func: 'query_interval' } },
    output,
    status: 'succeeded',
    start: clock(second),
    end: clock(second + 10),
    duration: 10,
  });
  return experimentFrom({
    experiment: { title: 't', method: [], rollbacks: [] },
    status: 'completed',
    start: clock(0),
    end: clock(60),
    run: [
      entry('action', 'a', null, 10),
      ...answers.map((seconds, index) =>
        entry(
          'probe',
          `p${index}`,
          {
            status: 'success',
            data: {
              resultType: 'matrix',
              result: [
                {
                  metric: { __name__: `m${index}` },
                  values: seconds.map((at) => [Date.UTC(2026, 0, 1, 12, 0, at) / 1000, '1']),
                },
              ],
            },
          },
          20,
        ),
      ),
    ],
  });
}

describe('series with no value in the fault window', () => {
  it.each<readonly [string, readonly number[], string]>([
    [
      'before it',
      [-30, -20, -10],
      'not known: The values of m0 end 20 seconds before the fault window: they cannot tell what happened in it.',
    ],
    [
      'after it',
      [40, 50, 60],
      'not known: The values of m0 begin 10 seconds after the fault window: they cannot tell what happened in it.',
    ],
    [
      'around it',
      [-20, 5, 35, 60],
      'not known: The values of m0 are all outside the fault window of 20 seconds, which is shorter than the 25 seconds between two of them: they cannot tell what happened in it.',
    ],
    ['a single one', [-20], ''],
    ['one in it', [-20, 0, 20], ''],
  ])('%s', (_, seconds, words) => {
    expect(said(withSeries(seconds), 'metric-silent')).toBe(words);
  });

  it('are one finding', () => {
    expect(said(withSeries([-20, 0], [0, 20], [-20, 5]), 'metric-silent')).toBe(
      'not known: 2 metrics have no value in the fault window (all end before it), and cannot tell what happened in it: m0 and m2.',
    );
  });
});

describe('a steady state that came and went', () => {
  it('says how often, and for how long in all', () => {
    expect(said(experimentOf('13-continuous'), 'recovered')).toMatch(
      /^came and went: The steady state was not met 17 times, in one sample each, for at most [\d.]+ seconds in all, and met again each time\.$/,
    );
  });
});

describe('short reasons', () => {
  const short = (name: string): string => shortReason(experimentOf(name).verdict, 'python').replaceAll('\u00a0', ' ');

  it('set names apart from the words around them', () => {
    expect(short('03-gate-tolerance-not-met')).toMatch(/^“replicas” returned 1 where 3 is expected/);
    expect(short('07-aborted-bad-url')).toMatch(/^Stopped during “bad url”; /);
  });

  it('do not say of a run that held without its fault that all was well', () => {
    const journal = JSON.parse(readFileSync(`${FIXTURES}01-completed-met.json`, 'utf8')) as {
      readonly run: readonly { readonly activity: object }[];
    };
    const provider = { type: 'http', url: 'http://localhost/break' };
    const run = journal.run.map((entry, index) =>
      index === 0 ? { ...entry, activity: { ...entry.activity, provider }, output: { status: 500 } } : entry,
    );
    const { verdict } = experimentFrom({ ...journal, run });
    expect(shortReason(verdict, 'python')).toBe('Verified before and after; not every action succeeded.');
  });

  it('say that the pauses were skipped', () => {
    expect(short('15-dry-pause')).toBe('Verified before and after; the pauses were skipped.');
  });
});

describe('what a dry run recorded', () => {
  it('is not told as what an activity returned', () => {
    const said = documentText(composeDocument(reportOf('15-dry-activities')));
    expect(said).not.toContain('returned the following result');
    expect(said.match(/was not carried out in this dry run; the journal has this result:/g)).toHaveLength(5);
  });
});
