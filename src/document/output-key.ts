/** A long output → a short text that is the same for the same output: what is told apart by it is not kept in memory twice. */
import { createHash } from 'node:crypto';
import { isArray, isObject, type JsonValue } from '../json.js';

/** Shorter outputs have no key: they are shown again. */
const LONG = 300;
/** Longer strings are hashed apart, so that the text of an output is never made as a whole. */
const VERY_LONG = 100_000;

/** The key of an output, or null for a short one. */
export function keyOf(output: JsonValue): string | null {
  const short = withHashes(output);
  const text = JSON.stringify(short);
  return text.length <= LONG && short === output ? null : hashOf(text);
}

/** The same value where it has no very long string. */
function withHashes(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.length > VERY_LONG ? hashOf(value) : value;
  if (isArray(value)) {
    const hashed = value.map(withHashes);
    return hashed.every((item, index) => item === value[index]) ? value : hashed;
  }
  if (!isObject(value)) return value;
  const hashed = Object.entries(value).map(([key, part]) => [key, withHashes(part)] as const);
  return hashed.every(([key, part]) => part === value[key]) ? value : Object.fromEntries(hashed);
}

function hashOf(text: string): string {
  const hash = createHash('sha256');
  for (let at = 0; at < text.length; at += VERY_LONG) hash.update(text.slice(at, at + VERY_LONG), 'utf16le');
  return hash.digest('base64');
}
