import { evidence, type FindingRule } from './rule.js';

/** Times that run backwards, or are none: what depends on them (durations, the timeline) cannot be trusted. */
export const clock: FindingRule = {
  rule: 'clock',
  severity: 'low',
  find: (run) =>
    run.warnings.flatMap(({ code, place, detail }) =>
      code === 'backwards' || code === 'bad-time'
        ? [
            {
              evidence: [evidence(run, null, null, place?.pointer ?? '')],
              detail: { code, name: detail?.name ?? null, pointer: place?.pointer ?? '' },
              key: `${run.title}\n${code}`,
            },
          ]
        : [],
    ),
};
