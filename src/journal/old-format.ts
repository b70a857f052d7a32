/**
 * The journal of a library before 0.6 → the shape of today: activities with `type`, `name` and `provider`, and a method
 * that is a list of activities. Unknown fields stay where they belong. Source: the journals and the history of chaoslib.
 */
import { isArray, isObject, type JsonObject, type JsonValue } from '../json.js';
import type { JournalRoot } from './types.js';

/** What describes how an activity is carried out, and now stands in its `provider`. */
const PROVIDER_KEYS = new Set([
  'type',
  'module',
  'func',
  'url',
  'method',
  'headers',
  'path',
  'arguments',
  'timeout',
  'secrets',
]);

/** In the order in which they were played. */
const STEP_PARTS = ['steady', 'action', 'close'] as const;

/** True for versions 0.1 to 0.5, and for a journal without version whose entries have the `kind` that only those wrote. */
export function isOldFormat(root: JournalRoot): boolean {
  const version = root['chaoslib-version'];
  if (typeof version === 'string') return /^0\.[1-5](\D|$)/.test(version);
  const run = root['run'];
  return isArray(run) && run.some((entry) => isObject(entry) && 'kind' in entry);
}

/** Gives the tree of today; parts that have its shape already are kept as they are. */
export function fromOldFormat(root: JournalRoot): JournalRoot {
  const { method } = root.experiment;
  const run = root['run'];
  const experiment = isArray(method)
    ? withKey(root.experiment, 'method', method.flatMap(activitiesOf))
    : root.experiment;
  const turned = withKey(root, 'experiment', experiment);
  return (isArray(run) ? withKey(turned, 'run', run.map(entryOf)) : turned) as JournalRoot;
}

/** A step of the method as activities: `{title, probes: {steady, close}, action}` held up to three. */
function activitiesOf(step: JsonValue): readonly JsonValue[] {
  if (!isObject(step) || 'provider' in step || 'ref' in step) return [step];
  const { probes, action, ...rest } = step;
  const parts: JsonObject = { ...(isObject(probes) ? probes : {}), ...(action === undefined ? {} : { action }) };
  const names = [...STEP_PARTS, ...Object.keys(parts).filter((name) => !STEP_PARTS.some((part) => part === name))];
  const activities = names.flatMap((name) => {
    const part = parts[name];
    return isObject(part) ? [activityOf(part, name === 'action' ? 'action' : 'probe')] : [];
  });
  const [first, ...others] = activities;
  if (first === undefined) return [step];
  // The step's own title and fields would be lost with the step.
  return [Object.keys(rest).length === 0 ? first : withKey(first, 'step', objectOf(Object.entries(rest))), ...others];
}

/** An entry of `run`: its `kind` says what its activity is. */
function entryOf(entry: JsonValue): JsonValue {
  if (!isObject(entry) || !isObject(entry['activity'])) return entry;
  return withKey(entry, 'activity', activityOf(entry['activity'], entry['kind'] === 'action' ? 'action' : 'probe'));
}

function activityOf(flat: JsonObject, type: 'action' | 'probe'): JsonObject {
  if ('provider' in flat || 'ref' in flat) return flat;
  const keys = Object.keys(flat);
  const { title } = flat;
  const name = flat['name'] ?? title;
  const rest = keys.filter((key) => !PROVIDER_KEYS.has(key) && key !== 'name' && !(key === 'title' && name === title));
  return objectOf([
    ['type', type],
    ...(name === undefined ? [] : [['name', name] as const]),
    ['provider', objectOf(keys.filter((key) => PROVIDER_KEYS.has(key)).map((key) => [key, flat[key] ?? null]))],
    ...rest.map((key) => [key, flat[key] ?? null] as const),
  ]);
}

function withKey(object: JsonObject, key: string, value: JsonValue): JsonObject {
  return objectOf([...Object.entries(object), [key, value]]);
}

function objectOf(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  const object = Object.setPrototypeOf({}, null) as Record<string, JsonValue>;
  for (const [key, value] of entries) object[key] = value;
  return object;
}
