import { isShown } from '../metrics/shown.js';
import { milliseconds } from '../time.js';
import type { Experiment, MetricGroup } from '../types.js';
import { pointerOf } from './metric-origin.js';
import { evidence, type FindingRule } from './rule.js';

/**
 * Series over time that have no value in the fault window: whatever happened in it, they cannot tell. Probes of the hypothesis
 * are run before and after it by design, and are left out.
 */
export const metricSilent: FindingRule = {
  rule: 'metric-silent',
  severity: 'low',
  find: (run) => {
    const window = run.faultWindow;
    if (window === null) return [];
    const silent = run.metrics.groups.filter((group) => isShown(group) && isSilent(group));
    if (silent.length === 0) return [];
    return [
      {
        evidence: silent.map((group) => {
          const { phase, index } = group.origin;
          return evidence(run, phase, index, pointerOf(run, group.origin));
        }),
        detail: {
          groups: silent.map((group) => ({
            source: group.source,
            name: group.name,
            activity: group.origin.activity,
            ...whereItLies(group, window),
          })),
          verdict: run.verdict.verdict,
        },
        key: run.title,
      },
    ];
  },
};

function isSilent({ source, start, series }: MetricGroup): boolean {
  return (
    source !== 'probe' &&
    start !== null &&
    series.some(({ values }) => values > 1) &&
    series.every(({ during }) => during === null)
  );
}

/** On which side of the window the values are, and how many seconds from it; `around` where they are on both. */
function whereItLies(
  { start, end, step }: MetricGroup,
  window: NonNullable<Experiment['faultWindow']>,
): { readonly where: 'before' | 'after' | 'around'; readonly apart: number; readonly step: number | null } {
  const early = end === null ? 0 : (milliseconds(window.start) - milliseconds(end)) / 1000;
  const late = start === null ? 0 : (milliseconds(start) - milliseconds(window.end)) / 1000;
  if (early > 0) return { where: 'before', apart: early, step };
  if (late > 0) return { where: 'after', apart: late, step };
  return { where: 'around', apart: (milliseconds(window.end) - milliseconds(window.start)) / 1000, step };
}
