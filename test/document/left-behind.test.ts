import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findingSentence } from '../../src/document/words/finding.js';
import { levelBar } from '../../src/render/markdown/inline.js';
import { leftBehindSection } from '../../src/document/sections/left-behind.js';
import type { ReportHead } from '../../src/report/types.js';
import { inlineText } from '../support/document-text.js';
import { FIXTURES, reportFrom, reportOf } from '../support/fixtures.js';

/** What the section says where nothing is known to be left behind. */
function said(...names: readonly string[]): string {
  return saidOf(reportOf(...names).head);
}

function saidOf(head: ReportHead): string {
  const [block] = leftBehindSection(head, 'python').blocks;
  if (block?.kind !== 'paragraph') throw new Error('something was left behind');
  return inlineText(block.content).replaceAll('\u00a0', ' ');
}

/** The rows of what was left behind. */
function rowsOf({ head }: { readonly head: ReportHead }): string[] {
  return leftBehindSection(head, 'python').blocks.flatMap((block) =>
    block.kind === 'facts'
      ? block.rows.map(({ label, value }) => `${inlineText(label)}: ${inlineText(value)}`.replaceAll('\u00a0', ' '))
      : [],
  );
}

function written(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${FIXTURES}${name}.json`, 'utf8')) as Record<string, unknown>;
}

describe('nothing left behind', () => {
  it('says of what it is not known, and claims nothing of the rest that is not so', () => {
    expect(said('16-refs', '30-nothing')).toBe(
      'Nothing, as far as the journals tell: in 1 of 2 experiments no action was started; the steady state was verified wherever it was checked after the method. Not known for 1 experiment that declared actions but no rollback.',
    );
  });

  it('is so where the method did not start', () => {
    expect(said('40-old-lib-0.3.0')).toBe(
      'Nothing, as far as the journal tells: the method did not start; whether the steady state was checked is not recorded.',
    );
  });

  it('is not known where the journal does not record rollbacks, and no finding says that they were not run', () => {
    const journal = written('01-completed-met');
    delete journal.rollbacks;
    const { head } = reportFrom(journal);
    expect(saidOf(head)).toBe(
      'Not known: the journal does not record whether rollbacks ran; the steady state was verified after the method.',
    );
    expect(head.findings.map(({ rule }) => rule)).toEqual([]);
    expect(rowsOf({ head })).toEqual([]);
  });

  it('is not known where actions were declared and no rollback', () => {
    expect(said('16-refs')).toBe(
      'Not known: no rollback was declared; the steady state was verified after the method.',
    );
  });

  it('is nothing where no action was carried out', () => {
    expect(said('15-dry-activities')).toBe('Nothing: no action was carried out.');
  });
});

describe('the steady state that was left', () => {
  it('says whether it was not met, or could not be measured', () => {
    expect(rowsOf(reportOf('03-gate-tolerance-not-met'))).toEqual([
      'Steady state: [Not met before the method; the rollbacks ran after that check, and it was not checked again](#e1-before).',
    ]);
    expect(rowsOf(reportOf('04-gate-probe-failed'))).toEqual([
      'Steady state: [Could not be measured before the method; it was not checked again](#e1-before).',
    ]);
    expect(rowsOf(reportOf('03-gate-tolerance-not-met', '04-gate-probe-failed'))).toEqual([
      'Steady state: [Not met before the method in 1 experiment](#e1-before) (Gate: steady state is not met before we start); the rollbacks ran after that check, and it was not checked again.',
      ': [Could not be measured before the method in 1 experiment](#e2-before) (Gate: the probe itself cannot connect); it was not checked again.',
    ]);
  });

  it('is told where it was looked at after a method without activities', () => {
    const {
      experiment,
      steady_states: states,
      ...rest
    } = written('02-deviated') as {
      readonly experiment: object;
      readonly steady_states: object;
    };
    const { head } = reportFrom({
      ...rest,
      experiment: { ...experiment, method: [], rollbacks: [] },
      steady_states: { ...states, before: null },
      run: [],
      rollbacks: [],
    });
    expect(rowsOf({ head })).toEqual([
      'Steady state: [Not met after the method; it was not checked again](#e1-after).',
    ]);
    expect(levelBar(head.lines[0]!.level)).toBe('┈┈▁▁');
  });
});

describe('a method that was cut off', () => {
  it('names what of it never came: that may have been what puts things right', () => {
    expect(rowsOf(reportOf('09-interrupted-sigint'))).toEqual([
      'Rollbacks not run: [clean up](#e1-rollback-0) was declared but not run, because the run was interrupted.',
      'Cut off: [long action](#e1-method-1) was cut off after 513 ms: it did not complete; 1 activity of the method was not started.',
      'Steady state: [Not checked after the method](#e1-after).',
    ]);
  });
});

describe('a rollback that was answered with an error', () => {
  const answered = (provider: object, output: unknown): ReportHead => {
    const journal = written('01-completed-met') as { rollbacks: { activity: object }[] };
    const rollbacks = journal.rollbacks.map((entry) => ({
      ...entry,
      activity: { ...entry.activity, provider },
      output,
    }));
    return reportFrom({ ...journal, rollbacks }).head;
  };

  it('is left behind in doubt, though the journal counts it as succeeded', () => {
    const head = answered({ type: 'http', url: 'http://localhost/restore' }, { status: 400, headers: {}, body: '' });
    expect(rowsOf({ head })).toEqual([
      'Rollbacks in doubt: [uncordon node](#e1-rollback-0) was answered with an error, though the journal counts it as succeeded.',
    ]);
    expect(head.lines[0]!.verdict.checks.everyRollbackSucceeded).toBe('no');
  });

  it('puts what was to be undone in doubt, and not the fault', () => {
    const head = answered({ type: 'process', path: 'restore' }, { status: 3, stdout: '', stderr: 'no' });
    const [finding] = head.findings;
    expect(inlineText(findingSentence(finding!, 'python')).replaceAll('\u00a0', ' ')).toBe(
      'The process of the rollback [_uncordon node_](#e1-rollback-0) ended with exit code 3: no; the journal counts it as succeeded, and nothing may have been undone.',
    );
  });
});

describe('what probes among the rollbacks answered', () => {
  it('stands beside the steady state, which was looked at before', () => {
    expect(rowsOf(reportOf('02-deviated'))).toEqual([
      expect.stringContaining('Steady state: [Not met after the method; the rollbacks ran after that check'),
      'After the method: The rollback probe [health after rollback](#e1-rollback-1) answered status `200`.',
    ]);
  });

  it('is told where nothing else was left, with its experiment where there are several', () => {
    const title = "What do the shop's metrics do while its orders are answered…";
    expect(rowsOf(reportOf('31d-prometheus-window', '01-completed-met'))).toEqual([
      `After the method: The rollback probe [latency of orders](#e2-rollback-2) answered status \`200\` (${title}).`,
      `: The rollback probes [orders per second](#e2-rollback-1), [cache](#e2-rollback-3) and [memory of 300 workers](#e2-rollback-4) answered with more than a value (${title}).`,
    ]);
  });
});
