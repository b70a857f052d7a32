/**
 * The values that a JSON path yields, for the paths that people write: names, indices and wildcards. Filters, slices and
 * descent are left to the library that checked a tolerance (chaoslib uses jsonpath2): no answer is better than another one.
 * In rules of masking, which are ours, a path may descend too (`$..name`).
 */
import { isArray, isObject, type JsonObject, type JsonValue } from '../json.js';

type Step = { readonly name: string } | { readonly index: number } | 'all' | 'below';

/** Where a value stands: the list or the object that holds it, and its index or key there. */
export interface JsonPlace {
  readonly container: readonly JsonValue[] | JsonObject;
  readonly key: string | number;
  readonly value: JsonValue;
}

const STEP = /\.([A-Za-z_][\w-]*)|\.(\*)|\[(-?\d+)\]|\[(\*)\]|\[(?:'([^'\\]*)'|"([^"\\]*)")\]/y;

/** The values in order, or undefined for a path with anything else in it. */
export function jsonPathValues(path: string, value: JsonValue): JsonValue[] | undefined {
  const steps = stepsOf(path.trim());
  if (steps === undefined || steps.includes('below')) return undefined;
  let values = [value];
  for (const step of steps) values = values.flatMap((one) => Array.from(children(one, step), (place) => place.value));
  return values;
}

/** True for a path that {@link jsonPathPlaces} can follow: of names, indices, wildcards and descents, with a name at its end. */
export function isJsonPath(path: string): boolean {
  const steps = stepsOf(path.trim());
  return steps !== undefined && steps.length > 0 && steps.at(-1) !== 'below';
}

/** The places that a path leads to, each of them once for each way to it. */
export function jsonPathPlaces(path: string, root: JsonObject): readonly JsonPlace[] {
  let places: readonly JsonPlace[] = [{ container: [root], key: 0, value: root }];
  for (const step of stepsOf(path.trim()) ?? []) {
    places = places.flatMap((place) => [...(step === 'below' ? descend(place) : children(place.value, step))]);
  }
  return places;
}

/** The place itself and all below it. */
function* descend(place: JsonPlace): Generator<JsonPlace> {
  const open = [place];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (const child of [...children(next.value, 'all')].reverse()) open.push(child);
  }
}

function stepsOf(path: string): Step[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: Step[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const at: number = STEP.lastIndex;
    if (path.startsWith('..', at)) {
      steps.push('below');
      // The name after it has its own dot; an index or a name in brackets needs none.
      STEP.lastIndex = path.startsWith('..[', at) ? at + 2 : at + 1;
    }
    const match = STEP.exec(path);
    if (!match) return undefined;
    const [, dotted, dotAll, index, all, single, double] = match;
    if (dotAll !== undefined || all !== undefined) steps.push('all');
    else if (index !== undefined) steps.push({ index: Number(index) });
    else steps.push({ name: dotted ?? single ?? double ?? '' });
  }
  return steps;
}

function* children(value: JsonValue, step: Step): Generator<JsonPlace> {
  if (step === 'below') return;
  if (step === 'all') {
    if (isArray(value)) for (const [key, one] of value.entries()) yield { container: value, key, value: one };
    else if (isObject(value)) {
      for (const key of Object.keys(value)) yield { container: value, key, value: value[key] ?? null };
    }
  } else if ('index' in step) {
    if (!isArray(value)) return;
    const key = step.index < 0 ? value.length + step.index : step.index;
    const found = value[key];
    if (found !== undefined) yield { container: value, key, value: found };
  } else if (isObject(value)) {
    const found = value[step.name];
    if (found !== undefined) yield { container: value, key: step.name, value: found };
  }
}
