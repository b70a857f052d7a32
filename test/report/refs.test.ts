import { describe, expect, it } from '@jest/globals';
import { experimentOf } from '../support/fixtures.js';

/** The journal has three declared entries that name another by `ref`: a probe of the hypothesis, and an action. */
describe('entries that refer to another', () => {
  const { definition, run, activityCounts, verdict } = experimentOf('16-refs');

  it('are resolved in the definition', () => {
    expect(definition.method.map(({ name, kind, provider }) => [name, kind, provider?.type])).toEqual([
      ['service-is-healthy', 'probe', 'http'],
      ['restart', 'action', 'python'],
      ['service-is-healthy', 'probe', 'http'],
      ['restart', 'action', 'python'],
    ]);
  });

  it('ran, and are counted as they were declared', () => {
    expect(run.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['service-is-healthy', 'succeeded'],
      ['restart', 'succeeded'],
      ['service-is-healthy', 'succeeded'],
      ['restart', 'succeeded'],
    ]);
    expect(activityCounts).toMatchObject({ succeeded: 4, failed: 0, notStarted: 0, other: 0 });
    expect(verdict.verdict).toBe('held');
  });
});
