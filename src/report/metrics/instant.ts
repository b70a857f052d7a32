/** Milliseconds since 1970 → an instant. */
import type { Instant } from '../judgement-types.js';

/** RFC 3339, with the milliseconds that are not 0. */
export function instantOf(time: number): Instant {
  // Beyond this `Date` has no form: what such a time means, nobody knows.
  const bounded = Math.min(Math.max(time, -62_135_596_800_000), 253_402_300_799_999);
  return new Date(bounded).toISOString().replace(/\.?0*Z$/, 'Z');
}
