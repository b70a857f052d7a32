/** Fields that people or programs wrote: configuration, secrets, whatever nobody knows. */
import { isObject, pointer, type JsonObject, type JsonValue } from '../../json.js';
import { textOf } from '../../report/read-parts.js';
import { code, inlines, paragraph } from '../inline.js';
import { valueBlocks } from '../output.js';
import type { Notation } from '../settings.js';
import type { Block, FactRow, Inline } from '../types.js';
import { literal } from '../words/literal.js';
import { cellValue } from '../words/value.js';

/** As long as a value in a row may be. */
const VALUE_LIMIT = 400;

/** Fields as rows; a value that is too long for a row gets blocks of its own under its name. */
export function fieldBlocks(
  values: JsonObject,
  source: { readonly file: string; readonly pointer: string },
  notation: Notation,
): Block[] {
  const rows: FactRow[] = [];
  const apart: Block[] = [];
  for (const [key, value] of Object.entries(values)) {
    const words = environmentWords(value, notation);
    const written = literal(value, { notation });
    if (words) rows.push({ label: inlines(key), value: words });
    else if (written.length <= VALUE_LIMIT)
      rows.push({ label: inlines(key), value: [code(typeof value === 'string' && value !== '' ? value : written)] });
    else
      apart.push(
        paragraph(key, 'intro'),
        ...valueBlocks(value, { file: source.file, pointer: pointer(source.pointer, key) }, notation),
      );
  }
  return [...(rows.length > 0 ? [{ kind: 'facts' as const, rows }] : []), ...apart];
}

const ENVIRONMENT_KEYS = new Set(['type', 'key', 'default', 'env_var_type']);

/** "0.3, the default of the environment variable LAB_COOLDOWN". */
function environmentWords(value: JsonValue, notation: Notation): Inline[] | null {
  if (!isObject(value) || value.type !== 'env' || !Object.keys(value).every((key) => ENVIRONMENT_KEYS.has(key)))
    return null;
  const key = textOf(value.key);
  if (key === null) return null;
  const type = textOf(value.env_var_type);
  const as = type === null ? '' : `, read as ${type}`;
  if (value.default === undefined) return inlines('the environment variable ', code(key), as);
  return inlines(cellValue(value.default, notation), ', the default of the environment variable ', code(key), as);
}
