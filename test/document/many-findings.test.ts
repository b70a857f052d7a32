/** A run in which very much went wrong: its front pages and summaries name the first of it, and say how much more there is. */
import { describe, expect, it } from '@jest/globals';
import { composeDocument, DEFAULT_WORDS } from '../../src/document/compose.js';
import { plainText } from '../../src/document/inline.js';
import { findingCallouts, findingsSection } from '../../src/document/sections/findings.js';
import { answerRows } from '../../src/document/sections/rollback-answers.js';
import { readJournal } from '../../src/journal/read-journal.js';
import { buildReport } from '../../src/report/collect.js';
import { rollbackAnswers } from '../../src/report/rollback-answers.js';
import { inlineText, documentText } from '../support/document-text.js';
import { reportFrom, SETTINGS } from '../support/fixtures.js';

/** A run with so many rollbacks, made by their numbers. */
function withRollbacks(count: number, rollback: (index: number) => object): ReturnType<typeof reportFrom> {
  const time = { start: '2026-01-01T12:00:00+00:00', end: '2026-01-01T12:00:01+00:00', duration: 1 };
  const rollbacks = Array.from({ length: count }, (_, index) => ({ ...time, status: 'succeeded', ...rollback(index) }));
  const activities = rollbacks.map((one) => (one as unknown as { activity: object }).activity);
  const act = { type: 'action', name: 'act', provider: { type: 'python', module: 'm', func: 'f' } };
  return reportFrom({
    'chaoslib-version': '1.45.0',
    experiment: { title: 't', method: [act], rollbacks: activities },
    status: 'completed',
    ...time,
    run: [{ activity: act, ...time, status: 'succeeded', output: null }],
    rollbacks,
  });
}

const failing = (index: number): object => ({
  activity: { type: 'action', name: `restore ${index}`, provider: { type: 'python', module: 'm', func: 'f' } },
  status: 'failed',
  output: null,
  exception: [`RuntimeError: ${index} did not come back\n`],
});

describe('the findings of one experiment', () => {
  const told = (count: number): string[] => {
    const [experiment] = withRollbacks(count, failing).experiments;
    if (!experiment) throw new Error('no experiment');
    return findingCallouts(experiment.findings, DEFAULT_WORDS).map(({ status, content, target }) =>
      `${status.word}: ${plainText(content)} → ${target}`.replaceAll('\u00a0', ' '),
    );
  };

  it('are told one by one up to fifty of a rule', () => {
    const all = told(50);
    expect(all).toHaveLength(50);
    expect(all.at(-1)).toMatch(/^failed: The rollback restore 49 failed: .* Undo by hand .* → e1-rollback-49$/);
  });

  it('are a number beyond that, with where they stand and what to do', () => {
    const all = told(2_000);
    expect(all).toHaveLength(51);
    expect(all[49]).toBe(
      'failed: The rollback restore 49 failed: 49 did not come back; the system may still be as the experiment left it. → e1-rollback-49',
    );
    expect(all[50]).toBe(
      'failed: 1,950 more findings of this kind: each stands with its rollback below, and the JSON of this report has all. Undo by hand what the rollback should have undone, then fix the rollback. → e1-rollback-50',
    );
  });

  it('are all in the report, and each rollback with its error in the chapter', () => {
    const report = withRollbacks(120, failing);
    expect(report.experiments[0]?.findings).toHaveLength(120);
    const text = documentText(composeDocument(report, DEFAULT_WORDS));
    for (const index of [0, 49, 50, 119]) expect(text).toContain(`${index} did not come back`);
  });
});

describe('the secrets of several journals', () => {
  const front = (secrets: readonly (string | null)[]): string[] => {
    const journals = secrets.map((secret, index) => ({
      'chaoslib-version': '1.45.0',
      experiment: { title: `t${index}`, method: [] },
      status: 'completed',
      run: secret === null ? [] : [{ activity: { name: 'a' }, status: 'succeeded', output: { password: secret } }],
    }));
    const report = buildReport(
      journals.map((journal, index) => readJournal(Buffer.from(JSON.stringify(journal)), `j${index}.json`)),
      SETTINGS,
    );
    const { blocks } = findingsSection(report.head, DEFAULT_WORDS);
    return blocks.map((block) =>
      block.kind === 'callout' || block.kind === 'paragraph'
        ? `${plainText(block.content)} → ${block.kind === 'callout' ? block.target : ''}`.replaceAll('\u00a0', ' ')
        : '',
    );
  };

  it('are one finding on page 1, which leads to what was masked', () => {
    expect(front(['n7Gq2Lx9', null, 'v4Rk8Zp1', 'w5Tj3Ms6'])).toEqual([
      '3 journals hold secrets in clear text; the report masks them. → masked',
    ]);
  });

  it('are told as such of one journal', () => {
    expect(front(['n7Gq2Lx9', null])).toEqual([
      'The journal j0.json holds 1 secret in clear text; the report masks it. (t0) → e1',
    ]);
  });
});

describe('what probes among the rollbacks answered', () => {
  it('is told of the first in a chapter, with how many more there are', () => {
    const [experiment] = withRollbacks(1_000, (index) => ({
      activity: { type: 'probe', name: `look ${index}`, provider: { type: 'python', module: 'm', func: 'f' } },
      output: { rows: [index, index] },
    })).experiments;
    const answers = rollbackAnswers(experiment?.rollbacks ?? []);
    const rows = answerRows(
      answers.map((answer) => ({ ...answer, experiment: 'e1', title: null })),
      'python',
    );
    expect(rows.map(({ value }) => inlineText(value).replaceAll('\u00a0', ' '))).toEqual([
      'The rollback probes [look 0](#e1-rollback-0), [look 1](#e1-rollback-1), [look 2](#e1-rollback-2), [look 3](#e1-rollback-3), [look 4](#e1-rollback-4) and 995 more answered with more than a value.',
    ]);
  });
});
