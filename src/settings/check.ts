/**
 * A value and a schema → everything about the value that the schema does not allow, each with its JSON pointer, in words
 * for the person who wrote it. A library's errors name keywords of JSON Schema, and all branches of an `anyOf` at once;
 * that this check agrees with a full validator (ajv) on what is right is held by a property test.
 */
import { isArray, isObject, pointer, type JsonObject, type JsonValue } from '../json.js';
import { suggestion } from '../suggest.js';
import { isOfType, kindOf, noun, quoted, typesOf, wordOf } from './nouns.js';
import { resolve, type Schema } from './schema.js';

/** One thing that is wrong. */
export interface Complaint {
  /** JSON pointer of the value, or of the key that there is not. */
  readonly at: string;
  /** Whether the key is wrong or its value. */
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly hint?: string;
}

/** All that is wrong with a value, in the order of the value. */
export function check(value: JsonValue, schema: Schema, root: Schema = schema, at = ''): readonly Complaint[] {
  const rule = resolve(schema, root);
  const branch = rule.anyOf ? chooseBranch(value, rule.anyOf, root, at) : undefined;
  const complaints = ownComplaints(value, rule, root, at);
  if (rule.anyOf && branch === undefined && complaints.length === 0) {
    return [mustBe(value, at, rule.title ?? rule.anyOf.map((one) => noun(one, root)).join(', or '), rule)];
  }
  return [...complaints, ...(branch ?? [])];
}

/** The complaints of the branch that was meant: none where one fits, undefined where none has the value's type. */
function chooseBranch(
  value: JsonValue,
  branches: readonly Schema[],
  root: Schema,
  at: string,
): readonly Complaint[] | undefined {
  const ofType = branches.filter((one) => isOfType(value, typesOf(resolve(one, root))));
  const tried = ofType.map((one) => check(value, one, root, at)).sort((a, b) => a.length - b.length);
  return tried.length === 0 || (tried.length > 1 && tried[0]?.length !== 0 && !isObject(value)) ? undefined : tried[0];
}

function ownComplaints(value: JsonValue, rule: Schema, root: Schema, at: string): readonly Complaint[] {
  if (!isOfType(value, typesOf(rule))) return [mustBe(value, at, noun(rule, root), rule)];
  if (rule.const !== undefined && value !== rule.const) return [mustBe(value, at, quoted(rule.const), rule)];
  if (rule.enum && !rule.enum.some((one) => one === value)) return [noneOf(value, at, rule.enum)];
  if (typeof value === 'string') return textComplaints(value, rule, root, at);
  if (typeof value === 'number') return numberComplaints(value, rule, at);
  if (isArray(value)) return listComplaints(value, rule, root, at);
  return isObject(value) ? objectComplaints(value, rule, root, at) : [];
}

function mustBe(value: JsonValue, at: string, what: string, { examples = [] }: Schema): Complaint {
  const [example] = examples;
  const found = typeof value === 'object' ? kindOf(value) : quoted(value);
  return {
    at,
    part: 'value',
    message: `${name(at)} has to be ${what}, and is ${found}.`,
    ...(example === undefined ? {} : { hint: `For example: ${quoted(example)}.` }),
  };
}

function noneOf(value: JsonValue, at: string, known: readonly JsonValue[]): Complaint {
  const words = known.filter((one) => typeof one === 'string');
  const meant = typeof value === 'string' ? suggestion(value, words) : undefined;
  return {
    at,
    part: 'value',
    message: `${name(at)} cannot be ${typeof value === 'object' ? kindOf(value) : quoted(value)}.`,
    hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}It can be ${known.map(wordOf).join(', ')}.`,
  };
}

function textComplaints(value: string, rule: Schema, root: Schema, at: string): readonly Complaint[] {
  // JSON Schema counts characters, not UTF-16 units.
  const length = [...value].length;
  if (rule.pattern !== undefined && !new RegExp(rule.pattern, 'u').test(value)) {
    return [mustBe(value, at, noun(rule, root), rule)];
  }
  if (length < (rule.minLength ?? 0)) return [size(at, length === 0 ? 'is empty' : `is too short: ${length}`)];
  if (length > (rule.maxLength ?? Infinity)) {
    return [size(at, `is ${length} characters long, and ${rule.maxLength ?? 0} are the most`)];
  }
  return [];
}

function numberComplaints(value: number, rule: Schema, at: string): readonly Complaint[] {
  const { minimum, exclusiveMinimum, maximum } = rule;
  if (minimum !== undefined && value < minimum) return [size(at, `is ${value}, and ${minimum} is the least`)];
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    return [size(at, `is ${value}, and has to be more than ${exclusiveMinimum}`)];
  }
  if (maximum !== undefined && value > maximum) return [size(at, `is ${value}, and ${maximum} is the most`)];
  return [];
}

function listComplaints(value: readonly JsonValue[], rule: Schema, root: Schema, at: string): readonly Complaint[] {
  const { items, minItems = 0, maxItems = Infinity } = rule;
  const count = (number: number): string => `${number} ${number === 1 ? 'entry' : 'entries'}`;
  const complaints: Complaint[] = [];
  if (value.length < minItems) complaints.push(size(at, `has ${count(value.length)}, and needs ${minItems}`));
  if (value.length > maxItems) complaints.push(size(at, `has ${count(value.length)}, and ${maxItems} are the most`));
  if (items) complaints.push(...value.flatMap((one, index) => check(one, items, root, pointer(at, index))));
  if (rule.uniqueItems) {
    const seen = new Set<string>();
    for (const [index, one] of value.entries()) {
      const text = JSON.stringify(one);
      if (seen.has(text)) complaints.push(size(pointer(at, index), 'stands there twice'));
      seen.add(text);
    }
  }
  return complaints;
}

function objectComplaints(value: JsonObject, rule: Schema, root: Schema, at: string): readonly Complaint[] {
  const { properties = {}, additionalProperties = true, propertyNames, required = [], minProperties = 0 } = rule;
  const keys = Object.keys(value);
  const complaints = keys.flatMap((key): readonly Complaint[] => {
    const below = pointer(at, key);
    const one = value[key] ?? null;
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (known === false) return [unknownKey(key, below, Object.keys(properties), keys)];
    const named = propertyNames
      ? check(key, propertyNames, root, below).map((wrong) => ({ ...wrong, part: 'key' as const }))
      : [];
    return typeof known === 'object' ? [...named, ...check(one, known, root, below)] : named;
  });
  const missing = required
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => size(pointer(at, key), 'is missing', 'key'));
  if (keys.length < minProperties) missing.push(size(at, 'is empty'));
  return [...complaints, ...missing];
}

function unknownKey(key: string, at: string, known: readonly string[], present: readonly string[]): Complaint {
  const meant = suggestion(
    key,
    known.filter((one) => !present.includes(one)),
  );
  const list = known.length === 0 ? '' : `There can be ${known.join(', ')}.`;
  return {
    at,
    part: 'key',
    message: `There is no "${key}" ${at.lastIndexOf('/') === 0 ? 'here' : `in ${name(at.slice(0, at.lastIndexOf('/')))}`}.`,
    hint: meant === undefined ? list : `Did you mean "${meant}"? ${list}`,
  };
}

function size(at: string, what: string, part: Complaint['part'] = 'value'): Complaint {
  return { at, part, message: `${name(at)} ${what}.` };
}

/** How a value is called: by its JSON pointer, because that is where to look. */
function name(at: string): string {
  return at === '' ? 'The file' : at;
}
