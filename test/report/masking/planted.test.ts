import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import { masked } from './journal.js';

/** Twelve characters or more that nothing else in a journal contains. */
const secrets = fc
  .tuple(fc.string({ unit: fc.constantFrom(...'abcXYZ059_-.~+!'), minLength: 12, maxLength: 40 }), fc.nat(99))
  .map(([text, n]) => `q${text}9Zk${n}w`);

/** Where a secret is given away. */
const PLACES: readonly ((secret: string) => object)[] = [
  (s) => ({ experiment: { secrets: { a: { b: s } } } }),
  (s) => ({ experiment: { secrets: { a: { type: 'env', key: 'A', default: s } } } }),
  (s) => ({ experiment: { secrets: [s] } }),
  (s) => ({ experiment: { configuration: { db_password: { type: 'env', key: 'X', default: s } } } }),
  (s) => ({ experiment: { configuration: { a: { type: 'env', key: 'DB_PASSWORD', default: s } } } }),
  (s) => ({ experiment: { method: [{ provider: { arguments: { client_secret: s } } }] } }),
  (s) => ({ experiment: { method: [{ provider: { arguments: ['--password', s] } }] } }),
  (s) => ({ experiment: { method: [{ provider: { arguments: `--token ${s}` } }] } }),
  (s) => ({ experiment: { method: [{ provider: { headers: { authorization: `Bearer ${s}` } } }] } }),
  (s) => ({ experiment: { method: [{ provider: { headers: [['Cookie', `sid=${s}`]] } }] } }),
  (s) => ({ experiment: { method: [{ provider: { url: `https://svc:${encodeURIComponent(s)}@host/` } }] } }),
  (s) => ({ experiment: { method: [{ provider: { url: `https://host/?a=1&token=${encodeURIComponent(s)}` } }] } }),
  (s) => ({ run: [{ output: { body: `{"access_token": ${JSON.stringify(s)}}` } }] }),
  (s) => ({ run: [{ output: { stdout: `DB_PASSWORD=${s}\n` } }] }),
  (s) => ({ run: [{ output: { env: [{ name: 'API_TOKEN', value: s }] } }] }),
  (s) => ({ run: [{ exception: [`requests.get(headers={'Authorization': 'Bearer ${s}'})\n`] }] }),
  (s) => ({ 'x-audit': { password: { deep: [[{ a: s }]] } } }),
];

/** Where and how it occurs again. */
const ECHOES: readonly ((secret: string) => object)[] = [
  (s) => ({ node: s }),
  (s) => ({ platform: `a ${s} b${s}` }),
  (s) => ({ 'x-url': `/a?q=${encodeURIComponent(s)}` }),
  (s) => ({ 'x-json': JSON.stringify({ a: JSON.stringify([s]) }) }),
  (s) => ({ [`x-${s}`]: 1 }),
  (s) => ({ rollbacks: [{ exception: ['Traceback\n', `ValueError: ${s}\n`], output: [[{ [s]: s }]] }] }),
  (s) => ({ steady_states: { before: { probes: [{ activity: { tolerance: s, name: `is ${s}` } }] } } }),
];

describe('a planted secret', () => {
  it('is in no leaf, no key and no part of the log', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...PLACES), fc.subarray([...ECHOES]), (secret, place, echoes) => {
        const parts = Object.assign({}, ...echoes.map((echo) => echo(secret)), place(secret)) as object;
        const { root, redactions } = masked(parts);
        const text = JSON.stringify([root, redactions]);
        expect(text).not.toContain(secret);
        expect(text).not.toContain(encodeURIComponent(secret));
        expect(redactions.length).toBeGreaterThan(0);
        expect(redactions.map(({ mark }) => mark)).toEqual(redactions.map((_, index) => index + 1));
        expect(text).toContain('‹secret 1›');
      }),
      { numRuns: 500 },
    );
  });

  it('is masked the same way each time', () => {
    fc.assert(
      fc.property(fc.array(secrets, { minLength: 1, maxLength: 5 }), (several) => {
        const parts = {
          experiment: { secrets: { a: several } },
          'x-token': several.join(' '),
          node: several.join('/'),
        };
        expect(JSON.stringify(masked(parts))).toBe(JSON.stringify(masked(parts)));
      }),
    );
  });
});

describe('any tree at all', () => {
  it('is masked without a crash, and keeps its shape', () => {
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shape)
        : typeof value === 'object' && value !== null
          ? Object.values(value).map(shape)
          : '';
    const keys = fc.constantFrom(
      'password',
      'headers',
      'auth',
      'name',
      'value',
      'type',
      'key',
      'default',
      'secrets',
      'kind',
      'data',
      'a',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(
          'env',
          'Secret',
          'Authorization',
          'x=1; y=2',
          '--token',
          'Basic YTpi',
          '"token": "',
          'http://a:b@c',
        ),
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, tree), fc.dictionary(keys, tree), (experiment, rest) => {
        const parts = { 'chaoslib-version': '1', experiment, run: [], ...rest };
        const { root } = masked(parts);
        expect(shape(JSON.parse(JSON.stringify(root)))).toEqual(shape(JSON.parse(JSON.stringify(parts))));
      }),
      { numRuns: 500 },
    );
  });
});
