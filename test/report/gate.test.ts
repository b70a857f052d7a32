import { describe, expect, it } from '@jest/globals';
import { tripWords } from '../../src/document/gate.js';
import { plainText } from '../../src/document/inline.js';
import { evidenceOf, trippedBy, type Gate, type GateRule } from '../../src/report/gate.js';
import { VERDICTS } from '../../src/report/types.js';
import { fixtureNames, reportOf } from '../support/fixtures.js';

const { head } = reportOf(...fixtureNames());

function gate(...rules: readonly GateRule[]): Gate {
  return { rules, experiments: null };
}

describe('the gate', () => {
  it.each(VERDICTS)('is tripped by each experiment with the verdict %s, and by no other', (verdict) => {
    const trips = trippedBy(head, gate({ kind: 'verdict', verdict }));
    expect(trips.map((trip) => trip.kind === 'verdict' && trip.line.id)).toEqual(
      head.lines.filter((line) => line.verdict.verdict === verdict).map(({ id }) => id),
    );
    expect(trips).toHaveLength(head.totals[verdict]);
  });

  it('is tripped by what was left behind, once an experiment, and not where nothing was done', () => {
    const trips = trippedBy(head, gate({ kind: 'left-behind' }));
    const files = trips.map((trip) => trip.kind === 'left-behind' && trip.line.file);
    expect(files).toContain('12-rollback-fails.json');
    expect(files).toContain('09-interrupted-sigint.json');
    expect(files).not.toContain('03-gate-tolerance-not-met.json');
    expect(new Set(files).size).toBe(files.length);
  });

  it('tells a finding of several experiments for each of them, with its own evidence', () => {
    const trips = trippedBy(head, gate({ kind: 'finding', id: 'action-failed' }));
    expect(trips.length).toBeGreaterThan(2);
    for (const trip of trips) {
      if (trip.kind !== 'finding') throw new Error(trip.kind);
      expect(trip.finding.evidence.map(({ experiment }) => experiment)).toContain(trip.line.id);
      expect(new Set(trip.finding.evidence.map(({ experiment }) => experiment)).size).toBe(1);
    }
  });

  it('knows one finding by its id', () => {
    const [first] = trippedBy(head, gate({ kind: 'finding', id: 'action-failed' }));
    if (first?.kind !== 'finding') throw new Error('nothing failed');
    const { id } = first.finding;
    const trips = trippedBy(head, gate({ kind: 'finding', id }));
    expect(trips.length).toBeGreaterThan(0);
    expect(trips.every((trip) => trip.kind === 'finding' && trip.finding.id === id)).toBe(true);
  });

  it('counts experiments', () => {
    const { length } = head.lines;
    expect(trippedBy(head, { rules: [], experiments: length })).toEqual([]);
    const trips = trippedBy(head, { rules: [], experiments: length + 1 });
    expect(trips).toEqual([{ kind: 'too-few', reported: length, required: length + 1 }]);
    expect(trips.map(evidenceOf)).toEqual([null]);
  });

  it('says on one line which rule, which experiment and why', () => {
    const words = (name: string, rule: GateRule): string[] =>
      trippedBy(reportOf(name).head, gate(rule)).map((trip) => plainText(tripWords(trip, 'python')));
    expect(words('02-deviated', { kind: 'verdict', verdict: 'deviated' })).toEqual([
      'deviated: “Does checkout degrade gracefully when its database goes away?”: “service-is-healthy” returned 503 where 200 is expected, after the method.',
    ]);
    expect(words('12-rollback-fails', { kind: 'left-behind' })).toEqual([
      'left-behind: “Rollbacks, one of which fails”: Rollbacks failed: reattach volume failed.',
    ]);
    expect(words('09-interrupted-sigint', { kind: 'left-behind' })).toEqual([
      'left-behind: “Interrupted by Ctrl-C while an action runs”: Rollbacks not run: clean up was declared but not run, because the run was interrupted. And 2 more.',
    ]);
    expect(words('12-rollback-fails', { kind: 'finding', id: 'rollback-failed' })[0]).toMatch(
      /^finding:rollback-failed: “Rollbacks, one of which fails”: The rollback reattach volume failed/,
    );
  });
});
