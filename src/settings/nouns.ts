/** Schemas and values → what they are called in a message: "a number", "one of A4, Letter", "a list". */
import { isArray, isObject, type JsonValue } from '../json.js';
import { resolve, type Schema, type TypeName } from './schema.js';

const NOUNS: Readonly<Record<TypeName, string>> = {
  object: 'an object of keys and values',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'nothing (null)',
};

/** The types that a schema allows by name; all where it names none. */
export function typesOf({ type }: Schema): readonly TypeName[] {
  if (type === undefined) return Object.keys(NOUNS) as TypeName[];
  return typeof type === 'string' ? [type] : type;
}

/** Whether a value has one of the types. NaN and the infinities have none: JSON cannot write them. */
export function isOfType(value: JsonValue, types: readonly TypeName[]): boolean {
  return types.some((type) => {
    switch (type) {
      case 'object':
        return isObject(value);
      case 'array':
        return isArray(value);
      case 'number':
        return Number.isFinite(value);
      case 'integer':
        return Number.isInteger(value);
      case 'null':
        return value === null;
      case 'string':
      case 'boolean':
        return typeof value === type;
    }
  });
}

/** What a schema asks for. */
export function noun(schema: Schema, root: Schema): string {
  const rule = resolve(schema, root);
  if (rule.title !== undefined) return rule.title;
  if (rule.enum) return `one of ${rule.enum.map(wordOf).join(', ')}`;
  if (rule.const !== undefined) return quoted(rule.const);
  return typesOf(rule)
    .map((type) => NOUNS[type])
    .join(', or ');
}

/** What a value is. */
export function kindOf(value: JsonValue): string {
  if (value === null) return NOUNS.null;
  return isArray(value) ? NOUNS.array : isObject(value) ? NOUNS.object : NOUNS[typeof value as 'string'];
}

/** A scalar as it stands in JSON, long ones shortened: what was meant is told by its beginning. */
export function quoted(value: JsonValue): string {
  // JSON.stringify would write NaN as null.
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A scalar as people write it in YAML: a text without quotes. */
export function wordOf(value: JsonValue): string {
  return typeof value === 'string' ? value : quoted(value);
}
