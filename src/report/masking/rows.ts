/**
 * An object or a list of the tree → the cells of a table in it that stand below the name of a secret: `{"columns": […], "rows": [[…]]}` of
 * databases, series of InfluxDB, frames of Grafana, lists of lists; and what a method that logs in was called with.
 */
import { isArray, isObject, type JsonObject, type JsonValue } from '../../json.js';
import type { PlacedFind } from './commands.js';
import { isDrawnValue, isCustomName } from './custom-names.js';
import { isSecretKey } from './secret-keys.js';

/** Where the names of columns stand, and where the rows. */
const NAMES = ['columns', 'fields', 'header', 'headers', 'cols', 'columnNames'];
const ROWS = ['rows', 'values', 'data', 'records', 'dataRows'];
/** More columns are no table that somebody reads. */
const WIDEST = 1_000;

/** Cells below names, of an object. */
export function findInRows(object: JsonObject): readonly PlacedFind[] {
  const { method, params, schema, data } = object;
  if (typeof method === 'string' && isArray(params) && /login|auth|sign_?in/i.test(method))
    return drawnIn(params, method);
  if (isObject(schema) && isObject(data) && isArray(data['values'])) {
    const columns = data['values'];
    return secretColumns(schema['fields'] ?? null).flatMap(([column, name]) => {
      const cells = columns[column];
      return isArray(cells) ? drawnIn(cells, name) : [];
    });
  }
  const names = NAMES.map((key) => object[key]).find((list) => list !== undefined && isArray(list));
  const rows = ROWS.map((key) => object[key]).find((list) => list !== undefined && isArray(list));
  if (names === undefined || rows === undefined || !isArray(rows)) return [];
  return cellsBelow(secretColumns(names), rows);
}

/** Cells of a list of lists, the first of which has the names. */
export function findInRowList(list: readonly JsonValue[]): readonly PlacedFind[] {
  const [names] = list;
  return list.length > 1 && names !== undefined && isArray(names) && names.length > 1
    ? cellsBelow(secretColumns(names), list.slice(1))
    : [];
}

function cellsBelow(secret: readonly (readonly [number, string])[], rows: readonly JsonValue[]): readonly PlacedFind[] {
  if (secret.length === 0) return [];
  return rows.flatMap((row) => (isArray(row) ? secret.flatMap(([column, name]) => cell(row, column, name)) : []));
}

function drawnIn(cells: readonly JsonValue[], name: string): readonly PlacedFind[] {
  return cells.flatMap((_, index) => cell(cells, index, name));
}

function cell(row: readonly JsonValue[], column: number, name: string): readonly PlacedFind[] {
  const text = row[column];
  if (typeof text !== 'string' || !isDrawnValue(text)) return [];
  return [{ container: row, key: column, text, find: { rule: 'key', name, start: 0, end: text.length } }];
}

/** Which columns have names of secrets: texts, or objects with a name. */
function secretColumns(names: JsonValue): readonly (readonly [column: number, name: string])[] {
  if (!isArray(names) || names.length > WIDEST) return [];
  return names.flatMap((one, column) => {
    const name = isObject(one) ? (one['name'] ?? one['label'] ?? one['text']) : one;
    return typeof name === 'string' && (isSecretKey(name) || isCustomName(name)) ? [[column, name] as const] : [];
  });
}
