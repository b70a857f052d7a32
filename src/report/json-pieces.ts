/** A value → its JSON text piece by piece, so that the text of a large one is never made as a whole. */
import { escapeHiding } from '../json-escapes.js';
import { isArray, isNumeral } from '../json.js';
import { partsOfText } from '../text-parts.js';

/** What stands in less than so many code units, roughly, is one piece. */
const PIECE = 200_000;
/** What a number, a key or a bracket counts for. */
const LEAST = 8;

/**
 * Writes on one line. `textOf` writes what is small enough to be written at once, `keyOf` says how the keys of an object are
 * written in it.
 */
export function* jsonPieces(
  value: unknown,
  textOf: (value: unknown) => string,
  keyOf: (key: string) => string = (key) => key,
): Generator<string> {
  if (typeof value === 'string' && value.length > PIECE) {
    yield '"';
    for (const part of partsOfText(value, PIECE)) yield escapeHiding(JSON.stringify(part).slice(1, -1));
    yield '"';
  } else if (sizeOf(value, PIECE) <= PIECE) yield textOf(value);
  else if (isArray(value)) {
    yield '[';
    for (const [index, item] of value.entries()) {
      if (index > 0) yield ',';
      yield* jsonPieces(item, textOf, keyOf);
    }
    yield ']';
  } else {
    let before = '{';
    for (const [key, member] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      // As `JSON.stringify` has it.
      if (member === undefined) continue;
      yield `${before}${escapeHiding(JSON.stringify(keyOf(key)))}:`;
      yield* jsonPieces(member, textOf, keyOf);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  }
}

/** Roughly how long the text is, counted up to a number. */
function sizeOf(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length + LEAST;
  if (typeof value !== 'object' || value === null || isNumeral(value)) return LEAST;
  let size = LEAST;
  if (isArray(value)) {
    for (const item of value) if ((size += sizeOf(item, most - size)) > most) break;
    return size;
  }
  for (const [key, member] of Object.entries(value)) {
    if ((size += key.length + LEAST + sizeOf(member, most - size)) > most) break;
  }
  return size;
}
