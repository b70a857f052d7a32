import { describe, expect, it } from '@jest/globals';
import { durationShift, median } from '../../../src/report/history/duration-shift.js';
import { silenceOf } from '../../../src/report/history/silence.js';
import { turnOf } from '../../../src/report/history/turn.js';
import type { ChangeEffect, DefinitionChange, Series, Turn } from '../../../src/report/types.js';
import { yearReport } from '../../support/fixtures.js';

const change = (effect: ChangeEffect): DefinitionChange => ({
  part: 'hypothesis',
  kind: 'tolerance',
  effect,
  activity: null,
  key: null,
  from: 1,
  to: 2,
  againstEarlier: null,
});

describe('a turn', () => {
  it.each<readonly [Parameters<typeof turnOf>[0], Parameters<typeof turnOf>[1], readonly ChangeEffect[], Turn]>([
    [null, 'held', [], 'first'],
    ['held', 'held', ['loosened'], 'still-held'],
    ['deviated', 'deviated', ['tightened'], 'still-deviated'],
    ['held', 'deviated', [], 'regressed'],
    ['held', 'deviated', ['loosened', 'none'], 'regressed'],
    ['held', 'deviated', ['tightened'], 'deviated-after-change'],
    ['held', 'deviated', ['changed'], 'deviated-after-change'],
    ['deviated', 'held', [], 'fixed'],
    ['deviated', 'held', ['tightened', 'none'], 'fixed'],
    ['deviated', 'held', ['loosened'], 'held-after-change'],
    ['deviated', 'held', ['tightened', 'changed'], 'held-after-change'],
    ['deviated', 'interrupted', [], 'not-judged'],
  ])('from %s to %s with %j: %s', (before, now, effects, turn) => {
    expect(turnOf(before, now, effects.map(change))).toBe(turn);
  });
});

describe('a change of duration', () => {
  it.each<readonly [string, readonly number[], object | null]>([
    ['too few runs', [1, 1, 5, 5, 5], null],
    [
      'longer, all of them',
      [1, 1.1, 0.9, 2, 2.2, 2.1],
      { before: 1, now: 2.1, runsBefore: 3, runsNow: 3, last: 2.1, began: 3 },
    ],
    [
      'shorter, all of them',
      [9, 5, 5, 5, 5, 5, 3, 3, 3],
      { before: 5, now: 3, runsBefore: 5, runsNow: 3, last: 3, began: 6 },
    ],
    [
      'longer already before the last three',
      [1, 1.1, 0.9, 1.5, 2, 2.2, 2.1],
      { before: 1.05, now: 2.1, runsBefore: 4, runsNow: 3, last: 2.1, began: 3 },
    ],
    ['one of them as long as before: noise', [1, 1.1, 2.05, 2, 2.2, 2.1], null],
    ['less than a quarter', [1, 1, 1, 1.2, 1.2, 1.2], null],
    ['less than a tenth of a second', [0.01, 0.01, 0.01, 0.05, 0.05, 0.05], null],
  ])('%s', (_, durations, shift) => {
    expect(durationShift(durations)).toEqual(shift);
  });

  it('is told by medians', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});

describe('silence', () => {
  const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}T00:00:00Z`;

  it.each<readonly [string, readonly number[], number, number | null]>([
    ['one pause tells no rhythm', [1, 2], 31, null],
    ['twice the longest pause is none', [1, 2, 6], 14, null],
    ['more than twice the longest pause is', [1, 2, 6], 15, 9],
    ['runs at one and the same time have no rhythm', [1, 1, 1], 31, null],
  ])('%s', (_, starts, newest, days) => {
    expect(silenceOf(starts.map(day), day(newest))?.silent ?? null).toBe(days === null ? null : days * 86_400);
  });

  it('takes a day at least: on a game day no experiment is missed after a few minutes', () => {
    const starts = ['2026-01-01T09:00:00Z', '2026-01-01T09:00:10Z', '2026-01-01T09:00:20Z'];
    expect(silenceOf(starts, '2026-01-02T09:00:19Z')).toBeNull();
    expect(silenceOf(starts, '2026-01-02T09:00:20Z')).toMatchObject({ silent: 86_400, longestPause: 10 });
  });
});

describe('the made-up year', () => {
  const { series } = yearReport().head;
  const of = (word: string): Series => series.find(({ title }) => title.includes(word))!;

  it('has a series an experiment, one of them under two titles', () => {
    expect(series.map(({ runs }) => runs.length)).toEqual([11, 7, 12, 10, 11, 9]);
    expect(of('Search').formerTitles).toEqual(['Search answers while a node is drained']);
  });

  it('tells a regression', () => {
    expect(of('Payments').standing).toMatchObject({
      verdict: 'deviated',
      turn: 'regressed',
      streak: 3,
      before: 8,
      sameFailure: true,
      changes: [],
    });
  });

  it('tells a fix from a tolerance that was loosened and from a probe that was removed', () => {
    expect(of('cart').standing).toMatchObject({ turn: 'fixed', streak: 1, before: 3, changes: [] });
    expect(of('Checkout').standing).toMatchObject({
      turn: 'held-after-change',
      streak: 3,
      changes: [
        {
          kind: 'tolerance',
          effect: 'loosened',
          from: [0, 2],
          to: [0, 10],
          againstEarlier: { runs: 3, met: 0, notMet: 3, last: { met: false, observed: 3.9, phase: 'after' } },
        },
      ],
    });
    expect(of('Search').standing).toMatchObject({
      turn: 'held-after-change',
      changes: [{ kind: 'activity-removed', effect: 'loosened', activity: { name: 'index-is-green' } }],
    });
  });

  it('passes over the run that says nothing', () => {
    expect(
      of('Exports')
        .runs.map(({ turn }) => turn)
        .slice(2, 5),
    ).toEqual(['still-held', 'not-judged', 'still-held']);
    expect(of('Exports').standing).toMatchObject({ streak: 8, unjudged: 0, duration: { runsBefore: 5, runsNow: 3 } });
  });

  it('says who is no longer run, and of nobody else', () => {
    expect(series.filter(({ standing }) => standing.silence !== null)).toEqual([of('Mail')]);
  });

  it('is the same whatever the order of the journals, and with the latest runs alone', () => {
    const turns = (all: readonly Series[]): unknown =>
      all.map(({ runs, standing }) => [runs.map(({ turn }) => turn), standing]);
    expect(turns(yearReport({ runs: 'latest' }).head.series)).toEqual(turns(series));
    const { lines, totals } = yearReport({ runs: 'latest' }).head;
    expect(lines.every(({ latest }) => latest)).toBe(true);
    expect(totals).toMatchObject({ deviated: 1, held: 5 });
    expect(yearReport().head.lines.filter(({ latest }) => latest)).toHaveLength(6);
  });
});
