import { describe, expect, it } from '@jest/globals';
import { numeral, type JsonValue } from '../../src/json.js';
import { bytes, count, duration, exactDuration } from '../../src/document/words/quantity.js';
import { warningWords } from '../../src/document/words/warning.js';
import { toleranceWords } from '../../src/document/words/tolerance.js';
import { visible } from '../../src/document/words/visible.js';
import { GMT, zoneOf } from '../../src/document/words/zone.js';
import { jsonText } from '../../src/document/json-text.js';
import { inlineText } from '../support/document-text.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('quantities', () => {
  it.each([
    [0, '0 ms'],
    [0.00004, '0.04 ms'],
    [0.0042, '4 ms'],
    [0.219, '219 ms'],
    [0.9996, '1 second'],
    [1, '1 second'],
    [7.98, '7 seconds'],
    [60, '1 minute'],
    [125, '2 minutes 5 seconds'],
    [3600, '1 hour'],
    [3661, '1 hour 1 minute'],
    [200_000, '2 days 7 hours'],
    [-2, 'minus 2 seconds'],
  ])('%d seconds: %s', (seconds, words) => {
    expect(plain(duration(seconds))).toBe(words);
  });

  it('declared pauses are exact', () => {
    expect([0.3, 1.5, 2, 90].map((seconds) => plain(exactDuration(seconds)))).toEqual([
      '300 ms',
      '1.5 seconds',
      '2 seconds',
      '1 minute 30 seconds',
    ]);
  });

  it('grammar is right', () => {
    expect(
      [
        count(1, 'action'),
        count(2, 'action'),
        count(0, 'probe'),
        count(4000, 'line'),
        count(2, 'activity', 'activities'),
      ].map(plain),
    ).toEqual(['1 action', '2 actions', '0 probes', '4,000 lines', '2 activities']);
    expect([1, 999, 1500, 20_000_000].map((size) => plain(bytes(size)))).toEqual([
      '1 byte',
      '999 bytes',
      '1.5 kB',
      '20 MB',
    ]);
  });
});

describe('tolerances', () => {
  it.each<[JsonValue, string | null, string]>([
    [200, 'http', 'status is 200'],
    [0, 'process', 'exit code is 0'],
    [3, 'python', 'is 3'],
    [true, 'python', 'is True'],
    ['ok', 'python', "is `'ok'`"],
    [[5, 10], 'python', 'is between 5 and 10'],
    [[200, 204], 'http', 'status is one of 200, 204'],
    [['a', 'b'], 'python', "is one of `'a'`, `'b'`"],
    [
      { type: 'range', target: 'stdout', range: [2, 3] },
      'process',
      "stdout is between 2 and 3 ⏎ `{'range': [2, 3], 'target': 'stdout', 'type': 'range'}`",
    ],
    [{ type: 'regex', pattern: 'ok' }, 'python', "matches `/ok/` ⏎ `{'pattern': 'ok', 'type': 'regex'}`"],
    [
      { type: 'jsonpath', path: '$.x', expect: 4 },
      'http',
      "JSON path `$.x` yields 4 ⏎ `{'expect': 4, 'path': '$.x', 'type': 'jsonpath'}`",
    ],
    [numeral('1e400'), 'python', 'is 1e400'],
    [null, 'http', 'none given'],
  ])('%j of a probe of type %s', (tolerance, provider, words) => {
    expect(inlineText(toleranceWords(tolerance, provider, 'python'))).toBe(words);
  });
});

describe('visible', () => {
  it.each([
    ['plain\ttext\n', 'plain\ttext\n'],
    ['\x1b[1;31mred\x1b[0m \x1b]8;;http://x\x07link\x1b]8;;\x07', 'red link'],
    ['bell\x07', 'bell‹U+0007›'],
    ['evil\u202egnp.exe', 'evil‹U+202E›gnp.exe'],
    ['zero\u200bwidth \ufeff', 'zero‹U+200B›width ‹U+FEFF›'],
    ['\ud83d', '‹U+D83D›'],
    ['👩‍💻 می‌خواهم', '👩‍💻 می‌خواهم'],
    ['a\r\nb', 'a\nb'],
    [
      '10%\r50%\r100%\ndone',
      '100% ‹2\u00a0earlier states› of this line\ndone'.replace('states› of this line', 'states of this line›'),
    ],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

describe('zones', () => {
  const instant = '2019-09-07T11:47:09.412187Z';
  it('GMT without a library', () => {
    expect([GMT.full(instant), GMT.short(instant), GMT.clock(instant), GMT.date(instant)]).toEqual([
      'Sat, 07 Sep 2019 11:47:09 GMT',
      '7 Sep 2019 11:47:09',
      '11:47:09',
      '07 September 2019',
    ]);
  });
  it('other zones say their offset', async () => {
    const paris = await zoneOf('Europe/Paris');
    expect([
      paris?.full(instant),
      paris?.short(instant),
      paris?.clock('2019-12-07T23:47:09Z'),
      paris?.date('2019-12-31T23:30:00Z'),
    ]).toEqual(['Sat, 07 Sep 2019 13:47:09 +02:00', '7 Sep 2019 13:47:09', '00:47:09', '01 January 2020']);
    expect(await zoneOf('Mars/Olympus')).toBeUndefined();
    expect(await zoneOf('utc')).toBe(GMT);
  });
});

describe('JSON in a string', () => {
  it('is spread without a token being touched', () => {
    expect(jsonText('{"a":1.0,"a":"\\u00e9 , :","b":[],"c":[{"d":null}]}')).toBe(
      '{\n  "a": 1.0,\n  "a": "\\u00e9 , :",\n  "b": [],\n  "c": [\n    {\n      "d": null\n    }\n  ]\n}',
    );
  });
  it('is left alone where it is none', () => {
    expect(['[INFO] started]', '12', '{"a":}', ''].map(jsonText)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('oddities of a source', () => {
  it('say where they are, in the text where it is no place of the journal', () => {
    const place = { file: 'a.json', line: 12, column: 3 };
    expect(plain(warningWords({ code: 'non-finite-number', detail: { count: 6 }, place }))).toBe(
      'NaN or infinities, which JSON does not allow (6 places, the first on line 12)',
    );
    expect(plain(warningWords({ code: 'no-status', place: { file: 'a.json', pointer: '/run/1' } }))).toBe(
      'entries without a status (at /run/1)',
    );
  });
});
