/** What the experiments of the sample are, which its matrix and its chapters show. */
import type { LevelLine } from '../../../src/report/types.js';
import { HOSTILE } from './sample-parts.js';

const LEVEL: LevelLine = {
  before: 'met',
  during: 'met',
  after: 'not-met',
  method: true,
  hypothesis: true,
  cut: null,
  violations: Array.from({ length: 21 }, (_, i) => (i < 12 ? 0.21 + i * 0.023 : 0.8 + (i - 12) * 0.023)),
  samples: { total: 44, met: 23, notMet: 21 },
};
export const LEVELS: Readonly<Record<(typeof EXPERIMENTS)[number][1], LevelLine>> = {
  deviated: LEVEL,
  'not-tested': { ...LEVEL, before: 'not-met', during: 'not-run', after: 'not-run', method: false, violations: [] },
  interrupted: { ...LEVEL, during: 'not-run', after: 'not-run', cut: 0.52, violations: [] },
  held: { ...LEVEL, during: 'not-run', after: 'met', violations: [] },
};

export const EXPERIMENTS = [
  [
    'e1',
    'deviated',
    'Does checkout degrade gracefully when its database goes away?',
    'service-is-healthy answered 503 after the method, and in 21 of 44 samples during it.',
    '13 seconds',
    '4 ok, 1 failed',
    '2 of 2',
  ],
  [
    'e2',
    'not-tested',
    'Gate: steady state is not met before we start',
    'replicas yielded 1 where 3 is expected, before the method; the journal says “completed”.',
    '4 ms',
    'none',
    '1 of 1',
  ],
  [
    'e3',
    'interrupted',
    'Interrupted by Ctrl-C while an action runs',
    'Stopped during long action; verified before the method, never after it.',
    '518 ms',
    '1 ok, 1 no end',
    '0 of 1',
  ],
  [
    'e4',
    'held',
    HOSTILE.join(' '),
    'Verified before and after; 2 of 3 activities failed.',
    '7 seconds',
    '1 ok',
    'none',
  ],
] as const;
