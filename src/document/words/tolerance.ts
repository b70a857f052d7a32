/** Tolerances in words: "stdout is between 2 and 3", "status is 200", "JSON path $.x yields 4". Source of the forms: the experiment specification. */
import { isArray, isNumeral, isObject, type JsonObject, type JsonValue } from '../../json.js';
import { textOf } from '../../report/read-parts.js';
import { code, inlines } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Inline } from '../types.js';
import { literal } from './literal.js';
import { abridged, CELL_LIMIT } from './value.js';

/** What a bare number is held against depends on what the probe returns. */
export type ProviderType = string | null;

/** A tolerance in words, with its literal on lines of its own where it is an object; of one beyond `limit` the beginning. */
export function toleranceWords(
  tolerance: JsonValue | null,
  provider: ProviderType,
  notation: Notation,
  limit = Infinity,
): Inline[] {
  if (tolerance === null) return inlines('none given');
  const words = isObject(tolerance) ? objectWords(tolerance, notation) : scalarWords(tolerance, provider, notation);
  const written = isObject(tolerance) ? literal(tolerance, { notation }) : '';
  const apart =
    written === '' ? [] : [code(written.length > limit ? abridged(written, CELL_LIMIT) : written, { apart: true })];
  return [...words, ...apart];
}

function scalarWords(tolerance: Exclude<JsonValue, JsonObject>, provider: ProviderType, notation: Notation): Inline[] {
  const subject = subjectOf(tolerance, provider);
  if (isArray(tolerance)) {
    if (tolerance.length === 2 && subject === '' && !tolerance.some((bound) => typeof bound === 'string')) {
      return between('', tolerance[0] ?? null, tolerance[1] ?? null, notation);
    }
    return inlines(`${subject}is one of `, ...separated(tolerance, notation));
  }
  return inlines(`${subject}is `, value(tolerance, notation));
}

/** A number is compared with the `status` of what http and process providers return. */
function subjectOf(tolerance: JsonValue, provider: ProviderType): string {
  const numeric = typeof tolerance === 'number' || isNumeral(tolerance) || isArray(tolerance);
  if (!numeric) return '';
  return provider === 'http' ? 'status ' : provider === 'process' ? 'exit code ' : '';
}

function objectWords(tolerance: JsonObject, notation: Notation): Inline[] {
  const target = textOf(tolerance.target);
  const subject = target === null ? '' : `${target} `;
  switch (tolerance.type) {
    case 'range': {
      const range = isArray(tolerance.range) ? tolerance.range : [];
      return between(subject, range[0] ?? null, range[1] ?? null, notation);
    }
    case 'regex':
      return inlines(`${subject}matches `, code(`/${textOf(tolerance.pattern) ?? ''}/`));
    case 'jsonpath':
      return inlines(
        `${target === null ? '' : `in ${target}, `}JSON path `,
        code(textOf(tolerance.path) ?? ''),
        ...jsonPathExpectation(tolerance, notation),
      );
    case 'probe':
      return inlines('the probe ', code(textOf(tolerance.name) ?? 'without a name'), ' accepts it');
    default:
      return inlines('as declared');
  }
}

function jsonPathExpectation({ expect, count }: JsonObject, notation: Notation): Inline[] {
  if (expect !== undefined) return inlines(' yields ', value(expect, notation));
  if (count !== undefined && count !== null)
    return inlines(' yields ', value(count, notation), count === 1 ? ' value' : ' values');
  return inlines(' yields something');
}

function between(subject: string, low: JsonValue, high: JsonValue, notation: Notation): Inline[] {
  return inlines(`${subject}is between `, value(low, notation), ' and ', value(high, notation));
}

function separated(values: readonly JsonValue[], notation: Notation): Inline[] {
  return values.flatMap((one, index) => inlines(index === 0 ? '' : ', ', value(one, notation)));
}

/** Numbers and truth values stand as words; everything else is code. */
function value(one: JsonValue, notation: Notation): Inline | string {
  const written = literal(one, { notation });
  return typeof one === 'number' || typeof one === 'boolean' || isNumeral(one) ? written : code(written);
}
