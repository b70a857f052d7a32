/** A long text is searched around the words of rules alone, and what is found there is what is found in all of it. */
import { describe, expect, it } from '@jest/globals';
import { CUSTOM_ENDINGS } from '../../../src/report/masking/custom-names.js';
import { findInBase64 } from '../../../src/report/masking/encoded.js';
import { findAsRead } from '../../../src/report/masking/find-in-text.js';
import { HEADERS } from '../../../src/report/masking/headers.js';
import { PROGRAM_WORDS } from '../../../src/report/masking/program-options.js';
import { SECRET_ENDINGS } from '../../../src/report/masking/secret-keys.js';
import { nextSpot } from '../../../src/report/masking/spot-words.js';
import { spotsOf } from '../../../src/report/masking/spots.js';
import { stretchesOf } from '../../../src/report/masking/stretches.js';
import { drawn } from '../../support/drawn.js';
import { BARE, BESIDE, DELIMITED, PLACED, TOLD } from '../../support/printed-secrets.js';
import fc from '../../support/properties.js';

const FORMS = [...BARE, ...BESIDE, ...DELIMITED, ...PLACED, ...TOLD];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Lines of a log with nothing in them that a rule goes by. */
function log(length: number): string {
  let text = '';
  for (let line = 1; text.length < length; line++)
    text += `${line} worker-${line % 17} GET /cart/${(line * 7919) % 100_003} 200 in ${(line * 31) % 997} ms\n`;
  return text;
}

/** A text printed in one of the ways in which programs print a secret; those that are objects have no text. */
const printed = fc
  .tuple(fc.constantFrom(...FORMS), drawn(LETTERS, 12, 40))
  .map(([[, print], secret]) => print(secret))
  .filter((value) => typeof value === 'string');

const ends = (text: string, stretches = stretchesOf(text)): string[] =>
  findAsRead(text, false, stretches).map(({ rule, name, start, end }) => [rule, name, start, end].join(' '));

describe('a long text', () => {
  it('is not read by the rules where none of their words stands', () => {
    expect(stretchesOf(log(100_000))).toEqual([]);
  });

  it('is read around each name of the tables, however it is written', () => {
    const names = [...SECRET_ENDINGS, ...CUSTOM_ENDINGS, ...HEADERS];
    const written = names.flatMap((name) => ['_', '-', ''].map((sign) => `db${sign}${name.replaceAll(' ', sign)}`));
    const all = written.flatMap((name) => [name, name.toUpperCase()]);
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((name) => nextSpot(`${name}=x`, 0) === -1)).toEqual([]);
  });

  it('is read around them in whole lines, and the line before', () => {
    const before = log(50_000);
    const [stretch, ...others] = stretchesOf(`${before}token=x\n${before}`);
    expect(others).toEqual([]);
    expect(stretch?.start).toBeGreaterThan(40_000);
    expect(stretch?.text).toMatch(/^\n\d+ worker[^]*\ntoken=x\n[^]*ms\n$/);
    expect(stretch?.text.length).toBeLessThan(20_000);
  });

  it.each(FORMS)('has a secret found far inside it that is found alone: %s', (_, print) => {
    const secret = 'k7Qm2Xv9Lp4Rt8Wz3Ya6';
    const value = print(secret);
    if (typeof value !== 'string') return;
    const before = log(30_000);
    const text = `${before}${value}\n${log(30_000)}`;
    expect(ends(text)).toEqual(ends(text, [{ start: 0, text }]));
    const places = findAsRead(text, false).filter(({ start, end }) => text.slice(start, end).includes(secret));
    const isAlone = findAsRead(value, false).some(({ start, end }) => value.slice(start, end).includes(secret));
    expect(places.length > 0).toBe(isAlone);
  });

  it('has the same found around the words as in all of it, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60_000), printed), { maxLength: 8 }), fc.nat(20_000), (places, rest) => {
        const text = places.map(([before, value]) => `${log(before)}${value}\n`).join('') + log(rest);
        expect(ends(text).sort()).toEqual(ends(text, [{ start: 0, text }]).sort());
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a value in quotes of many lines', `{"password": "${log(40_000)}k7Qm2Xv9"}\n`],
    ['a value that is not closed', `{"password": "${log(40_000)}`],
    ['an option of many lines', `run --password "${log(40_000)}k7Qm2Xv9" -h db\n`],
    ['a block of YAML', `password: |\n${log(40_000).replaceAll(/^/gm, '  ')}`],
    ['a table', `user,password\n${'bob,k7Qm2Xv9Lp4Rt8\n'.repeat(4_000)}`],
    ['a table of Vault', `==== Data ====\nKey    Value\n---    -----\n${'a    k7Qm2Xv9Lp4Rt8\n'.repeat(4_000)}`],
    ['a Secret of Kubernetes', `kind: Secret\ndata:\n${'  a: azdRbTJYdjlMcDRSdDg=\n'.repeat(4_000)}`],
    ['a line of its own', `${'x '.repeat(30_000)} token=k7Qm2Xv9Lp4Rt8 ${'y '.repeat(30_000)}`],
  ])('has what is longer than a stretch found as a whole: %s', (_, value) => {
    const text = `${log(30_000)}${value}${log(30_000)}`;
    const found = ends(text);
    expect(found).toEqual(ends(text, [{ start: 0, text }]));
    expect(found).not.toEqual([]);
  });
});

describe('a search for words', () => {
  it('finds what a regular expression of them finds', () => {
    const next = spotsOf(() => [
      { text: 'pw' },
      { text: 'key' },
      { text: 'AbC', exact: true },
      { text: 'ab', apart: true },
    ]);
    const pattern = /pw|key|(?:AbC)|(?<![A-Za-z\d])ab/i;
    const letters = fc.string({ unit: fc.constantFrom(...'pPwWkKeEyYaAbBcC0 -ſK'), maxLength: 30 });
    fc.assert(
      fc.property(letters, (text) => {
        const places = [...text].flatMap((_, at) => {
          const rest = new RegExp(/pw|key|(?<![A-Za-z\d])ab/iy);
          rest.lastIndex = at;
          return rest.test(text) || text.startsWith('AbC', at) ? [at] : [];
        });
        expect(next(text, 0)).toBe(places[0] ?? -1);
        expect(pattern.test(text) || places.length === 0).toBe(true);
      }),
    );
  });

  it('knows a beginning of each program', () => {
    expect(PROGRAM_WORDS).toEqual(
      expect.arrayContaining(['curl', 'http', 'mysql', 'docker', 'xfreerdp', '7z', 'mc alias']),
    );
    for (const command of ['curl -u a', "['mysql', '-px']", '/usr/bin/xfreerdp /p:x', 'oc login -p x', '(xh -a b:c)'])
      expect(nextSpot(command, 0)).toBeGreaterThan(-1);
    expect(nextSpot('GET https://shop/process/2 took 3 ms', 0)).toBe(-1);
  });
});

describe('a search for base64', () => {
  it('reads each run of 24 digits and more that is a text', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'aAbB9+/_-'), maxLength: 60 });
    const text = fc.string({ unit: fc.constantFrom(...'abc DEF'), maxLength: 60 });
    const encoded = text.map((one) => Buffer.from(one).toString('base64'));
    const parts = fc.array(fc.oneof(digits, encoded, fc.constantFrom(' ', '=', '==', ', ', 'é')), { maxLength: 12 });
    fc.assert(
      fc.property(parts, (all) => {
        const read: string[] = [];
        findInBase64(all.join(''), (one) => {
          read.push(one);
          return [];
        });
        const runs = [...all.join('').matchAll(/[\w+/-]{24,}/g)].map(([run]) =>
          Buffer.from(run, 'base64').toString('latin1'),
        );
        expect(read).toEqual(runs.filter((run) => /^[\t\n\r\x20-\x7e]+$/.test(run)));
      }),
    );
  });
});
