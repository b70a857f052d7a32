import { describe, expect, it } from '@jest/globals';
import fc, { anyCharacter } from '../support/properties.js';
import { ReportError } from '../../src/errors.js';
import { isNumeral, isObject, type JsonValue } from '../../src/json.js';
import { parseJson } from '../../src/journal/parse-json.js';
import { plain } from './plain.js';

const value = (text: string): JsonValue => parseJson(text, 'x.json').value;

function codeOf(text: string, depth?: number): string {
  try {
    parseJson(text, 'x.json', depth);
    return 'read';
  } catch (error) {
    if (error instanceof ReportError) return error.code;
    throw error;
  }
}

describe('parseJson', () => {
  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t', '  '), (any, indent) => {
        const text = JSON.stringify(any, null, indent);
        expect(plain(value(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads every string, lone surrogates and control characters included', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 30 }), (text) => {
        expect(value(JSON.stringify(text))).toBe(text);
        expect(Object.keys(value(JSON.stringify({ [text]: 1 })) as object)).toEqual([text]);
      }),
    );
    expect(value('"\\ud83d!\\uD83D\\uDE00\\/"')).toBe('\ud83d!😀/');
    expect(value('"a\u0001\tb\\n"')).toBe('a\u0001\tb\n');
  });

  it('agrees with JSON.parse on what is JSON at all', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '0',
      '-1.5e3',
      '01',
      '.',
      'true',
      'nul',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let native: unknown;
        try {
          native = JSON.parse(text);
        } catch {
          expect(codeOf(text)).toMatch(/^(syntax|truncated)$/);
          return;
        }
        expect(plain(value(text))).toEqual(native);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '9007199254740993',
    '1180591620717411303424',
    '-10000000000000000000000000000000000000000',
    '1.0',
    '-0',
    '-0.0',
    '1e308',
    '3e-05',
    '1E400',
    '0.1234567890123456789',
  ])('keeps %s digit for digit', (digits) => {
    const read = value(`[${digits}]`) as readonly JsonValue[];
    expect(isNumeral(read[0])).toBe(true);
    expect(read[0]).toEqual({ $number: digits });
  });

  it.each(['0', '7', '-12', '123456789012345', '9007199254740991', '0.5', '-1.25', '1e+21'])(
    'has a plain number for %s',
    (digits) => {
      expect(value(digits)).toBe(Number(digits));
    },
  );

  it('reads NaN and the infinities as Python writes them, and counts them', () => {
    const parsed = parseJson('{"a": NaN,\n "b": [Infinity, -Infinity]}', 'x.json');
    expect(JSON.stringify(parsed.value)).toBe(
      '{"a":{"$number":"NaN"},"b":[{"$number":"Infinity"},{"$number":"-Infinity"}]}',
    );
    expect(parsed.nonFinite).toEqual({ count: 3, line: 1, column: 7 });
  });

  it('lets the last of equal keys count, and says so', () => {
    const parsed = parseJson('{"a": 1,\r\n "a": 2, "b": {"a": 3}}', 'x.json');
    expect(plain(parsed.value)).toEqual({ a: 2, b: { a: 3 } });
    expect(parsed.duplicateKeys).toEqual({ count: 1, line: 2, column: 2 });
  });

  it('gives objects without a prototype, so that no key is special', () => {
    const read = value('{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3}');
    expect(Object.getPrototypeOf(read)).toBeNull();
    expect(Object.keys(read as object)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('takes an object with a $number key for an object', () => {
    const read = value('{"$number": "1"}');
    expect(isObject(read)).toBe(true);
  });

  it.each([
    ['[', ']'],
    ['{"a":', '}'],
  ])('stops at the depth limit, however deep %s goes', (open, close) => {
    const nested = (depth: number): string => open.repeat(depth) + (open === '[' ? '' : '1') + close.repeat(depth);
    expect(codeOf(nested(1000))).toBe('read');
    expect(codeOf(nested(1001))).toBe('too-deep');
    expect(codeOf(nested(10_000))).toBe('too-deep');
    expect(codeOf(open.repeat(1_000_000))).toBe('too-deep');
    expect(codeOf(nested(200_000), 200_000)).toBe('read');
  });

  it('reads a key again that shares its place in the table of keys with another', () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `key-${i}`);
    const text = JSON.stringify([keys, keys].map((names) => Object.fromEntries(names.map((name, i) => [name, i]))));
    expect(plain(value(text))).toEqual(JSON.parse(text));
  });
});
