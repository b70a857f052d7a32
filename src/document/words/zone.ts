/** Instants → times as people read them, each with its zone. The only importer of luxon, which is loaded for other zones than UTC. */
import type { Instant } from '../../report/types.js';

/** A time zone that writes times. */
export interface Zone {
  /** For table heads: `GMT`, `Europe/Paris`. */
  readonly name: string;
  /** `Sat, 07 Sep 2019 11:47:09 GMT`, `Sat, 07 Sep 2019 13:47:09 +02:00`. */
  full(instant: Instant): string;
  /** `7 Sep 2019 11:47:09`, for where the zone stands in the head of the column. */
  short(instant: Instant): string;
  /** `7 Sep 2019`. */
  day(instant: Instant): string;
  /** `11:47:09`. */
  clock(instant: Instant): string;
  /** `07 September 2019`. */
  date(instant: Instant): string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** UTC, without a library: `Date` writes the form of the sample by itself. */
export const GMT: Zone = {
  name: 'GMT',
  full: (instant) => utc(instant).toUTCString(),
  short: (instant) => {
    const date = utc(instant);
    return `${dayOf(date)} ${clockOf(date)}`;
  },
  day: (instant) => dayOf(utc(instant)),
  clock: (instant) => clockOf(utc(instant)),
  date: (instant) => {
    const date = utc(instant);
    return `${String(date.getUTCDate()).padStart(2, '0')} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
  },
};

/** `Date` reads milliseconds; the fractions of journals are longer. */
function utc(instant: Instant): Date {
  return new Date(`${instant.slice(0, 19)}Z`);
}

function dayOf(date: Date): string {
  return `${date.getUTCDate()} ${(MONTHS[date.getUTCMonth()] ?? '').slice(0, 3)} ${date.getUTCFullYear()}`;
}

function clockOf(date: Date): string {
  return date.toISOString().slice(11, 19);
}

/** The zone of an IANA name, or undefined where there is none of that name. */
export async function zoneOf(name: string): Promise<Zone | undefined> {
  if (/^(utc|gmt|z|etc\/utc)$/i.test(name)) return GMT;
  const { DateTime, IANAZone } = await import('luxon');
  if (!IANAZone.isValidZone(name)) return undefined;
  const format = (instant: Instant, pattern: string): string =>
    DateTime.fromISO(`${instant.slice(0, 19)}Z`, { zone: name, locale: 'en-GB' }).toFormat(pattern);
  return {
    name,
    // luxon's en-GB writes "Sept"; the sample has three letters.
    full: (instant) =>
      `${format(instant, 'ccc, dd')} ${monthOf(format(instant, 'L'))} ${format(instant, 'yyyy HH:mm:ss ZZ')}`,
    short: (instant) => `${format(instant, 'd')} ${monthOf(format(instant, 'L'))} ${format(instant, 'yyyy HH:mm:ss')}`,
    day: (instant) => `${format(instant, 'd')} ${monthOf(format(instant, 'L'))} ${format(instant, 'yyyy')}`,
    clock: (instant) => format(instant, 'HH:mm:ss'),
    date: (instant) =>
      `${format(instant, 'dd')} ${MONTHS[Number(format(instant, 'L')) - 1] ?? ''} ${format(instant, 'yyyy')}`,
  };
}

function monthOf(number: string): string {
  return (MONTHS[Number(number) - 1] ?? '').slice(0, 3);
}
