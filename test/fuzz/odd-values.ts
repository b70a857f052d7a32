/** Values, keys, strings, numbers and times that no journal should have. */
import fc, { anyCharacter } from '../support/properties.js';
import type { Tree } from './tree.js';

/** How large the large things get: the tests stay small, a long run does not. */
export interface Scale {
  readonly depth: number;
  readonly width: number;
  readonly length: number;
  /** Bytes that a file may unpack to. */
  readonly unpacked: number;
}

const SCALARS = ['null', 'true', 'false', '0', '-1', '1.5', '""', '"text"', '"None"', '"${secret}"', '"completed"'];

/** A value of any type, small. */
export const anyValue: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom<Tree>(
    ...SCALARS,
    { list: [] },
    { pairs: [] },
    { list: ['null'] },
    { list: [{ list: [] }, { pairs: [] }] },
    { pairs: [['name', 'null']] },
    { pairs: [['type', '"regex"']] },
    { pairs: [['$number', '"NaN"']] },
  ),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
);

/** Names that mean something to a runtime, to a template, or to a reader of journals. */
export const oddKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'toJSON', 'length'],
    ...[
      '',
      ' ',
      '0',
      '-1',
      '/',
      '~',
      '~1',
      '.',
      '..',
      '$number',
      '$ref',
      '@root',
      'this',
      'a\u0000b',
      '\ud800',
      '\u202e',
    ],
    ...['status', 'output', 'activity', 'probes', 'run', 'experiment', 'start', 'type', 'tolerance', 'exception'],
  ),
  fc.string({ maxLength: 12, unit: anyCharacter }),
);

/** Every control character, both halves of a pair, marks of direction, noncharacters, codes of terminals and of markup. */
const ODD_PIECES = [
  ...Array.from({ length: 33 }, (_, code) => String.fromCharCode(code)),
  ...Array.from({ length: 33 }, (_, code) => String.fromCharCode(0x7f + code)),
  ...['\ud800', '\udc00', '\udbff', '\udfff', '\udc00\ud800', '\ufffe', '\uffff', '\u{1ffff}', '\u{10ffff}', '\ufeff'],
  ...['\u200b', '\u200d', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2069'],
  ...['\u2028', '\u2029', '\u0085', '\u00ad', '\u034f', '\u061c', '\u180e', '\u2060', '\u{e0001}', '\u{e0041}'],
  ...['e\u0301', '\u0301'.repeat(300), '👩‍👩‍👧‍👦', '🇫🇷', 'שלום', 'مرحبا', 'हिन्दी', 'ไทย', '漢字', '\u{1d54f}'],
  ...['\u001b[31m', '\u001b]8;;http://x\u0007', '\u009b1m', '\r', '\r\n', '\n\n', '\t', '\b\b\b'],
  ...[
    '<script>alert(1)</script>',
    ']]>',
    '-->',
    '{{x}}',
    '{{{x}}}',
    '|',
    '```',
    '~~~',
    '[a](javascript:b)',
    '&#0;',
    '%s',
  ],
  ...[
    '![a](http://x/y.png)',
    '\\input{x}',
    '$(id)',
    '${a.b}',
    '../../etc/passwd',
    'http://[::1',
    'http://a:b@c/',
    '\\',
  ],
];

export const oddString: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...ODD_PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

export const oddNumber: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['1e999', '-1e999', '-0', '0e0', '1e-400', '12345678901234567890123', '9007199254740993', '-9007199254740993'],
    ...[
      'NaN',
      'Infinity',
      '-Infinity',
      '0.1e-7',
      '1E+2',
      '4.9e-324',
      '1.7976931348623157e308',
      '1e21',
      '2e15',
      '-1e15',
    ],
    `1${'0'.repeat(2000)}`,
    `0.${'3'.repeat(2000)}`,
  ),
  fc.double().map((number) => String(number)),
);

/** Days that there are not, years before the first and after the last, and what is no time at all. */
export const oddTime: fc.Arbitrary<string> = fc.oneof(
  fc
    .constantFrom(
      ...['0000-01-01T00:00:00', '0001-01-01T00:00:00.000001', '9999-12-31T23:59:59.999999', '10000-01-01T00:00:00'],
      ...['+275760-09-13T00:00:01Z', '-271821-04-20T00:00:00Z', '2020-02-30T00:00:00', '2020-13-01T00:00:00'],
      ...['2020-06-30T23:59:60Z', '2020-01-01T24:00:00', '2020-01-01', '2020-01-01T00:00:00+25:00', '', 'now', 'NaN'],
      ...['1e400', 'Infinity', '2020-01-01 00:00:00', '2020-01-01T00:00:00.123456789012345678901', '٢٠٢٠-٠١-٠١'],
    )
    .map((text) => JSON.stringify(text)),
  oddNumber,
  fc.date({ noInvalidDate: true }).map((date) => JSON.stringify(date.toISOString())),
);

/** Small sizes as likely as large ones: what breaks at a hundred should not wait for a hundred thousand. */
function size(min: number, max: number): fc.Arbitrary<number> {
  return fc
    .double({ min: Math.log10(min), max: Math.log10(max), noNaN: true })
    .map((exponent) => Math.round(10 ** exponent));
}

/** Lists and objects in one another; closed. */
export const deep = ({ depth }: Scale): fc.Arbitrary<string> =>
  fc
    .tuple(size(10, depth), fc.constantFrom<readonly [string, string]>(['[', ']'], ['{"a":', '}']))
    .map(([levels, [open, close]]) => `${open.repeat(levels)}1${close.repeat(levels)}`);

/** Many keys or items at one level. */
export const wide = ({ width }: Scale): fc.Arbitrary<string> =>
  fc.tuple(size(10, width), fc.constantFrom('list', 'object', 'entries')).map(([count, kind]) => {
    const each = (make: (index: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join();
    if (kind === 'list') return `[${each(String)}]`;
    if (kind === 'object') return `{${each((index) => `"key-${index}": ${index}`)}}`;
    return `[${each((index) => `{"activity": {"name": "a${index}", "type": "probe"}, "status": "failed", "output": null}`)}]`;
  });

/** One long string: a line, lines, words, or the same odd character over and over. */
export const long = ({ length }: Scale): fc.Arbitrary<string> =>
  fc
    .tuple(
      size(1000, length),
      fc.constantFrom(
        'a',
        'word ',
        'line\n',
        'é',
        '漢',
        '👍',
        '\u001b[1m',
        '\u0301',
        '<',
        '&',
        '`',
        '|',
        '\\',
        '"',
        '#\n',
        '* ',
        '(',
        'http://',
      ),
    )
    .map(([units, piece]) => JSON.stringify(piece.repeat(Math.ceil(units / piece.length))));
