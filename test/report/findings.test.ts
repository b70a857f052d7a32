import { describe, expect, it } from '@jest/globals';
import { experimentOf, reportOf } from '../support/fixtures.js';

function rules(name: string): string[] {
  return experimentOf(name).findings.map(
    ({ rule, evidence }) => `${rule} ${evidence.map(({ pointer }) => pointer).join(' ')}`,
  );
}

describe('findings', () => {
  it.each([
    ['02-deviated', ['deviated /steady_states/after/probes/0']],
    ['03-gate-tolerance-not-met', ['baseline-not-met /steady_states/before/probes/0']],
    ['06-failed-action', ['action-failed /run/0', 'exit-code /run/1']],
    ['09-interrupted-sigint', ['rollback-skipped /experiment/rollbacks/0', 'no-end /run/1']],
    ['11-interrupted-sigterm', ['stopped-by-signal /run/0']],
    ['12-rollback-fails', ['rollback-failed /rollbacks/1']],
    ['13-continuous', ['violated-during /steady_states/during/1/probes/0', 'recovered /steady_states/during/1']],
    ['01-completed-met', []],
    ['15-dry-activities', ['dry-run /experiment/dry']],
    [
      '20-config-env-secrets',
      ['secrets-masked /experiment/secrets/api/api_token', 'unresolved-variables /experiment/configuration'],
    ],
    ['22-tolerances', ['deviated /steady_states/after/probes/6', 'probes-not-evaluated /steady_states/after']],
  ])('%s', (name, expected) => {
    expect(rules(name)).toEqual(expected);
  });

  it('the same cause in several activities is one finding', () => {
    const [finding] = experimentOf('journal-reverse-proxy').findings;
    expect(finding?.detail.names).toEqual(['api-must-respond', 'frontend-must-respond']);
    expect(finding?.evidence.map(({ index }) => index)).toEqual([1, 2]);
  });

  it('and in several journals too; ids are the same from run to run', () => {
    const { head, experiments } = reportOf('40-old-lib-1.4.0', '40-old-lib-1.9.0');
    expect(head.findings).toHaveLength(1);
    // The latest run is the first one, in the report and here.
    expect(head.findings[0]?.evidence.map(({ experiment }) => experiment)).toEqual(['e1', 'e2']);
    expect(experiments[0]?.findings[0]?.id).toBe(experiments[1]?.findings[0]?.id);
  });
});
