/** Spans of time that are known between two bounds, in words: a bound is never rounded to the wrong side. */
import { duration, exactDuration } from './quantity.js';

/** At least so long: `300 ms`, `4.1 seconds`, `2 minutes 5 seconds`. */
export function leastWords(seconds: number): string {
  return rounded(seconds, Math.floor);
}

/** At most so long. */
export function mostWords(seconds: number): string {
  return rounded(seconds, Math.ceil);
}

/** `for 20 to 30 seconds`, `for at most 30 seconds`, without the `for`. */
export function boundsWords(least: number, most: number): string {
  if (least === 0) return `at most ${mostWords(most)}`;
  const [from, to] = [leastWords(least), mostWords(most)];
  const unit = /\u00a0seconds?$/;
  const both = unit.test(from) && unit.test(to) && !from.includes('minute') && !to.includes('minute');
  return from === to ? to : `${both ? from.replace(unit, '') : from} to ${to}`;
}

function rounded(seconds: number, round: (value: number) => number): string {
  // Differences of clocks have digits that no clock has.
  const clean = Math.round(seconds * 1e6) / 1e6;
  if (clean >= 60) return duration(round(clean));
  return exactDuration(clean < 1 ? round(clean * 1000) / 1000 : round(Number((clean * 10).toFixed(5))) / 10);
}
