import { describe, expect, it } from '@jest/globals';
import { reportOf } from '../support/fixtures.js';

describe('the head', () => {
  it('orders experiments worst first, then by start, whatever the order they came in', () => {
    const names = [
      'journal-reverse-proxy',
      '28-no-hypothesis',
      '02-deviated',
      'journal-frontend',
      '03-gate-tolerance-not-met',
    ];
    const files = reportOf(...names).head.lines.map(({ file }) => file);
    expect(files).toEqual([
      '02-deviated.json',
      '03-gate-tolerance-not-met.json',
      '28-no-hypothesis.json',
      'journal-frontend.json',
      'journal-reverse-proxy.json',
    ]);
    expect(reportOf(...names.toReversed()).head.lines.map(({ file }) => file)).toEqual(files);
  });

  it('names every experiment the same in head and experiments', () => {
    const { head, experiments } = reportOf('09-interrupted-sigint', '12-rollback-fails', '20-config-env-secrets');
    expect(experiments.map(({ id, source }) => [id, source.experiment, source.file])).toEqual(
      head.lines.map(({ id, file }) => [id, id, file]),
    );
    for (const { id, findings, leftBehind, redactions, verdict } of experiments) {
      const named = [
        ...findings.flatMap(({ evidence }) => evidence),
        ...leftBehind,
        ...redactions,
        ...(verdict.reason.evidence ? [verdict.reason.evidence] : []),
      ];
      expect(new Set(named.map(({ experiment }) => experiment))).toEqual(named.length > 0 ? new Set([id]) : new Set());
    }
  });

  it('counts verdicts', () => {
    const { totals } = reportOf('02-deviated', '22-tolerances', '01-completed-met').head;
    expect(totals).toMatchObject({ deviated: 2, held: 1, failed: 0 });
  });
});
