/** Several journals of one experiment are its runs: recognised by the title, or by what was to be done. */
import { createHash } from 'node:crypto';
import { isArray, isObject, type JsonValue } from '../json.js';
import type { Definition, Experiment, Hypothesis } from './types.js';

/** What makes two journals runs of one experiment: either of these is the same. */
export interface RunKeys {
  readonly title: string;
  /** Digest of hypothesis, method and rollbacks, whatever their titles. */
  readonly definition: string;
}

/** The keys of an experiment. */
export function runKeys({
  title,
  definition,
  hypothesis,
}: Pick<Experiment, 'title' | 'definition' | 'hypothesis'>): RunKeys {
  return { title: title.trim().toLowerCase(), definition: digestOf(definition, hypothesis) };
}

function digestOf({ method, rollbacks }: Definition, hypothesis: Hypothesis | null): string {
  const activities = [...method, ...rollbacks].map(({ kind, name, provider, background, pauses, tolerance }) => [
    kind,
    name,
    provider?.type ?? null,
    provider?.settings ?? null,
    background,
    pauses.before,
    pauses.after,
    tolerance,
  ]);
  const probes = hypothesis?.before.probes.map(({ name, tolerance }) => [name, tolerance]) ?? [];
  return createHash('sha256')
    .update(canonical([activities, probes]))
    .digest('hex');
}

/** One text for equal values: keys in order. */
function canonical(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as JsonValue)}`)
    .join(',')}}`;
}

/** Puts runs of one experiment together: for each, the index of its group, groups numbered by first appearance. */
export function groupRuns(keys: readonly RunKeys[]): number[] {
  const parent = keys.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const first = new Map<string, number>();
  keys.forEach(({ title, definition }, index) => {
    // An experiment without a title, or without anything to do, is like no other.
    for (const key of [title === '' ? '' : `title ${title}`, definition === EMPTY ? '' : `definition ${definition}`]) {
      if (key === '') continue;
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else parent[find(index)] = find(known);
    }
  });
  return keys.map((_, index) => find(index));
}

/** The digest of an experiment with nothing to do. */
const EMPTY = createHash('sha256').update('[[],[]]').digest('hex');
