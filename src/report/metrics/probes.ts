/**
 * A probe that was run again and again → series: the number that its tolerance looks at, or that it returned, or the numbers
 * that stand at the same places in all that it returned.
 */
import { isArray, isObject, pointer, toNumber, type JsonValue } from '../../json.js';
import { observedValue } from '../observed.js';
import { milliseconds } from '../time.js';
import type { ActivityResult } from '../types.js';
import type { RawGroup, RawSeries } from './raw.js';

/** Numbers deeper than this, or more of them, are a document and no measurement. */
const DEEPEST = 4;
const MOST_PLACES = 12;

/** The series of one probe's results; null where it did not return numbers twice. */
export function readProbe(name: string, results: readonly ActivityResult[]): RawGroup | null {
  const places = new Map<string, [number, number][]>();
  for (const result of results) {
    const at = result.start?.instant;
    if (!at || !result.hasOutput || result.exception !== null || result.dry) continue;
    for (const [place, value] of numbersOf(result)) {
      const points = places.get(place);
      if (points) points.push([milliseconds(at), value]);
      else places.set(place, [[milliseconds(at), value]]);
    }
  }
  const series = [...places].flatMap(([place, points]): RawSeries[] => {
    points.sort(([a], [b]) => a - b);
    if (points.length < 2) return [];
    return [
      {
        labels: place === '' ? {} : { value: place.slice(1).replaceAll('/', ' › ') },
        times: points.map(([time]) => time),
        values: points.map(([, value]) => value),
      },
    ];
  });
  // What never changes is no measurement, unless it is all there is.
  const changing = series.filter(({ values }) => new Set(values).size > 1);
  const shown = changing.length > 0 ? changing : series.filter(({ labels }) => labels.value === undefined);
  if (shown.length === 0 || shown.length > MOST_PLACES) return null;
  return { source: 'probe', name, query: null, unit: null, regular: false, series: shown };
}

/** The numbers of one result, by their place in it: the empty place is the value itself. */
function numbersOf({ tolerance, output }: ActivityResult): Map<string, number> {
  const observed = isObject(tolerance) ? observedValue(tolerance, output) : undefined;
  const single = isArray(observed) && observed.length === 1 ? observed[0] : observed;
  const looked = numberIn(single);
  if (looked !== null) return new Map([['', looked]]);
  const whole = numberIn(output);
  if (whole !== null) return new Map([['', whole]]);
  const numbers = new Map<string, number>();
  if (isObject(output) && (output.stdout !== undefined || output.headers !== undefined)) {
    // Of an answer or a process its own status is no measurement.
    const printed = numberIn(output.stdout);
    if (printed !== null) return new Map([['', printed]]);
    gather(parsed(output.body ?? output.stdout ?? null), '', 0, numbers);
  } else gather(parsed(output), '', 0, numbers);
  return numbers;
}

function gather(value: JsonValue, at: string, depth: number, into: Map<string, number>): void {
  const number = toNumber(value);
  if (number !== undefined) into.set(at, number);
  else if (depth >= DEEPEST || into.size > MOST_PLACES) return;
  else if (isObject(value))
    for (const [key, one] of Object.entries(value)) gather(one, pointer(at, key), depth + 1, into);
  else if (isArray(value))
    value.forEach((one, index) => {
      gather(one, pointer(at, index), depth + 1, into);
    });
}

/** A number, or the text of one. */
function numberIn(value: JsonValue | undefined): number | null {
  if (typeof value === 'string')
    return /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value) ? Number(value) : null;
  return toNumber(value) ?? null;
}

function parsed(value: JsonValue): JsonValue {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    return value;
  }
}
