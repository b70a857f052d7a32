/** Values inside sentences and cells: literals that are short enough, or how large they are. */
import type { JsonValue } from '../../json.js';
import { code } from '../inline.js';
import type { Notation } from '../settings.js';
import type { CodeInline } from '../types.js';
import { literal } from './literal.js';
import { figure } from './quantity.js';

/** The longest literal in a table's cell. */
export const CELL_LIMIT = 160;
/** The longest literal in a sentence. */
const SENTENCE_LIMIT = 40;

/** A literal for a cell; of a longer one the beginning, with the length of the whole, which stands in the appendix. */
export function cellValue(value: JsonValue, notation: Notation, outOfTolerance = false): CodeInline {
  return code(abridged(literal(value, { notation }), CELL_LIMIT), outOfTolerance ? { outOfTolerance } : {});
}

/** A literal for a sentence; of a longer one the beginning. */
export function valueWords(value: JsonValue, notation: Notation): CodeInline {
  return code(abridged(literal(value, { notation }), SENTENCE_LIMIT));
}

/** The literal where it is short enough for a sentence, else undefined. */
export function sentenceValue(value: JsonValue, notation: Notation): string | undefined {
  const written = literal(value, { notation });
  return written.length <= SENTENCE_LIMIT ? written : undefined;
}

/** A text, or its beginning and how long it is. Never cuts a pair of surrogates apart. */
export function abridged(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${figure(text.length)} characters)`;
}
