/** The clock with milliseconds, where seconds do not tell two moments apart. */
import type { Instant } from '../../report/types.js';
import type { Zone } from './zone.js';

/** `11:47:09.493`; `11:47:09` where the journal has no fraction of a second. */
export function fineClock(instant: Instant, zone: Zone): string {
  return `${zone.clock(instant)}${/\.\d{1,3}/.exec(instant)?.[0] ?? ''}`;
}

/** How to write both of two moments: with milliseconds where less than two seconds lie between them. */
export function clockFor(seconds: number, zone: Zone): (instant: Instant) => string {
  return seconds < 2 ? (instant) => fineClock(instant, zone) : (instant) => zone.clock(instant);
}
