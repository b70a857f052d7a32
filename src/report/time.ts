/** Times of a journal: text → instant. Versions before 1.43.1 write no zone and mean UTC (chaoslib `experiment.py`). */
import type { Instant, Time } from './types.js';

const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(Z|z|[+-]\d\d(?::?\d\d)?)?$/;

/** What a text says of time: `zone` is false where it names none and UTC was assumed. */
export interface ParsedTime {
  readonly time: Time;
  readonly zone: boolean;
}

/** Reads ISO 8601 with or without zone, with fractional seconds of any length. Text that is no time keeps `instant` null. */
export function parseTime(text: string): ParsedTime {
  const parts = ISO.exec(text.trim());
  if (!parts) return { time: { text, instant: null }, zone: true };
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', fraction, zone] = parts;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  // Date.UTC carries: 31 February becomes 3 March. A text that reads back otherwise is no time.
  if (!new Date(local).toISOString().startsWith(`${year}-${month}-${day}T${hour}:${minute}`))
    return { time: { text, instant: null }, zone: true };
  const whole = new Date(local - offsetMinutes(zone) * 60_000);
  const seconds = whole.toISOString().slice(0, 19);
  return { time: { text, instant: `${seconds}${fraction ? `.${fraction}` : ''}Z` }, zone: zone !== undefined };
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Milliseconds since 1970, with the fraction kept. */
export function milliseconds(instant: Instant): number {
  const dot = instant.indexOf('.');
  const whole = Date.parse(`${instant.slice(0, 19)}Z`);
  return dot < 0 ? whole : whole + Number(`0${instant.slice(dot, -1)}`) * 1000;
}

/** Seconds from one time to another; null where one of them is missing or no time. */
export function secondsBetween(start: Time | null, end: Time | null): number | null {
  if (!start?.instant || !end?.instant) return null;
  return (milliseconds(end.instant) - milliseconds(start.instant)) / 1000;
}
