/** A masked journal → its JSON text: every number with the digits it was read with. */
import type { JournalRoot } from '../journal/types.js';
import { escapeHiding } from '../json-escapes.js';
import { isArray, isNumeral, isObject, type JsonValue } from '../json.js';
import { jsonPieces } from './json-pieces.js';

/** The journal, piece by piece. As in its source, `NaN` and the infinities stand as Python writes them, which JSON does not know. */
export function* journalText(root: JournalRoot): Generator<string> {
  yield* jsonPieces(root, (part) => escapeHiding(jsonText(part as JsonValue)));
  yield '\n';
}

/** The text of a value on one line. */
export function jsonText(value: JsonValue): string {
  if (isNumeral(value)) return value.$number;
  if (isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (isObject(value)) {
    const members = Object.keys(value).map((key) => `${JSON.stringify(key)}:${jsonText(value[key] ?? null)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
