import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from '../support/properties.js';
import type { JsonValue } from '../../src/json.js';
import { check } from '../../src/settings/check.js';
import type { Schema } from '../../src/settings/schema.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });

/** The keywords that the check knows. A schema that uses another one would not be checked by it, and nobody would know. */
const KEYWORDS = new Set([
  ...['$schema', '$id', '$ref', '$defs', '$comment', 'title', 'description', 'default', 'examples'],
  ...['type', 'const', 'enum', 'anyOf', 'properties', 'additionalProperties', 'propertyNames', 'required'],
  ...['minProperties', 'items', 'minItems', 'maxItems', 'uniqueItems', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'exclusiveMinimum', 'maximum'],
]);

function keywords(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, $defs = {}, anyOf = [], items, additionalProperties, propertyNames } = schema as Schema;
  const below = [
    ...Object.values(properties),
    ...Object.values($defs),
    ...anyOf,
    items,
    additionalProperties,
    propertyNames,
  ];
  return [...Object.keys(schema), ...below.flatMap(keywords)];
}

/** Values that are often nearly right for the schema. */
function near(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  const rule = schema.$ref === undefined ? schema : (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {});
  const candidates: fc.Arbitrary<unknown>[] = [fc.jsonValue({ maxDepth: 2 })];
  if (rule.enum) candidates.push(fc.constantFrom(...rule.enum));
  if (rule.const !== undefined) candidates.push(fc.constant(rule.const));
  if (rule.examples) candidates.push(fc.constantFrom(...rule.examples));
  candidates.push(...(rule.anyOf ?? []).map((one) => near(one, root)));
  const types = [rule.type ?? []].flat();
  if (types.includes('number') || types.includes('integer'))
    candidates.push(fc.integer({ min: -5, max: 120 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
  if (types.includes('string')) candidates.push(fc.string({ maxLength: 4 }), fc.constantFrom('#A1B2C3', 'a', '😀'));
  if (rule.items) candidates.push(fc.array(near(rule.items, root), { maxLength: 5 }));
  if (rule.properties) {
    const parts = Object.fromEntries(Object.entries(rule.properties).map(([key, one]) => [key, near(one, root)]));
    candidates.push(
      fc.record(parts, { requiredKeys: [] }),
      fc.record(parts, { requiredKeys: [...(rule.required ?? [])] }),
    );
  }
  if (typeof rule.additionalProperties === 'object')
    candidates.push(fc.dictionary(fc.string({ maxLength: 3 }), near(rule.additionalProperties, root), { maxKeys: 3 }));
  return fc.oneof(...candidates);
}

const EVERYTHING: Schema = {
  type: 'object',
  properties: {
    text: { type: 'string', minLength: 1, maxLength: 3 },
    colour: { $ref: '#/$defs/colour' },
    number: { type: 'number', minimum: 0, maximum: 100 },
    whole: { type: 'integer', exclusiveMinimum: 0 },
    flag: { type: 'boolean' },
    one: { enum: ['a', 'b', 3, null] },
    same: { const: 'x' },
    list: { type: 'array', items: { type: ['number', 'null'] }, minItems: 1, maxItems: 3, uniqueItems: true },
    named: {
      type: 'object',
      propertyNames: { type: 'string', pattern: '^[a-z]+$' },
      additionalProperties: { $ref: '#/$defs/colour' },
      minProperties: 1,
    },
    either: {
      anyOf: [
        { type: 'number', maximum: 5 },
        { type: 'string', pattern: '^a' },
        { $ref: '#/$defs/pair' },
        { type: 'array', items: { type: 'number' } },
      ],
    },
  },
  required: ['text'],
  additionalProperties: false,
  $defs: {
    colour: { type: 'string', pattern: '^#[0-9A-F]{6}$', examples: ['#1A1C1E'] },
    pair: {
      type: 'object',
      properties: { key: { type: 'string' }, value: {} },
      required: ['key'],
      additionalProperties: false,
    },
  },
};

const SCHEMAS = (readdirSync('src', { recursive: true }) as string[])
  .filter((file) => file.endsWith('.schema.json') && !file.endsWith('report.schema.json'))
  .map((file) => [file, JSON.parse(readFileSync(join('src', file), 'utf8')) as Schema] as const);

describe('the check of settings', () => {
  it.each([['every keyword', EVERYTHING] as const, ...SCHEMAS])(
    'of %s agrees with ajv on what is right',
    (_, schema) => {
      const validate = ajv.compile(schema);
      fc.assert(
        fc.property(near(schema, schema), (value) => {
          expect(check(value as JsonValue, schema).length === 0).toBe(validate(value));
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(SCHEMAS)('knows every keyword of %s', (_, schema) => {
    expect(keywords(schema).filter((keyword) => !KEYWORDS.has(keyword))).toEqual([]);
  });

  it('there are schemas to check', () => {
    expect(SCHEMAS.map(([file]) => file)).toContain(join('cli', 'variables.schema.json'));
  });
});
