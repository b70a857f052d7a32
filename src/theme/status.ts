/** The marks: a solid shape of its own for each status, on a 12 × 12 grid, filled by the even-odd rule; and its tone. */

/** A tone: what a status means to the reader. */
export type Tone = 'good' | 'bad' | 'caution' | 'neutral';

/** The mark and tone of a status, in kebab-case. */
export type StatusName =
  | 'held'
  | 'deviated'
  | 'not-tested'
  | 'failed'
  | 'aborted'
  | 'interrupted'
  | 'inconclusive'
  | 'exploratory'
  | 'dry-run'
  | 'succeeded'
  | 'skipped'
  | 'no-end'
  | 'not-evaluated'
  | 'not-known'
  | 'met'
  | 'not-met'
  | 'yes'
  | 'no'
  | 'not-run'
  | 'not-checked'
  | 'verified'
  | 'warning';

interface StatusMark {
  readonly tone: Tone;
  /** SVG path data. */
  readonly path: string;
}

const DISC = 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9Z';
const CROSS = 'M2 3.5L3.5 2L6 4.5L8.5 2L10 3.5L7.5 6L10 8.5L8.5 10L6 7.5L3.5 10L2 8.5L4.5 6Z';
const TICK = 'M1.4 6.4L2.8 5L4.9 7.1L9.2 2.6L10.6 4L4.9 9.9Z';
const SLIPPED = 'M1.5 1.25h4v6h-4Z M6.5 4.75h4v6h-4Z';
const DASH = 'M1.5 5.1h9v1.8h-9Z';

/** Mark and tone of every status. The shape alone tells them apart; colour only repeats it. */
export const STATUS_MARKS: Readonly<Record<StatusName, StatusMark>> = {
  held: { tone: 'good', path: DISC },
  deviated: { tone: 'bad', path: SLIPPED },
  'not-tested': { tone: 'caution', path: `${DISC} M6 2.9a3.1 3.1 0 1 1 0 6.2a3.1 3.1 0 1 1 0-6.2Z` },
  failed: { tone: 'bad', path: CROSS },
  aborted: { tone: 'caution', path: 'M2 2h8v8h-8Z' },
  interrupted: { tone: 'caution', path: 'M1.75 1.75h5.1l-2.7 8.5h-2.4Z M8.35 1.75h1.9v8.5h-4.6Z' },
  inconclusive: { tone: 'caution', path: `${DISC} M6 2.9a3.1 3.1 0 1 1 0 6.2Z` },
  exploratory: { tone: 'neutral', path: 'M6 .75L11.25 6L6 11.25L.75 6Z M6 2.9L2.9 6L6 9.1L9.1 6Z' },
  'dry-run': {
    tone: 'neutral',
    path: 'M1.5 1.5h3.2v3.2h-3.2Z M7.3 1.5h3.2v3.2h-3.2Z M1.5 7.3h3.2v3.2h-3.2Z M7.3 7.3h3.2v3.2h-3.2Z',
  },
  succeeded: { tone: 'good', path: TICK },
  skipped: {
    tone: 'neutral',
    path: 'M2 2.2L3.4 2.2L6.6 6L3.4 9.8L2 9.8L5.1 6Z M6 2.2L7.4 2.2L10.6 6L7.4 9.8L6 9.8L9.1 6Z',
  },
  'no-end': {
    tone: 'caution',
    path: 'M1.5 2h1.7v8h-1.7Z M4.4 5.1h1.8v1.8h-1.8Z M7 5.1h1.8v1.8h-1.8Z M9.6 5.1h1.8v1.8h-1.8Z',
  },
  'not-evaluated': { tone: 'neutral', path: DASH },
  'not-known': { tone: 'neutral', path: 'M4.2 4.2h3.6v3.6h-3.6Z M5.3 5.3v1.4h1.4v-1.4Z' },
  met: { tone: 'good', path: TICK },
  verified: { tone: 'good', path: TICK },
  yes: { tone: 'good', path: TICK },
  no: { tone: 'bad', path: CROSS },
  'not-met': { tone: 'bad', path: SLIPPED },
  'not-run': { tone: 'neutral', path: DASH },
  'not-checked': { tone: 'neutral', path: DASH },
  warning: { tone: 'caution', path: 'M6 1L11 10.5H1Z M5.4 4.4v3h1.2v-3Z M5.4 8.2v1.2h1.2v-1.2Z' },
};
