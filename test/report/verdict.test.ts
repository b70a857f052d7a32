import { describe, expect, it } from '@jest/globals';
import { reasonText } from '../../src/document/words/reason.js';
import { experimentFrom, experimentOf } from '../support/fixtures.js';

describe('the verdict of every trap', () => {
  it.each([
    ['01-completed-met', 'held', 'The steady state was verified before and after.'],
    ['02-deviated', 'deviated', 'After the method “service-is-healthy” returned 503 where 200 is expected.'],
    [
      '03-gate-tolerance-not-met',
      'not-tested',
      'Before the method “replicas” returned 1 where 3 is expected, so nothing was tested; the journal says “completed”.',
    ],
    [
      '04-gate-probe-failed',
      'not-tested',
      'Before the method the steady state could not be measured, so nothing was tested: “payments answers” raised an error (ConnectionRefusedError: [Errno 111] Connection refused).',
    ],
    ['05-probe-traceback', 'held', 'The steady state was verified before and after; 5 of 6\u00a0activities failed.'],
    [
      '07-aborted-bad-url',
      'aborted',
      'The run was aborted during “bad url”; the steady state was verified before the method and not checked after it.',
    ],
    [
      '09-interrupted-sigint',
      'interrupted',
      'The run was interrupted during “long action”; the steady state was verified before the method and not checked after it.',
    ],
    ['11-interrupted-sigterm', 'held', 'The steady state was verified before and after; its one activity failed.'],
    [
      '11b-interrupted-sigterm-process',
      'interrupted',
      'The run was interrupted during “long action”; the steady state was verified before the method and not checked after it.',
    ],
    [
      '13-continuous',
      'deviated',
      'During the method “service-is-healthy” was out of tolerance in 17 of 132\u00a0samples; the steady state was met before and after.',
    ],
    ['15-dry-actions', 'dry-run', 'A dry run: actions were not carried out, so nothing was learnt about the system.'],
    [
      '15-dry-activities',
      'dry-run',
      'A dry run: neither actions nor probes were carried out, so nothing was learnt about the system.',
    ],
    ['15-dry-pause', 'held', 'The steady state was verified before and after.'],
    [
      '22-tolerances',
      'deviated',
      'After the method “list of status” returned 503 where one of 200, 201, 204 is expected.',
    ],
    ['28-no-hypothesis', 'exploratory', 'No hypothesis was declared: there was nothing to hold or to deviate from.'],
    [
      '40-old-lib-0.12.2',
      'inconclusive',
      'There is a hypothesis, and the journal does not record whether it was evaluated; 1 of 4\u00a0activities failed.',
    ],
  ])('%s: %s', (name, verdict, sentence) => {
    const { verdict: judgement } = experimentOf(name);
    expect(judgement.verdict).toBe(verdict);
    expect(reasonText(judgement, 'python')).toBe(sentence);
  });
});

describe('the rules, one by one', () => {
  const probe = { type: 'probe', name: 'p', tolerance: 1, provider: { type: 'python', module: 'm', func: 'f' } };
  const state = (met: boolean, extra: object = {}): object => ({
    steady_state_met: met,
    probes: [{ activity: probe, output: met ? 1 : 2, status: 'succeeded', tolerance_met: met, ...extra }],
  });
  const journal = (fields: object, experiment: object = {}): object => ({
    'chaoslib-version': '1.45.0',
    experiment: {
      title: 't',
      method: [{ type: 'action', name: 'a' }],
      'steady-state-hypothesis': { title: 'h', probes: [probe] },
      ...experiment,
    },
    status: 'completed',
    deviated: false,
    run: [{ activity: { type: 'action', name: 'a' }, status: 'succeeded', output: null }],
    steady_states: { before: state(true), after: state(true), during: [] },
    rollbacks: [],
    ...fields,
  });

  it('a hypothesis not met after is a deviation, whatever the status says', () => {
    for (const status of ['completed', 'failed', 'aborted', 'interrupted', null]) {
      expect(
        experimentFrom(journal({ status, steady_states: { before: state(true), after: state(false) } })).verdict
          .verdict,
      ).toBe('deviated');
    }
  });

  it('a probe that could not run after is a deviation that could not be measured', () => {
    const after = state(false, {
      status: 'failed',
      exception: ['Traceback (most recent call last):\n', 'ValueError: x\n'],
    });
    const { verdict, reason } = experimentFrom(
      journal({ status: 'failed', deviated: true, steady_states: { before: state(true), after } }),
    ).verdict;
    expect([verdict, reason.code]).toEqual(['deviated', 'not-measured-after']);
  });

  it('violations during the run outweigh a steady state that was met after', () => {
    const { verdict } = experimentFrom(
      journal({
        steady_states: { before: state(true), during: [state(true), null, state(false)], after: state(true) },
      }),
    );
    expect(verdict.verdict).toBe('deviated');
    expect(verdict.reason.evidence).toMatchObject({
      phase: 'during',
      index: 2,
      pointer: '/steady_states/during/2/probes/0',
    });
    expect(verdict.reason.samples).toEqual({ total: 2, met: 1, notMet: 1 });
  });

  it('met only before is inconclusive; met only during is held', () => {
    expect(experimentFrom(journal({ steady_states: { before: state(true), after: null } })).verdict.verdict).toBe(
      'inconclusive',
    );
    expect(
      experimentFrom(journal({ steady_states: { before: null, during: [state(true)], after: null } })).verdict.verdict,
    ).toBe('held');
  });

  it('failed without an evaluation is failed', () => {
    expect(
      experimentFrom(journal({ status: 'failed', steady_states: { before: state(true), after: null } })).verdict
        .verdict,
    ).toBe('failed');
  });

  it('a hypothesis without probes is exploratory', () => {
    const { verdict } = experimentFrom(
      journal(
        { steady_states: { before: null, after: null } },
        { 'steady-state-hypothesis': { title: 'h', probes: [] } },
      ),
    ).verdict;
    expect(verdict).toBe('exploratory');
  });

  it('a hypothesis without probes was not verified, whatever the journal says', () => {
    const met = { steady_state_met: true, probes: [] };
    const { verdict, level } = experimentFrom(
      journal(
        { steady_states: { before: met, during: [met], after: met } },
        { 'steady-state-hypothesis': { title: 'h', probes: [] } },
      ),
    );
    expect([verdict.verdict, verdict.checks.baselineVerified, level.after]).toEqual([
      'exploratory',
      'not-known',
      'not-run',
    ]);
  });

  it('an action that was declared and never started did not succeed', () => {
    expect(experimentFrom(journal({ run: [] })).verdict.checks.everyActionSucceeded).toBe('no');
    expect(experimentFrom(journal({})).verdict.checks.everyActionSucceeded).toBe('yes');
  });

  it('a dry run answers no check with yes that was not carried out', () => {
    const { checks } = experimentFrom(
      journal({}, { dry: 'activities', rollbacks: [{ type: 'action', name: 'r' }] }),
    ).verdict;
    expect(checks).toEqual({
      baselineVerified: 'not-known',
      everyActionSucceeded: 'no',
      everyProbeEvaluatedAfter: 'no',
      everyRollbackSucceeded: 'no',
    });
  });

  it.each([
    ['interrupted', undefined, 'interrupted'],
    ['completed', 'never', 'never'],
    ['completed', 'deviated', 'only-when-deviated'],
    ['completed', undefined, 'unknown'],
  ])('a rollback that was not run after status %s with strategy %s: %s', (status, strategy, reason) => {
    const experiment = experimentFrom(
      journal(
        { status },
        { rollbacks: [{ type: 'action', name: 'r' }], ...(strategy ? { runtime: { rollbacks: { strategy } } } : {}) },
      ),
    );
    expect(experiment.rollbacks).toMatchObject([{ name: 'r', result: null, skipped: reason }]);
    expect(experiment.leftBehind).toContainEqual(expect.objectContaining({ kind: 'rollback-not-run', reason }));
  });

  it('probes after the first one out of tolerance are not evaluated', () => {
    const other = { ...probe, name: 'q' };
    const { hypothesis } = experimentFrom(
      journal(
        { steady_states: { before: state(true), after: state(false) } },
        { 'steady-state-hypothesis': { title: 'h', probes: [probe, other] } },
      ),
    );
    expect(hypothesis?.after.probes.map(({ name, state: at }) => [name, at])).toEqual([
      ['p', 'not-met'],
      ['q', 'not-evaluated'],
    ]);
  });
});
