/** What a series did in the fault window, in a sentence. It says when, never why, and no more than the values allow. */
import type { MetricGroup, MetricSeries } from '../../report/types.js';
import { measure } from './measure.js';
import { count, duration } from './quantity.js';

type Measured = Pick<MetricGroup, 'unit' | 'step'>;

/** A sentence without its full stop, or null where there is nothing to hold against each other. */
export function movementWords(name: string, series: MetricSeries, { unit, step }: Measured): string | null {
  const { before, during, movement } = series;
  const value = (number: number | undefined): string => measure(number ?? 0, unit);
  const medians = `${value(before?.median)} before and ${value(during?.median)} in the fault window`;
  switch (movement.kind) {
    case 'zero':
      return `${name} fell to 0 in the fault window, ${lasting(movement.least ?? 0, movement.most)}`;
    case 'absent':
      return `${name} had ${during ? `only ${count(during.count, 'number')}` : 'no number'} in the fault window${
        movement.back === null ? '' : `; the first after it came ${duration(movement.back)} later`
      }`;
    case 'appeared':
      return `${name} had no number before the fault window; its median in it was ${value(during?.median)}`;
    case 'rose':
    case 'fell':
      return `${name} ${movement.kind} from a median of ${value(before?.median)} to ${value(during?.median)} in the fault window${backWords(series, step)}`;
    case 'peaked':
      return `${name} peaked at ${value(during?.maximum)} in the fault window (at most ${value(before?.maximum)} before it); its median was ${medians}${backWords(series, step)}`;
    case 'dipped':
      return `${name} dipped to ${value(during?.minimum)} in the fault window (at least ${value(before?.minimum)} before it); its median was ${medians}${backWords(series, step)}`;
    case 'still':
      return `${name} did not clearly move: its median was ${medians}`;
    case 'trend':
      return `${name} went one way all along, as counters do, and is not compared`;
    case 'unknown':
      return null;
  }
}

/** The first value that is near the earlier range again bounds the time from above. */
function backWords({ movement }: MetricSeries, step: number | null): string {
  if (movement.back === null)
    return movement.followed ? ', and was not near its earlier range again by its last value' : '';
  const first = step !== null && movement.back <= step ? 'by its first value' : 'at most';
  return `, and was near its earlier range again ${first} ${duration(movement.back)} after it`;
}

/** `for 20 to 30 seconds`, as two neighbours of the stretch allow. */
function lasting(least: number, most: number | null): string {
  if (most === null)
    return least === 0 ? 'where its values end' : `for at least ${duration(least)}, where its values end`;
  if (least === 0) return `for at most ${duration(most)}`;
  const [from, to] = [duration(least), duration(most)];
  const unit = /\u00a0seconds?$/;
  const both = unit.test(from) && unit.test(to) && !from.includes('minute') && !to.includes('minute');
  return from === to ? `for ${to}` : `for ${both ? from.replace(unit, '') : from} to ${to}`;
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
