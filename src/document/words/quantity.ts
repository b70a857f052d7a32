/** Counts, durations and sizes in words. */

const NBSP = '\u00a0';

/** `1 action`, `2 actions`, `4,000 lines`: number and noun never part. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${figure(number)}${NBSP}${number === 1 ? singular : plural}`;
}

/** Thousands with a comma. */
export function figure(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/**
 * A duration: whole seconds, floored, as the sample has them ("7 seconds"); milliseconds under a second ("219 ms");
 * the two largest units from a minute on ("2 minutes 5 seconds").
 */
export function duration(seconds: number): string {
  if (seconds < 0) return `minus ${duration(-seconds)}`;
  if (seconds < 1) return milliseconds(seconds);
  const whole = Math.floor(seconds);
  const units: readonly [number, string][] = [
    [Math.floor(whole / 86_400), 'day'],
    [Math.floor((whole % 86_400) / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ];
  const first = units.findIndex(([amount]) => amount > 0);
  return units
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => count(amount, unit))
    .join(' ');
}

function milliseconds(seconds: number): string {
  const value = seconds * 1000;
  if (value === 0) return `0${NBSP}ms`;
  if (value >= 999.5) return count(1, 'second');
  return `${value < 10 ? Number(value.toPrecision(1)) : Math.round(value)}${NBSP}ms`;
}

/** A declared span, exactly: `1.5 seconds`, `300 ms`. */
export function exactDuration(seconds: number): string {
  if (seconds > 0 && seconds < 1) return `${Number((seconds * 1000).toPrecision(6))}${NBSP}ms`;
  return Number.isInteger(seconds) ? duration(seconds) : count(seconds, 'second');
}

/** Bytes: `1.5 kB`, `20 MB` (1 kB is 1000 bytes). */
export function bytes(size: number): string {
  if (size < 1000) return count(size, 'byte');
  const [amount, unit] = size < 999_950 ? [size / 1000, 'kB'] : [size / 1_000_000, 'MB'];
  return `${amount < 10 ? amount.toFixed(1) : figure(Math.round(amount))}${NBSP}${unit}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function enumeration(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** The first letter as a capital. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
