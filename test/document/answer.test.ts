import { describe, expect, it } from '@jest/globals';
import { composeDocument } from '../../src/document/compose.js';
import { answer } from '../../src/document/sections/answer.js';
import { plainText } from '../../src/document/inline.js';
import {
  VERDICTS,
  type ExperimentLine,
  type ReasonCode,
  type ReportHead,
  type Verdict,
} from '../../src/report/types.js';
import { reportOf } from '../support/fixtures.js';

function said(...verdicts: readonly Verdict[]): string {
  return saidFor('not-measured-before', ...verdicts);
}

function saidFor(code: ReasonCode, ...verdicts: readonly Verdict[]): string {
  const lines = verdicts.map((verdict) => ({
    verdict: { verdict, checks: {}, reason: { code } },
    level: {},
  })) as unknown as ExperimentLine[];
  const totals = Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, verdicts.filter((one) => one === verdict).length]),
  ) as ReportHead['totals'];
  return plainText(answer({ lines, totals, series: [], baseline: null })).replaceAll('\u00a0', ' ');
}

describe('the answer on page 1', () => {
  it('counts what had something to hold, and names the others as others', () => {
    expect(said('held', 'exploratory', 'exploratory')).toBe(
      'In 1 experiment the system behaved as expected; 2 others were exploratory.',
    );
    expect(said('held', 'deviated', 'exploratory', 'dry-run')).toBe(
      'In 1 of 2 experiments the system behaved as expected; 1 deviated; 1 other was exploratory; 1 other was a dry run.',
    );
    expect(said('held', 'held', 'dry-run')).toBe(
      'In both experiments the system behaved as expected; 1 other was a dry run.',
    );
  });

  it('counts all where nothing held, or all could', () => {
    expect(said('held', 'deviated')).toBe('In 1 of 2 experiments the system behaved as expected; 1 deviated.');
    expect(said('deviated', 'exploratory')).toBe(
      'Of 2 experiments none showed the system behaving as expected; 1 deviated; 1 was exploratory.',
    );
  });

  it('says of those that held in how many an action or a rollback did not succeed', () => {
    const held = (
      everyActionSucceeded: string,
      everyRollbackSucceeded: string,
    ): Partial<ExperimentLine['verdict']> => ({
      checks: { everyActionSucceeded, everyRollbackSucceeded } as ExperimentLine['verdict']['checks'],
    });
    const answered = (...checks: readonly ReturnType<typeof held>[]): string => {
      const lines = checks.map((one) => ({
        verdict: { verdict: 'held', reason: { code: 'verified' }, ...one },
        level: {},
      })) as unknown as ExperimentLine[];
      const totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, verdict === 'held' ? lines.length : 0]));
      const head = { lines, totals: totals as ReportHead['totals'], series: [], baseline: null };
      return plainText(answer(head)).replaceAll('\u00a0', ' ');
    };
    expect(answered(held('yes', 'yes'), held('no', 'yes'), held('yes', 'no'))).toBe(
      'In all 3 experiments the system behaved as expected, but in 1 of these an action did not succeed, so that the fault may not have been injected, and in 1 a rollback did not succeed.',
    );
    expect(answered(held('yes', 'yes'), held('yes', 'no'))).toBe(
      'In both experiments the system behaved as expected, but in 1 of these a rollback did not succeed.',
    );
  });

  it('says that the steady state of the one experiment could not be measured', () => {
    const line = { verdict: { verdict: 'deviated', reason: { code: 'not-measured-after' }, checks: {} }, level: {} };
    const lines = [line] as unknown as ExperimentLine[];
    const totals = {} as ReportHead['totals'];
    expect(plainText(answer({ lines, totals, series: [], baseline: null }))).toBe(
      'The steady state could not be measured after the method, which counts as deviated.',
    );
  });

  it('does not blame runs that had nothing to hold', () => {
    expect(said('exploratory', 'exploratory')).toBe(
      'Neither of 2 experiments could show whether the system behaves as expected; 2 were exploratory.',
    );
  });
});

describe('what one experiment did', () => {
  it('says of a run whose hypothesis has no probes that it has one', () => {
    expect(saidFor('no-hypothesis', 'exploratory')).toBe(
      'The run was exploratory: it had no hypothesis to hold or to deviate from.',
    );
    expect(saidFor('no-probes', 'exploratory')).toBe(
      'The run was exploratory: its hypothesis has no probes, and could neither hold nor be deviated from.',
    );
  });

  it('counts an action that was carried out several times', () => {
    const [summary] = composeDocument(reportOf('16-refs')).front.sections;
    const note = summary!.blocks.find((block) => block.kind === 'paragraph' && block.role === 'note');
    expect(note?.kind === 'paragraph' && plainText(note.content).replaceAll('\u00a0', ' ')).toContain(
      'Its action: “restart”, 2 times.',
    );
  });
});
