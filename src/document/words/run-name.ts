/** What tells the runs of an experiment apart: their days, with the time of day where two are of one day. */
import type { Instant, SeriesRun } from '../../report/types.js';
import type { Zone } from './zone.js';

type Runs = readonly Pick<SeriesRun, 'start'>[];

/** Days of runs, by zone: a chapter is composed for each of many runs. */
const known = new WeakMap<Zone, WeakMap<Runs, boolean>>();

/** Writes the start of one of several runs as short as the others allow. */
export function runName(start: Instant, runs: Runs, zone: Zone): string {
  return haveOwnDays(runs, zone) ? zone.day(start) : zone.short(start);
}

function haveOwnDays(runs: Runs, zone: Zone): boolean {
  const ofZone = known.get(zone) ?? new WeakMap<Runs, boolean>();
  known.set(zone, ofZone);
  let own = ofZone.get(runs);
  if (own === undefined) {
    const days = runs.flatMap(({ start }) => (start === null ? [] : zone.day(start)));
    own = new Set(days).size === days.length;
    ofZone.set(runs, own);
  }
  return own;
}
