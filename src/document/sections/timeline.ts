/** A run as a picture over time: lanes of hypothesis checks, actions, probes and rollbacks, and its fault window. */
import type {
  TimelineBar,
  TimelineCheck,
  TimelineData,
  TimelineKeyEntry,
  TimelineLane,
  TimelineRow,
  TimelineStatus,
} from '../../chart/timeline-data.js';
import { numberOf } from '../../report/read-parts.js';
import { milliseconds } from '../../report/time.js';
import { substitute } from '../../report/variables.js';
import type { ActivityResult, Experiment, Instant, SteadyState } from '../../report/types.js';
import type { Chart } from '../types.js';
import { clockFor } from '../words/fine-clock.js';
import { kindNoun, named } from '../words/names.js';
import { count, duration } from '../words/quantity.js';
import type { Zone } from '../words/zone.js';
import { foldRows } from './timeline-fold.js';
import { timelineTicks } from './timeline-ticks.js';

/** The timeline, or null where no entry has a time. */
export function timelineChart(experiment: Experiment, zone: Zone): Chart | null {
  const { hypothesis, run, rollbacks, id } = experiment;
  const results = rollbacks.flatMap(({ result }) => (result ? [result] : []));
  const range = rangeOf(experiment, [...run, ...results]);
  if (!range) return null;
  const at = (instant: Instant): number => (milliseconds(instant) - range.start) / 1000;
  const rows = (entries: readonly ActivityResult[], bar: TimelineBar['kind']): TimelineRow[] =>
    entries.flatMap((entry) => row(entry, bar, at, experiment));
  const lanes: TimelineLane[] = [
    {
      name: 'Hypothesis',
      checks: checksOf(experiment, at),
      samples: samplesOf(hypothesis?.during ?? [], at),
      rows: [],
    },
    {
      name: 'Actions',
      checks: [],
      samples: [],
      rows: rows(
        run.filter(({ kind }) => kind === 'action'),
        'action',
      ),
    },
    {
      name: 'Probes',
      checks: [],
      samples: [],
      rows: rows(
        run.filter(({ kind }) => kind !== 'action'),
        'probe',
      ),
    },
    { name: 'Rollbacks', checks: [], samples: [], rows: rows(results, 'rollback') },
  ];
  const shown = foldRows(
    lanes.filter(({ checks, samples, rows: own }) => checks.length + samples.length + own.length > 0),
  );
  if (shown.length === 0) return null;
  const span = Math.max((range.end - range.start) / 1000, 0.001);
  const data: TimelineData = {
    span,
    lanes: shown,
    window: windowOf(experiment, at, zone),
    key: keyOf(shown),
    ticks: timelineTicks(new Date(range.start).toISOString(), new Date(range.end).toISOString(), span, zone),
  };
  return {
    kind: 'chart',
    id: `${id}-timeline`,
    chart: { kind: 'timeline', data },
    alternative: alternative(experiment, span, zone, range.start),
  };
}

/** Milliseconds beyond which there is no time. Source: ECMAScript, time values. */
const LAST_TIME = 8.64e15;

/** From the first to the last instant of anything, in milliseconds since 1970. */
function rangeOf(
  experiment: Experiment,
  entries: readonly ActivityResult[],
): { readonly start: number; readonly end: number } | null {
  const { start, end, hypothesis } = experiment;
  let first = Infinity;
  let last = -Infinity;
  const see = (instant: Instant | null | undefined, more = 0): void => {
    if (!instant) return;
    const time = milliseconds(instant);
    first = Math.max(Math.min(first, time - Math.max(-more, 0)), -LAST_TIME);
    last = Math.min(Math.max(last, time + Math.max(more, 0)), LAST_TIME);
  };
  const probes = hypothesis
    ? [hypothesis.before, ...hypothesis.during, hypothesis.after].flatMap((state) => state.probes)
    : [];
  for (const entry of [...entries, ...probes.flatMap(({ result }) => (result ? [result] : []))]) {
    see(entry.start?.instant, -pauseOf(entry.pauses.before, experiment) * 1000);
    see(entry.end?.instant, pauseOf(entry.pauses.after, experiment) * 1000);
  }
  if (first === Infinity) return null;
  see(start?.instant);
  see(end?.instant);
  return { start: first, end: last };
}

type PauseReader = Pick<Experiment, 'variables' | 'dry'>;

/** Seconds of a declared pause, a variable in it read. */
function pauseOf(pause: ActivityResult['pauses']['before'], { variables, dry }: PauseReader): number {
  // A dry run makes no pauses.
  if (dry !== null) return 0;
  const read = pause === null ? undefined : (substitute(pause, variables) ?? pause);
  return Math.max(numberOf(read) ?? 0, 0);
}

function checksOf({ hypothesis }: Experiment, at: (instant: Instant) => number): TimelineCheck[] {
  if (!hypothesis) return [];
  return (
    [
      ['before', hypothesis.before],
      ['after', hypothesis.after],
    ] as const
  ).flatMap(([label, state]) => {
    const instant = state.probes.find(({ result }) => result?.start?.instant)?.result?.start?.instant;
    if (!instant) return [];
    const measured = !state.probes.some((check) => check.state === 'not-measured');
    const status: TimelineStatus =
      state.status === 'met' ? 'met' : state.status === 'not-run' ? 'not-evaluated' : measured ? 'not-met' : 'failed';
    return [{ at: at(instant), label, status }];
  });
}

function samplesOf(during: readonly SteadyState[], at: (instant: Instant) => number): TimelineLane['samples'] {
  return during.flatMap((state) => {
    const instant = state.probes.at(-1)?.result?.start?.instant;
    return instant && state.status !== 'not-run' ? [{ at: at(instant), met: state.status === 'met' }] : [];
  });
}

const STATUSES: Readonly<Record<ActivityResult['outcome'], TimelineStatus | null>> = {
  succeeded: null,
  failed: 'failed',
  skipped: 'skipped',
  aborted: 'aborted',
  'no-end': 'no-end',
  other: 'not-known',
};

function row(
  entry: ActivityResult,
  kind: TimelineBar['kind'],
  at: (instant: Instant) => number,
  reader: PauseReader,
): TimelineRow[] {
  const { start, end, background, pauses, outcome, name } = entry;
  if (!start?.instant) return [];
  const label = `${named(name, kindNoun(entry.kind))}${background ? ' · background' : ''}`;
  const closed = end?.instant ? Math.max(at(end.instant), at(start.instant)) : null;
  const bar: TimelineBar = {
    kind,
    start: at(start.instant),
    end: closed,
    pauseBefore: pauseOf(pauses.before, reader),
    pauseAfter: closed === null ? 0 : pauseOf(pauses.after, reader),
    background,
  };
  return [{ label, bars: [bar], status: STATUSES[outcome] }];
}

function windowOf({ faultWindow }: Experiment, at: (instant: Instant) => number, zone: Zone): TimelineData['window'] {
  if (!faultWindow) return null;
  const start = at(faultWindow.start);
  const end = at(faultWindow.end);
  const clock = clockFor(end - start, zone);
  return {
    start,
    end,
    label: `fault window ${clock(faultWindow.start)} to ${clock(faultWindow.end)}, ${duration(Math.max(end - start, 0))}`,
  };
}

const KEY_WORDS: readonly (readonly [TimelineKeyEntry['shape'], string])[] = [
  ['action', 'action'],
  ['probe', 'probe'],
  ['rollback', 'rollback'],
  ['background', 'in background'],
  ['pause', 'pause'],
  ['met', 'met'],
  ['not-met', 'not met'],
  ['failed', 'failed'],
  ['no-end', 'no end'],
  ['aborted', 'aborted'],
  ['skipped', 'skipped'],
  ['not-evaluated', 'not evaluated'],
  ['not-known', 'not known'],
  ['samples', 'samples, long where not met'],
];

/** The words of the shapes that are there. */
function keyOf(lanes: readonly TimelineLane[]): TimelineKeyEntry[] {
  const there = new Set<TimelineKeyEntry['shape']>();
  for (const { checks, samples, rows } of lanes) {
    for (const { status } of checks) there.add(status);
    if (samples.length > 0) there.add('samples');
    for (const { bars, status } of rows) {
      if (status) there.add(status);
      for (const { kind, background, pauseBefore, pauseAfter } of bars) {
        there.add(kind);
        if (background) there.add('background');
        if (pauseBefore + pauseAfter > 0) there.add('pause');
      }
    }
  }
  return KEY_WORDS.flatMap(([shape, label]) => (there.has(shape) ? [{ shape, label }] : []));
}

/** What the picture shows, in words. */
function alternative(
  { run, rollbacks, faultWindow, hypothesis }: Experiment,
  span: number,
  zone: Zone,
  start: number,
): string {
  const actions = run.filter(({ kind }) => kind === 'action').length;
  const parts = [
    count(actions, 'action'),
    count(run.length - actions, 'probe'),
    count(rollbacks.filter(({ result }) => result !== null).length, 'rollback'),
    ...(hypothesis && hypothesis.during.length > 0 ? [count(hypothesis.during.length, 'sample')] : []),
  ];
  const clock = faultWindow
    ? clockFor((milliseconds(faultWindow.end) - milliseconds(faultWindow.start)) / 1000, zone)
    : null;
  const window =
    faultWindow && clock ? ` The fault window is from ${clock(faultWindow.start)} to ${clock(faultWindow.end)}.` : '';
  const below = run.length > 0 || rollbacks.length > 0 ? ' Each activity is described below, with its times.' : '';
  return `Timeline of ${duration(span)} from ${zone.full(new Date(start).toISOString())}: ${parts.join(', ')}.${window}${below}`;
}
