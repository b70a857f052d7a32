/** What a series did in the fault window, in a sentence. It says when, never why, and no more than the values allow. */
import type { Figure, MetricGroup, MetricSeries } from '../../report/types.js';
import { boundsWords, leastWords } from './bounds.js';
import { measure } from './measure.js';
import { count, duration } from './quantity.js';
import type { Zone } from './zone.js';

type Measured = Pick<MetricGroup, 'unit' | 'step'>;

/** A sentence without its full stop, or null where there is nothing to hold against each other. */
export function movementWords(name: string, series: MetricSeries, group: Measured, zone: Zone): string | null {
  const { before, during, movement } = series;
  const value = (figure: Figure | undefined): string => measure(figure ?? 0, group.unit);
  const medians = `its median was ${value(before?.median)} before and ${value(during?.median)} in the fault window`;
  const more = `${beyondWords(series, zone)}${backWords(series, group.step)}`;
  switch (movement.kind) {
    case 'zero':
      return `${name} fell to 0 in the fault window, ${lasting(movement.least ?? 0, movement.most)}`;
    case 'absent':
      return `${name} ${silence(movement.most)}`;
    case 'appeared':
      return `${name} had no value before the fault window; its median in it was ${value(during?.median)}, its maximum ${value(during?.maximum)}`;
    case 'rose':
      return `${name} rose from a median of ${value(before?.median)} to a median of ${value(during?.median)} and a maximum of ${value(during?.maximum)} in the fault window${more}`;
    case 'fell':
      return `${name} fell from a median of ${value(before?.median)} to a median of ${value(during?.median)} and a minimum of ${value(during?.minimum)} in the fault window${more}`;
    case 'peaked':
      return `${name} peaked at ${value(during?.maximum)} in the fault window (at most ${value(before?.maximum)} before it); ${medians}${more}`;
    case 'dipped':
      return `${name} dipped to ${value(during?.minimum)} in the fault window (at least ${value(before?.minimum)} before it); ${medians}${more}`;
    case 'still':
      return `${name} did not clearly move: ${medians}`;
    case 'trend':
      return `${name} went one way all along, as counters do, and is not compared`;
    case 'unknown':
      return null;
  }
}

/** "; 5 of its 21 values there, from 02:39:20 to 02:39:39, were above every value before; 2 were +Inf". */
function beyondWords({ during, movement: { kind, beyond } }: MetricSeries, zone: Zone): string {
  if (!during || !beyond) return '';
  const [first, last] = [zone.clock(beyond.first), zone.clock(beyond.last)];
  const when = first === last ? `at ${first}` : `from ${first} to ${last}`;
  const be = (number: number): string => (number === 1 ? 'was' : 'were');
  const infinite = during.plusInfinity === 0 ? '' : `; ${during.plusInfinity} ${be(during.plusInfinity)} +Inf`;
  const all = beyond.values === during.count;
  const which = `${all ? (during.count === 1 ? '' : 'all of ') : `${beyond.values} of `}its ${count(during.count, 'value')}`;
  return `; ${which} there, ${when}, ${be(beyond.values)} ${kind === 'rose' || kind === 'peaked' ? 'above' : 'below'} every value before${infinite}`;
}

/** What is said of a series that has too few values in the window; `most`: seconds between the values around them. */
export function silence(most: number | null): string {
  return most === null
    ? 'had no data at the end of the fault window, nor after it'
    : `had no data for ${duration(most)} around the fault window`;
}

/** The first value that is near the earlier range again bounds the time from above. */
function backWords({ movement }: MetricSeries, step: number | null): string {
  if (movement.back === null)
    return movement.followed ? '; at its last value it was not near its earlier range again' : '';
  const when =
    step !== null && movement.back <= step
      ? `at its first value after the window, ${duration(movement.back)} later`
      : `within ${duration(movement.back)} after the window`;
  return `; it was near its earlier range again ${when}`;
}

/** `for 20 to 30 seconds`, as two neighbours of the stretch allow. */
export function lasting(least: number, most: number | null): string {
  if (most === null)
    return least === 0 ? 'where its values end' : `for at least ${leastWords(least)}, where its values end`;
  return `for ${boundsWords(least, most)}`;
}

/** Kinds that are a movement, in the order they are counted in. */
export const MOVEMENTS = [
  ['zero', 'fell to 0'],
  ['absent', 'went missing'],
  ['appeared', 'appeared'],
  ['rose', 'rose'],
  ['fell', 'fell'],
  ['peaked', 'peaked'],
  ['dipped', 'dipped'],
] as const;
