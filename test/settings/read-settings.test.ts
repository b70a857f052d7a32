import { describe, expect, it } from '@jest/globals';
import { ReportErrors } from '../../src/errors.js';
import { readSettings, type Settings } from '../../src/settings/read-settings.js';
import type { Schema } from '../../src/settings/schema.js';

const SCHEMA: Schema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1 },
    size: { type: 'number', minimum: 4, maximum: 96 },
    page: { enum: ['A4', 'Letter'] },
    colours: { type: 'object', additionalProperties: { $ref: '#/$defs/colour' } },
    rules: {
      type: 'array',
      items: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'], additionalProperties: false },
    },
    margin: {
      anyOf: [
        { type: 'number', minimum: 0 },
        { type: 'array', items: { type: 'number' }, minItems: 4 },
      ],
    },
    any: {},
  },
  additionalProperties: false,
  $defs: { colour: { type: 'string', pattern: '^#[0-9A-F]{6}$', title: 'a colour', examples: ['#1A1C1E'] } },
};

function read(text: string | Uint8Array, schema: Schema = SCHEMA): Promise<Settings<unknown>> {
  return readSettings(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'mine.yaml', schema);
}

/** Every problem as one line: where, what, what to do. */
async function problems(text: string | Uint8Array): Promise<readonly string[]> {
  const caught: unknown = await read(text).catch((error: unknown) => error);
  if (!(caught instanceof ReportErrors)) throw new Error('no ReportErrors');
  return caught.errors.map(
    ({ code, message, hint, place }) =>
      `${place?.line ?? '-'}:${place?.column ?? '-'} ${place?.pointer ?? '-'} ${code}: ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  );
}

describe('a file that is right', () => {
  it('is the same in YAML and in JSON, indented with tabs or spaces, with a byte order mark or without', async () => {
    const wanted = { name: 'x', size: 10, colours: { ink: '#000000' }, rules: [{ id: 'a' }] };
    const json = JSON.stringify(wanted, null, '\t');
    for (const text of [
      json,
      `\ufeff${json}`,
      JSON.stringify(wanted),
      'name: x\nsize: 10\ncolours: {ink: "#000000"}\nrules:\n- id: a\n',
    ]) {
      const { value } = await read(text);
      expect(JSON.parse(JSON.stringify(value))).toEqual(wanted);
    }
  });

  it('says where each of its parts stands', async () => {
    const { placeOf } = await read('name: x\nrules:\n  - id: a\n  - id:  b\n');
    expect(placeOf('/rules/1/id')).toEqual({ file: 'mine.yaml', line: 4, column: 10, pointer: '/rules/1/id' });
    expect(placeOf('/rules/1/id', 'key')).toMatchObject({ line: 4, column: 5 });
    expect(placeOf('/rules/7/none')).toMatchObject({ line: 2, column: 1 });
    expect(placeOf('')).toMatchObject({ line: 1, column: 1 });
  });

  it('may use anchors, and keys that objects have of themselves', async () => {
    const { value } = await read('any: {a: &a [1, x], b: *a, __proto__: {c: 1}, constructor: 2}\n');
    expect(Object.getPrototypeOf((value as { any: object }).any)).toBeNull();
    expect(JSON.stringify(value)).toBe('{"any":{"a":[1,"x"],"b":[1,"x"],"__proto__":{"c":1},"constructor":2}}');
  });
});

describe('a file that is wrong', () => {
  it('is told of once, with every problem in its order', async () => {
    expect(
      await problems(
        'nme: x\nsize: 200\npage: A5\ncolours:\n  ink: blue\n  paper: 7\nrules:\n  - {}\n  - id: 1\n    what: 2\n',
      ),
    ).toEqual([
      '1:1 /nme settings: There is no "nme" here. | Did you mean "name"? There can be name, size, page, colours, rules, margin, any.',
      '2:7 /size settings: /size is 200, and 96 is the most.',
      '3:7 /page settings: /page cannot be "A5". | Did you mean A4? It can be A4, Letter.',
      '5:8 /colours/ink settings: /colours/ink has to be a colour, and is "blue". | For example: "#1A1C1E".',
      '6:10 /colours/paper settings: /colours/paper has to be a colour, and is 7. | For example: "#1A1C1E".',
      '8:5 /rules/0/id settings: /rules/0/id is missing.',
      '9:9 /rules/1/id settings: /rules/1/id has to be a text, and is 1.',
      '10:5 /rules/1/what settings: There is no "what" in /rules/1. | There can be id.',
    ]);
  });

  it.each([
    ['- a', '1:1  settings: The file has to be an object of keys and values, and is a list.'],
    ['name: ""', '1:7 /name settings: /name is empty.'],
    ['size: .inf', '1:7 /size settings: /size has to be a number, and is Infinity.'],
    ['size:', '1:6 /size settings: /size has to be a number, and is nothing (null).'],
    ['margin: -1', '1:9 /margin settings: /margin is -1, and 0 is the least.'],
    ['margin: [1, 2]', '1:9 /margin settings: /margin has 2 entries, and needs 4.'],
    ['margin: wide', '1:9 /margin settings: /margin has to be a number, or a list, and is "wide".'],
    ['name: a\nsize: 9\nname: b', '3:1 /name settings: "name" stands here twice, first in line 1.'],
    ['{"name": "a",\n "name": "b"}', '2:2 /name settings: "name" stands here twice, first in line 1.'],
    ['name: !secret x', '1:15 /name settings: The tag !secret is not known: only plain values can stand here.'],
    [
      'any: !!binary aGk=',
      '1:15 /any settings: The tag tag:yaml.org,2002:binary is not known: only plain values can stand here.',
    ],
    ['any: *where', '1:6 /any settings: There is no anchor &where before *where.'],
    ['any:\n  ? [a]\n  : b', '2:5 /any settings: A key has to be a word.'],
    ['name: "a', '1:9  settings: Missing closing "quote.'],
    ['', '-:- - settings: The file is empty. | Write what it is to say, or leave its option out.'],
    ['# nothing\n', '1:1  settings: The file has to be an object of keys and values, and is nothing (null).'],
  ])('%j', async (text, problem) => {
    expect(await problems(text)).toEqual([problem]);
  });

  it.each([
    ['an anchor in itself', 'any: &a [*a]', /nested too deep/],
    [
      'aliases of aliases',
      `any:\n${Array.from(
        { length: 12 },
        (_, i) =>
          `  - &a${i} [${
            i === 0
              ? '1'
              : Array(9)
                  .fill(`*a${i - 1}`)
                  .join()
          }]\n`,
      ).join('')}`,
      /stand for too much/,
    ],
    ['deep lists', `any: ${'['.repeat(5000)}${']'.repeat(5000)}`, /nested too deep/],
    ['very deep lists', `any: ${'['.repeat(200_000)}`, /nested too deep/],
    ['several documents', 'name: a\n---\nname: b', /multiple documents/],
    ['too many bytes', `name: ${'x'.repeat(1_000_001)}`, /larger than 1 MB/],
  ])('%s', async (_, text, message) => {
    const lines = await problems(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
  });

  it('in another encoding', async () => {
    expect(await problems(Uint8Array.of(0x6e, 0x3a, 0x20, 0xe9))).toEqual([
      '-:- - settings: This is not UTF-8 text. | Save it as UTF-8, JSON or YAML.',
    ]);
  });
});
