/** Events → how many of each label there were in each second. A second without one counts 0, for all events are there. */
import { compareText } from '../compare-text.js';
import type { RawSeries } from './raw.js';

const SECOND = 1000;
/** Longer than a week in seconds is no load test, and would be a list of that length. */
const MOST_SECONDS = 700_000;

/** Something that happened. */
export interface Event {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly label: string;
  /** What it counts; 1 where not said. */
  readonly weight?: number;
}

/** A series a label. The last second, which is not whole, is left out. */
export function perSecond(events: readonly Event[], label: string): RawSeries[] {
  let first = Infinity;
  let last = -Infinity;
  for (const { at } of events) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  const seconds = Math.floor((last - first) / SECOND);
  if (!(seconds >= 2) || seconds > MOST_SECONDS) return [];
  const times = Array.from({ length: seconds }, (_, index) => first + index * SECOND);
  const counts = new Map<string, number[]>();
  for (const { at, label: name, weight = 1 } of events) {
    const second = Math.floor((at - first) / SECOND);
    if (second >= seconds) continue;
    let values = counts.get(name);
    if (!values) counts.set(name, (values = times.map(() => 0)));
    values[second] = (values[second] ?? 0) + weight;
  }
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, values]) => ({ labels: name === '' ? {} : { [label]: name }, times, values }));
}
