/** Series of runs → the chart of all of them over time, on one axis. */
import type { HistoryData, HistoryMark } from '../../chart/history.js';
import { milliseconds } from '../../report/time.js';
import type { Series, SeriesRun } from '../../report/types.js';
import type { Chart } from '../types.js';
import { named } from '../words/names.js';
import { count } from '../words/quantity.js';
import type { Zone } from '../words/zone.js';

const DAY = 86_400_000;
const MOST_TICKS = 9;
const STEPS_DAYS = [1, 2, 7, 14] as const;
const STEPS_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** Null where no two runs have a time. */
export function historyChart(series: readonly Series[], zone: Zone): Chart | null {
  const times = series.flatMap(({ runs }) => runs.flatMap(({ start }) => (start === null ? [] : milliseconds(start))));
  if (times.length < 2) return null;
  const start = times.reduce((least, time) => Math.min(least, time), Infinity);
  const end = times.reduce((most, time) => Math.max(most, time), -Infinity);
  const data: HistoryData = {
    start,
    end,
    ticks: ticksOf(start, end, zone),
    ends: [dayOf(start, zone), dayOf(end, zone)],
    rows: series.map(({ title, runs, standing }) => ({
      label: named(title, 'an experiment'),
      ended: standing.silence === null ? null : `not run since ${zone.day(standing.silence.lastRun)}`,
      runs: runs.flatMap(markOf),
    })),
    key: keyOf(series),
  };
  return { kind: 'chart', chart: { kind: 'history', data }, alternative: alternative(series) };
}

function dayOf(at: number, zone: Zone): string {
  return zone.day(new Date(at).toISOString());
}

/** The words of the shapes that are there. */
function keyOf(series: readonly Series[]): HistoryData['key'] {
  const changed = series.some(({ runs }) => runs.some(isChanged));
  const ended = series.some(({ standing }) => standing.silence !== null);
  return [
    { shape: 'run', label: 'a run, with its middle at its time' },
    ...(changed ? [{ shape: 'changed', label: 'the definition is not that of the run before' } as const] : []),
    ...(ended ? [{ shape: 'ended', label: 'no longer run' } as const] : []),
  ];
}

function isChanged({ changes }: SeriesRun): boolean {
  return changes.some(({ kind }) => kind !== 'title');
}

function markOf(run: SeriesRun): HistoryMark[] {
  const { start, verdict, level } = run;
  if (start === null) return [];
  const state = verdict === 'held' || verdict === 'deviated' ? verdict : 'other';
  return [{ at: milliseconds(start), state, changed: isChanged(run), level }];
}

/** Days of noon, so that every zone calls them by the same name; for less than two days the ends alone. */
function ticksOf(start: number, end: number, zone: Zone): HistoryData['ticks'] {
  const tick = (at: number, words: (instant: string) => string): HistoryData['ticks'][number] => ({
    at: Math.min(Math.max(at, start), end),
    label: words(`${new Date(at).toISOString().slice(0, 19)}Z`),
  });
  if (end - start < 2 * DAY)
    return (end - start < 1000 ? [start] : [start, end]).map((at) => tick(at, (instant) => zone.short(instant)));
  const days = (end - start) / DAY;
  const stepDays = STEPS_DAYS.find((step) => days / step <= MOST_TICKS);
  if (stepDays !== undefined) {
    const first = Math.ceil(start / DAY) * DAY + DAY / 2;
    const found: number[] = [];
    for (let at = first; at <= end; at += stepDays * DAY) found.push(at);
    return found.map((at) => tick(at, (instant) => zone.day(instant)));
  }
  const months = days / 30.4;
  const step = STEPS_MONTHS.find((one) => months / one <= MOST_TICKS) ?? 240;
  const from = new Date(start);
  const found: number[] = [];
  for (let month = from.getUTCMonth() + 1; ; month += step) {
    const at = Date.UTC(from.getUTCFullYear(), month, 1, 12);
    if (at > end) break;
    found.push(at);
  }
  // "1 Mar 2026" without its day.
  return found.map((at) => tick(at, (instant) => zone.day(instant).replace(/^\S+ /, '')));
}

function alternative(series: readonly Series[]): string {
  const parts = series.slice(0, 12).map(({ title, runs, standing }) => {
    const last =
      standing.verdict === null
        ? 'never judged'
        : `${standing.verdict} in the last ${standing.streak === 1 ? 'judged run' : count(standing.streak, 'judged run')}`;
    return `${named(title, 'an experiment')}: ${count(runs.length, 'run')}, ${last}`;
  });
  const more = series.length - parts.length;
  return `Runs over time. ${parts.join('. ')}${more > 0 ? `. And ${count(more, 'more experiment')}` : ''}.`;
}
