import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { numeral, type JsonValue } from '../../src/json.js';
import { literal } from '../../src/document/words/literal.js';

const python = (value: JsonValue): string => literal(value, { notation: 'python' });

describe('Python literals', () => {
  it.each<[JsonValue, string]>([
    [{ stdout: '73c027a02365\n', status: 0, stderr: '' }, "{'status': 0, 'stderr': '', 'stdout': '73c027a02365\\n'}"],
    [null, 'None'],
    [[true, false], '[True, False]'],
    ["it's", '"it\'s"'],
    [`it's "so"`, `'it\\'s "so"'`],
    ['back\\slash\ttab', "'back\\\\slash\\ttab'"],
    ['bell\x07 nul\x00 \u202e \u2028', "'bell\\x07 nul\\x00 \\u202e \\u2028'"],
    ['\x1b[31mred\x1b[0m', "'red'"],
    ['日本語 é 👩‍💻', "'日本語 é 👩‍💻'"],
    [numeral('NaN'), 'nan'],
    [numeral('-Infinity'), '-inf'],
    [numeral('1180591620717411303424'), '1180591620717411303424'],
    [numeral('1.0'), '1.0'],
    ['\ud800', "'\\ud800'"],
  ])('%j', (value, expected) => {
    expect(python(value)).toBe(expected);
  });

  it('JSON notation reads back as what went in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = literal(value as JsonValue, { notation: 'json', width: 40 });
        // Terminal codes are taken out on purpose; a minus zero has no sign in JSON.stringify.
        expect(JSON.stringify(sorted(JSON.parse(written)))).toBe(
          JSON.stringify(sorted(JSON.parse(strip(JSON.stringify(value))))),
        );
      }),
    );
  });

  it('spreads over lines only what does not fit', () => {
    expect(literal({ a: [1, 2], b: { c: 'x'.repeat(30) } }, { notation: 'python', width: 30 })).toBe(
      `{\n  'a': [1, 2],\n  'b': {\n    'c': '${'x'.repeat(30)}'\n  }\n}`,
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, sorted(item)])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  );
}

function strip(text: string): string {
  return text.replace(/\\u001b(?:\[[0-?]*[ -/]*[@-~]|[ -/]*[0-~])|\u009b[0-?]*[ -/]*[@-~]/g, '');
}
