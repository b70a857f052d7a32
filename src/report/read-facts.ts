/**
 * The schema of a report → functions that read its parts: they say where JSON is not what the schema describes, leave out
 * keys that it does not know, and give back the numbers and keys that {@link factsText} had to write another way. Only the
 * keywords that the schema uses are known; any other is a mistake of ours and throws when the reader is made.
 */
import {
  emptyObject,
  isArray,
  isNumeral,
  isObject,
  numeral,
  pointer,
  type JsonObject,
  type JsonValue,
} from '../json.js';

/** JSON that is not as the schema says, at a JSON pointer. */
export class NotAsDescribed extends Error {
  readonly at: string;
  constructor(message: string, steps: readonly (string | number)[]) {
    super(message);
    this.name = 'NotAsDescribed';
    this.at = steps.reduce<string>(pointer, '');
  }
}

/** Reads a value; `steps` is the way to it. */
type Read = (value: JsonValue, steps: (string | number)[]) => unknown;

const UNDERSTOOD = new Set([
  ...['$ref', 'type', 'enum', 'anyOf', 'items', 'properties', 'required', 'additionalProperties', 'pattern'],
  ...['minimum', 'maximum', 'description', 'title', '$schema', '$id', '$defs'],
]);

/**
 * A reader for a definition of the schema.
 *
 * @throws NotAsDescribed when it is used, at the first place that is not as described.
 */
export function factsReader(schema: JsonObject, definition: string): (value: JsonValue) => unknown {
  const definitions = objectIn(schema, '$defs');
  const known = new Map<string, Read>();
  /** Definitions refer to each other in circles, so they are looked up when they are used. */
  const named = (name: string): Read => {
    let read = known.get(name);
    if (!read) known.set(name, (read = OF_DEFINITIONS[name] ?? readerOf(objectIn(definitions, name), named)));
    return read;
  };
  const read = named(definition);
  return (value) => read(value, []);
}

/** Definitions of which the schema does not say all. */
const OF_DEFINITIONS: Readonly<Record<string, Read>> = { value: readValue, instant: readInstant };

function readerOf(schema: JsonObject, named: (name: string) => Read): Read {
  for (const keyword of Object.keys(schema)) {
    if (!UNDERSTOOD.has(keyword)) throw new Error(`The schema of reports has "${keyword}", which is not understood.`);
  }
  const { $ref, anyOf, enum: members } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.replace('#/$defs/', '');
    return (value, steps) => named(name)(value, steps);
  }
  if (isArray(anyOf)) return anyOfReader(anyOf.filter(isObject).map((branch) => readerOf(branch, named)));
  if (isArray(members)) {
    return (value, steps) => (members.includes(value) ? value : fail('is none of the values that are known', steps));
  }
  const types = new Set(isArray(schema.type) ? schema.type.map(textOf) : [textOf(schema.type)]);
  const byType: Readonly<Record<string, Read>> = {
    null: (value) => value,
    boolean: (value) => value,
    string: stringReader(schema),
    number: numberReader(schema),
    array: types.has('array') ? listReader(readerOf(objectIn(schema, 'items'), named)) : nothing,
    object: types.has('object') ? objectReader(schema, named) : nothing,
  };
  return (value, steps) => {
    const type = typeOf(value);
    if (!types.has(type) && !(type === 'number' && types.has('integer'))) {
      fail(`is ${article(type)}, where ${[...types].map(article).join(' or ')} was expected`, steps);
    }
    return byType[type]?.(value, steps);
  };
}

const nothing: Read = () => null;

/** The first branch that fits; the words of the last one where none does. */
function anyOfReader(branches: readonly Read[]): Read {
  return (value, steps) => {
    const depth = steps.length;
    let failure: unknown;
    for (const branch of branches) {
      try {
        return branch(value, steps);
      } catch (error) {
        // The first branch is the rule, and `null` the exception: what is wrong with the rule is worth telling.
        failure ??= error;
        steps.length = depth;
      }
    }
    throw failure;
  };
}

function stringReader({ pattern }: JsonObject): Read {
  if (typeof pattern !== 'string') return (value) => value;
  const regular = new RegExp(pattern, 'su');
  return (value, steps) =>
    regular.test(value as string) ? value : fail('is a text of another form than was expected', steps);
}

/** Numbers of the facts are doubles, whatever digits they are written with. */
function numberReader({ type, minimum, maximum }: JsonObject): Read {
  return (value, steps) => {
    const number = isNumeral(value) ? Number(value.$number) : (value as number);
    const whole = type === 'integer' || (isArray(type) && type.includes('integer'));
    if (!Number.isFinite(number) || (whole && !Number.isSafeInteger(number)))
      fail('is not a number that is allowed', steps);
    if (typeof minimum === 'number' && number < minimum) fail(`is less than ${minimum}`, steps);
    if (typeof maximum === 'number' && number > maximum) fail(`is more than ${maximum}`, steps);
    return number;
  };
}

function listReader(item: Read): Read {
  return (value, steps) => {
    const list = value as readonly JsonValue[];
    const read: unknown[] = [];
    for (let i = 0; i < list.length; i++) {
      steps.push(i);
      read.push(item(list[i] ?? null, steps));
      steps.pop();
    }
    return read;
  };
}

function objectReader(schema: JsonObject, named: (name: string) => Read): Read {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const readers = new Map(Object.entries(properties).map(([key, part]) => [key, readerOf(part as JsonObject, named)]));
  const required = isArray(schema.required) ? schema.required.map(textOf) : [];
  const absent = new Map(required.map((key) => [key, absentValue(objectIn(properties, key))]));
  const others = isObject(schema.additionalProperties) ? readerOf(schema.additionalProperties, named) : undefined;
  return (value, steps) => {
    const object = value as JsonObject;
    const read: Record<string, unknown> = others ? emptyObject() : {};
    for (const key of Object.keys(object)) {
      const reader = readers.get(key) ?? others;
      if (!reader) continue;
      steps.push(key);
      read[others ? unescaped(key) : key] = reader(object[key] ?? null, steps);
      steps.pop();
    }
    for (const key of required) {
      if (key in object) continue;
      const value = absent.get(key);
      if (value === undefined) fail(`has no "${key}"`, steps);
      read[key] = value;
    }
    return read;
  };
}

/** What a key that is not there reads as, since later versions add keys: null or an empty list where that is allowed. */
function absentValue({ type, anyOf }: JsonObject): null | readonly never[] | undefined {
  const nullable = isArray(anyOf) && anyOf.some((branch) => isObject(branch) && branch.type === 'null');
  if (nullable || (isArray(type) && type.includes('null'))) return null;
  return type === 'array' ? [] : undefined;
}

/** A numeral in a double's place is a number; `NaN`, infinities and long digits are told by their key. */
const DIGITS = /^(-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?|NaN|-?Infinity)$/;

/** Any value of a journal, its numerals and keys as they were before they were written. Depth is the parser's limit. */
function readValue(value: JsonValue): JsonValue {
  if (isNumeral(value)) return Number(value.$number);
  if (isArray(value)) return value.map((item) => readValue(item));
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  const { $number: digits } = value;
  if (keys.length === 1 && typeof digits === 'string' && DIGITS.test(digits)) return numeral(digits);
  const read = emptyObject();
  for (const key of keys) read[unescaped(key)] = readValue(value[key] ?? null);
  return read;
}

/** A pattern lets the 99th of a month through. */
function readInstant(value: JsonValue, steps: readonly (string | number)[]): string {
  if (typeof value === 'string' && INSTANT.test(value) && Number.isFinite(Date.parse(value))) return value;
  return fail('is not an instant in UTC', steps);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

function unescaped(key: string): string {
  return /^\$\$+number$/.test(key) ? key.slice(1) : key;
}

/** The name of a type in the schema. */
function textOf(value: JsonValue | undefined): string {
  if (typeof value !== 'string') throw new Error('The schema of reports has a part without a type.');
  return value;
}

function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (isNumeral(value)) return 'number';
  return typeof value;
}

function article(type: string): string {
  return type === 'null' ? 'null' : /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const part = object[key];
  if (!isObject(part)) throw new Error(`The schema of reports has no "${key}" where one is needed.`);
  return part;
}

function fail(message: string, steps: readonly (string | number)[]): never {
  throw new NotAsDescribed(message, steps);
}
