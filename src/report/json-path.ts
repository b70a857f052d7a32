/**
 * The values that a JSON path yields, for the paths that people write in tolerances: names, indices and wildcards. Filters,
 * slices and descent are left to the library that checked the tolerance (chaoslib uses jsonpath2): no answer is better than
 * another one.
 */
import { isArray, isObject, type JsonValue } from '../json.js';

type Step = { readonly name: string } | { readonly index: number } | 'all';

const STEP = /\.([A-Za-z_][\w-]*)|\.(\*)|\[(-?\d+)\]|\[(\*)\]|\[(?:'([^'\\]*)'|"([^"\\]*)")\]/y;

/** The values in order, or undefined for a path with anything else in it. */
export function jsonPathValues(path: string, value: JsonValue): JsonValue[] | undefined {
  const steps = stepsOf(path.trim());
  return steps?.reduce<JsonValue[]>((values, step) => values.flatMap((one) => children(one, step)), [value]);
}

function stepsOf(path: string): Step[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: Step[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const match = STEP.exec(path);
    if (!match) return undefined;
    const [, dotted, dotAll, index, all, single, double] = match;
    if (dotAll !== undefined || all !== undefined) steps.push('all');
    else if (index !== undefined) steps.push({ index: Number(index) });
    else steps.push({ name: dotted ?? single ?? double ?? '' });
  }
  return steps;
}

function children(value: JsonValue, step: Step): readonly JsonValue[] {
  if (step === 'all') return isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  if ('index' in step) {
    const found = isArray(value) ? value.at(step.index) : undefined;
    return found === undefined ? [] : [found];
  }
  const found = isObject(value) ? value[step.name] : undefined;
  return found === undefined ? [] : [found];
}
