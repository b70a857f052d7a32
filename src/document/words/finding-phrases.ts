/** Pieces of sentences about findings: names, samples, errors and their causes. */
import { isArray, type JsonValue } from '../../json.js';
import type { Finding } from '../../report/types.js';
import { inlines } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Inline } from '../types.js';
import { boundsWords } from './bounds.js';
import { firstLine } from './first-line.js';
import { named } from './names.js';
import { count, duration, enumeration, figure } from './quantity.js';
import { outOfTolerance } from './reason.js';
import { recoveryWords } from './recovery.js';

/** "was cut off after 513 ms, when the run was interrupted". */
export function cutOff({ after, status }: Finding['detail']): string {
  const stopped = status === 'interrupted' || status === 'aborted' ? `the run was ${status}` : '';
  if (typeof after === 'number')
    return `was cut off after ${duration(after)}${stopped === '' ? '' : `, when ${stopped}`}`;
  return stopped === '' ? 'has no end: the journal does not say how it ended' : `has no end: ${stopped} during it`;
}

/** The cause of what could not be measured, in brackets. */
export function causeSuffix({ cause }: Finding['detail']): string {
  return words(cause) === '' ? '' : ` (${firstLine(words(cause))})`;
}

/** How a violation passed, or many: "not met 14 times, for 4 to 6 seconds in all, and met again each time". */
export function recovery({ stretches, single, least, most, from, to, metAgain, interval }: Finding['detail']): string {
  const longest = recoveryWords(from, to, metAgain, interval);
  const number = amount(stretches);
  if (number <= 1) return longest;
  const each = single === true ? ', in one sample each' : '';
  const inAll = typeof least === 'number' && typeof most === 'number' ? `, for ${boundsWords(least, most)} in all` : '';
  const times = `not met ${count(number, 'time')}${each}${inAll}, and met again each time`;
  return single === true ? times : `${times}; the longest time it was ${longest}`;
}

/** How many names a sentence holds. */
const NAMES_IN_SENTENCE = 3;

/** The name of the probe that a finding is about. */
export function nameOf(detail: Finding['detail']): string {
  return named(words(detail.name), 'a probe');
}

/** "21 of 44 samples". */
export function samplesOf(detail: Finding['detail']): string {
  return `${figure(amount(detail.notMet))} of ${count(amount(detail.samples), 'sample')}`;
}

/** How a probe deviated, as what follows its name: "returned 503 where 200 is expected, after the method". */
export function deviation(detail: Finding['detail'], notation: Notation): string {
  switch (detail.code) {
    case 'out-of-tolerance-after':
      return `${outOfTolerance({ name: words(detail.name), observed: detail.observed ?? null, tolerance: detail.tolerance ?? null }, notation)}, after the method`;
    case 'not-measured-after':
      return `could not be measured after the method${causeSuffix(detail)}`;
    case 'not-measured-during':
      return `could not be measured in ${samplesOf(detail)} during the method`;
    default:
      return `was out of tolerance in ${samplesOf(detail)} during the method`;
  }
}

/** "stop the database failed: could not drain node …", "a and b failed, with the same cause: Connection refused". */
export function failed(detail: Finding['detail'], linked: (words: string) => Inline[], times: number): Inline[] {
  const names = namesOf(detail);
  const cause = causeOf(detail);
  if (times > 1) {
    const again = times > names.length ? ` ${count(times, 'time')}` : '';
    return inlines(linked(listed(names)), ` failed${again}${cause === '' ? '' : `, with the same cause: ${cause}`}`);
  }
  const said = words(detail.message);
  const because = cause === '' || said.includes(words(detail.causeMessage)) ? '' : ` (${cause})`;
  return inlines(linked(named(names[0] ?? '', 'an activity')), ` failed${message(said)}${because}`);
}

function causeOf({ causeType, causeMessage }: Finding['detail']): string {
  const type = words(causeType);
  const said = firstLine(words(causeMessage));
  return type === '' || said === '' ? type || said : `${type}: ${said}`;
}

/** ": Connection refused", or nothing. */
export function message(value: JsonValue | undefined): string {
  const said = firstLine(words(value));
  return said === '' ? '' : `: ${said}`;
}

/** The names of the activities that a finding is about. */
export function namesOf(detail: Finding['detail']): string[] {
  return isArray(detail.names) ? detail.names.map((name) => named(words(name), 'an activity')) : [];
}

/** "a, b and c"; of many names the first, and how many more. */
export function listed(all: readonly string[]): string {
  const names = [...new Set(all)];
  if (names.length <= NAMES_IN_SENTENCE) return enumeration(names);
  return `${names.slice(0, NAMES_IN_SENTENCE - 1).join(', ')} and ${figure(names.length - NAMES_IN_SENTENCE + 1)} more`;
}

/** A number of a finding; 0 where somebody changed the report and it is none. */
export function amount(value: JsonValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** A text or number of a finding; empty where somebody changed the report and it is neither. */
export function words(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
