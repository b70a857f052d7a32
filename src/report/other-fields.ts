/** Parts of a journal → what of them nobody knows, and nobody may lose. */
import { isObject, type JsonObject, type JsonValue } from '../json.js';
import { withoutKeys } from './read-parts.js';

const ROOT_KEYS = new Set([
  'chaoslib-version',
  'platform',
  'node',
  'experiment',
  'start',
  'status',
  'deviated',
  'steady_states',
  'run',
  'rollbacks',
  'end',
  'duration',
]);

/** The fields of the journal itself. */
export function otherFieldsOf(root: JsonObject): JsonObject {
  return keepOddParts(root, ROOT_KEYS, { run: Array.isArray, rollbacks: Array.isArray, steady_states: isObject });
}

/** Unknown keys, and known ones whose value has another type than it should: passed over above, but not lost. */
export function keepOddParts(
  object: JsonObject,
  known: ReadonlySet<string>,
  types: Readonly<Record<string, (value: unknown) => boolean>>,
): JsonObject {
  const rest = withoutKeys(object, known) as Record<string, JsonValue>;
  for (const [key, fits] of Object.entries(types)) {
    const value = object[key];
    if (value !== undefined && value !== null && !fits(value)) rest[key] = value;
  }
  return rest;
}
