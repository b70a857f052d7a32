/** A journal → the JSON text of the same journal without its secrets: every number with the digits it was read with. */
import type { Journal } from '../journal/types.js';
import { escapeHiding } from '../json-escapes.js';
import { isArray, isNumeral, isObject, type JsonValue } from '../json.js';
import { jsonPieces } from './json-pieces.js';
import { maskJournal } from './masking/mask-journal.js';
import { DEFAULT_MASKING, type MaskingSettings } from './masking/own-rules.js';
import { givenSecrets, NO_VARIABLES, type VariableSettings } from './variables.js';

/** The masked journal, piece by piece. As in its source, `NaN` and the infinities stand as Python writes them, which JSON does not know. */
export function maskedJournalText(
  { root, file }: Journal,
  variables: VariableSettings = NO_VARIABLES,
  masking: MaskingSettings = DEFAULT_MASKING,
): Iterable<string> {
  const { rules } = masking;
  const masked = masking.off ? root : maskJournal(root, { file, given: givenSecrets(root, variables), rules }).root;
  return lineOf(masked);
}

function* lineOf(value: JsonValue): Generator<string> {
  yield* jsonPieces(value, (part) => escapeHiding(jsonText(part as JsonValue)));
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
