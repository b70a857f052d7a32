/** Violations and recoveries in words: honest intervals, no more than the samples support. */
import type { JsonValue } from '../../json.js';
import { duration } from './quantity.js';

/** "12.0 s", from the start of the run; "some time" where it is not known. */
export function instantInRun(seconds: JsonValue | undefined): string {
  return typeof seconds === 'number' ? `${decimals(seconds)}\u00a0s` : 'some time';
}

/** "not met from 12.0 s to between 18.4 s and 19.4 s, sampled every second". Seconds from the start of the run. */
export function recoveryWords(
  from: JsonValue | undefined,
  to: JsonValue | undefined,
  metAgain: JsonValue | undefined,
  interval: JsonValue | undefined,
): string {
  const sampled = typeof interval === 'number' ? `, sampled every ${everyWords(interval)}` : '';
  if (typeof metAgain !== 'number')
    return `not met from ${instantInRun(from)} to the end of the samples at ${instantInRun(to)}${sampled}`;
  return `not met from ${instantInRun(from)} to between ${instantInRun(to)} and ${instantInRun(metAgain)}${sampled}`;
}

/** "second", "5 seconds", "50 ms". */
function everyWords(seconds: number): string {
  if (seconds >= 0.95 && seconds < 1.05) return 'second';
  if (seconds < 10 && seconds >= 1.05 && Math.abs(seconds - Math.round(seconds)) > 0.05)
    return `${seconds.toFixed(1)}\u00a0seconds`;
  return duration(seconds >= 1 ? Math.round(seconds) : seconds);
}

/** Enough digits to tell samples apart. */
function decimals(seconds: number): string {
  return seconds.toFixed(Math.abs(seconds) < 1 ? 3 : Math.abs(seconds) < 10 ? 2 : 1);
}
