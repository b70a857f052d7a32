/** `--date`, `SOURCE_DATE_EPOCH` or the clock → the instant of the report. */
import { ReportError } from '../errors.js';
import type { Instant } from '../report/types.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
/** RFC 3339, section 5.6. */
const DATE_TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
const HINT = 'Write a day, 2026-11-23, or a time with its zone, 2026-11-23T09:30:00Z.';

/** The instant that a text names. A day without a time is its beginning in `timeZone`, so that it stays that day there. */
export function parseDate(text: string, timeZone: string, option = 'date'): Instant {
  const time = !isDay(text.slice(0, 10))
    ? NaN
    : DAY.test(text)
      ? startOfDay(text, timeZone)
      : DATE_TIME.test(text)
        ? Date.parse(text.replace(' ', 'T'))
        : NaN;
  if (Number.isNaN(time)) throw new ReportError('usage', `--${option} "${text}" is not a date.`, { hint: HINT });
  return toInstant(time);
}

/** Seconds since 1970: https://reproducible-builds.org/specs/source-date-epoch/. */
export function parseEpoch(text: string): Instant {
  const time = /^\d{1,11}$/.test(text) ? Number(text) * 1000 : NaN;
  if (Number.isNaN(time)) {
    throw new ReportError('usage', `SOURCE_DATE_EPOCH is "${text}", which is not a number of seconds.`, {
      hint: 'Unset it, or give --date.',
    });
  }
  return toInstant(time);
}

/** Whole seconds: nobody reads the milliseconds of a report's date. */
export function toInstant(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Date.parse carries 31 April over into May: what comes back must be what was asked for. */
function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}

function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The zone may change its offset that day, so the offset is looked up once more where the first guess lands.
  const guess = midnight - offset(midnight, timeZone);
  const start = midnight - offset(guess, timeZone);
  // Where clocks skip midnight itself (Beirut, in spring) the day begins at one o'clock.
  return start + offset(start, timeZone) < midnight ? guess : start;
}

/** What a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - instant;
}
