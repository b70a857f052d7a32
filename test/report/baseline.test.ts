import { describe, expect, it } from '@jest/globals';
import { baselineOf, type Baseline } from '../../src/report/baseline.js';
import { readReport } from '../../src/report/read-report.js';
import { renderReport } from '../../src/render/render-report.js';
import type { Comparison, Report } from '../../src/report/types.js';
import { yearReport } from '../support/fixtures.js';

const baselineFrom = ({ head, experiments }: Report): Baseline => baselineOf(head, experiments, 'base.json');

function compared(before: Report, wanted?: (name: string) => boolean): Comparison {
  return yearReport({ baseline: baselineFrom(before) }, wanted).head.baseline!;
}

const until = (month: string) => (name: string) => name < month;
const not = (word: string) => (name: string) => !name.includes(word);

function turnsOf({ experiments }: Comparison): Record<string, unknown> {
  return Object.fromEntries(
    experiments.map(({ title, turn, sameRun, changes }) => [
      title.split(' ')[0] === 'The' ? 'Cart' : title.split(' ')[0]!,
      sameRun ? 'same' : [turn, changes.length],
    ]),
  );
}

describe('against an earlier report', () => {
  it('each experiment is what it turned to since', () => {
    expect(turnsOf(compared(yearReport({}, until('2026-09'))))).toEqual({
      Checkout: ['held-after-change', 1],
      Payments: ['regressed', 0],
      Cart: ['fixed', 0],
      Search: ['still-held', 1],
      Mail: 'same',
      Exports: ['still-held', 0],
    });
  });

  it('nothing changed against the same report', () => {
    const { experiments, newFindings, goneFindings } = compared(yearReport());
    expect(experiments.every(({ sameRun, turn, changes }) => sameRun && turn === null && changes.length === 0)).toBe(
      true,
    );
    expect([newFindings, goneFindings]).toEqual([[], []]);
  });

  it('an experiment may be new, or missing', () => {
    const missing = compared(yearReport(), not('mail')).experiments.find(({ now }) => now === null);
    expect(missing).toMatchObject({
      experiment: null,
      title: 'Mail goes out after the broker was restarted',
      before: { verdict: 'held' },
    });
    const fresh = compared(yearReport({}, not('cart'))).experiments.filter(({ before }) => before === null);
    expect(fresh).toMatchObject([
      { title: 'The cart is still there after the cache was flushed', now: { verdict: 'held' }, turn: null },
    ]);
  });

  it('knows an experiment that was renamed', () => {
    const { experiments } = compared(yearReport({}, until('2026-05')), until('2026-06'));
    const search = experiments.find(({ title }) => title.startsWith('Search'));
    expect(search).toMatchObject({
      formerTitle: 'Search answers while a node is drained',
      turn: 'still-held',
      changes: [{ kind: 'title' }],
    });
    expect(experiments.every(({ before, now }) => before !== null && now !== null)).toBe(true);
  });

  it('tells new findings, and those that are gone of what was run again', () => {
    const { newFindings, goneFindings } = compared(yearReport({}, until('2026-09')));
    expect(newFindings.map((id) => id.split(':')[0])).toEqual(['deviated']);
    expect(goneFindings.map(({ rule, detail }) => [rule, detail.name])).toEqual(
      expect.arrayContaining([
        ['deviated', 'checkout-p95'],
        ['deviated', 'items-in-cart'],
      ]),
    );
    // Without the runs of the cart nobody knows whether its finding is gone.
    const without = compared(yearReport({}, until('2026-09')), not('cart')).goneFindings;
    expect(without.map(({ detail }) => detail.name)).not.toContain('items-in-cart');
  });

  it('is the same from the JSON as from memory, and with the latest runs alone', async () => {
    for (const runs of ['all', 'latest'] as const) {
      const before = yearReport({ runs }, until('2026-09'));
      const { head, experiments } = readReport(await renderReport(before, 'json'), 'base.json');
      const baseline = baselineOf(head, experiments(), 'base.json');
      expect(turnsOf(yearReport({ baseline, runs }).head.baseline!)).toEqual(turnsOf(compared(before)));
    }
  });
});
