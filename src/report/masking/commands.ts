/** The arguments of a program, in parts → the places in them that a program's own options make secret. */
import { isArray, isNumeral, isObject, type JsonObject, type JsonValue } from '../../json.js';
import type { Find } from './find.js';
import { findProgramOptions } from './program-options.js';
import type { Container } from './secret-book.js';

/** A find in a part of a command: in a leaf of the journal's tree. */
export interface PlacedFind {
  readonly container: Container;
  readonly key: string | number;
  readonly text: string;
  readonly find: Find;
}

interface Part {
  readonly text: string;
  /** Null for parts that hold no secret: the program, the name of an option. */
  readonly place: { readonly container: Container; readonly key: string | number } | null;
}

/** `["mysql", "-psecret"]`. */
export function findInCommandList(list: readonly JsonValue[]): readonly PlacedFind[] {
  return typeof list[0] === 'string' && list.length > 1 ? findInParts(partsOf(list)) : [];
}

/** `{"path": "curl", "arguments": …}`: a list, a text, or an object of options. Source: chaoslib `provider/process.py`. */
export function findInProcess(provider: JsonObject): readonly PlacedFind[] {
  const { path, arguments: given } = provider;
  if (typeof path !== 'string' || given === undefined) return [];
  const parts =
    typeof given === 'string' ? [{ text: given, place: { container: provider, key: 'arguments' } }] : partsOf(given);
  return parts.length === 0 ? [] : findInParts([{ text: path, place: null }, ...parts]);
}

function partsOf(given: JsonValue): Part[] {
  if (isArray(given)) return given.map((item, key) => ({ text: textOf(item), place: { container: given, key } }));
  if (!isObject(given)) return [];
  return Object.entries(given).flatMap(([key, item]) => [
    { text: key, place: null },
    { text: textOf(item), place: { container: given, key } },
  ]);
}

function textOf(value: JsonValue): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : isNumeral(value) ? value.$number : '';
}

function findInParts(parts: readonly Part[]): readonly PlacedFind[] {
  const finds = findProgramOptions(parts.map(({ text }) => text).join(' '));
  const placed: PlacedFind[] = [];
  let from = 0;
  for (const { text, place } of finds.length === 0 ? [] : parts) {
    for (const find of finds) {
      const [start, end] = [find.start - from, find.end - from];
      if (place !== null && start >= 0 && end <= text.length)
        placed.push({ ...place, text, find: { ...find, start, end } });
    }
    from += text.length + 1;
  }
  return placed;
}
