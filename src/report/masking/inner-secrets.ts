/** A secret → what it holds that is one by itself: a text in base64, a password beside its user, the values of an object in JSON. */
import { isNumeral, type JsonValue } from '../../json.js';
import { isDrawnAlone } from './drawn-alone.js';
import { decoded } from './encoded.js';
import { treeOfJson } from './printed-trees.js';
import { LONG } from './worth-masking.js';

/** Larger ones are files. */
const LARGEST = 100_000;

/** Only what was drawn by chance: the user and the host beside a password are everywhere else in the journal too. */
export function innerSecrets(secret: string): readonly string[] {
  const text = secret.trim();
  if (text.length < LONG || text.length > LARGEST) return [];
  const read = /^[\w+/-]+={0,2}$/.test(text) ? decoded(text) : undefined;
  const inside = read === undefined ? [] : [read, ...innerSecrets(read)];
  const password = /^(?:basic\s+)?[\w.@-]{1,60}:(\S+)$/i.exec(text)?.[1];
  return [...inside, password ?? '', ...textsIn(treeOfJson(text))].filter(isDrawnAlone);
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return value === undefined || value === null || typeof value !== 'object' || isNumeral(value)
    ? []
    : Object.values(value).flatMap(textsIn);
}
