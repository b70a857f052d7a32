import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import { masked } from './journal.js';

const b64 = (text: string): string => Buffer.from(text).toString('base64');
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const ascii = (text: string): string =>
  json(text).replace(/[\x7F-\uFFFF]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
const bytes = (text: string): string[] => [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'));

/** How programs write a text down. Each is undone by nothing but the program's own reader. */
const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (s) => s,
  'in a longer word': (s) => `pre${s}post`,
  'an address': encodeURIComponent,
  'an address, small digits': (s) => encodeURIComponent(s).replace(/%../g, (digits) => digits.toLowerCase()),
  'an address, every character': (s) =>
    bytes(s)
      .map((digits) => `%${digits}`)
      .join(''),
  'an address in an address': (s) => encodeURIComponent(encodeURIComponent(s)),
  'a form': (s) => new URLSearchParams({ a: s }).toString(),
  JSON: json,
  'JSON in JSON': (s) => json(json(s)),
  'JSON in JSON in JSON': (s) => json(json(json(s))),
  'JSON in ASCII': ascii,
  'JSON in ASCII, twice': (s) => json(ascii(s)),
  'JSON for HTML': (s) => json(s).replace(/[<>&']/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
  'JSON of PHP': (s) => json(s).replaceAll('/', '\\/'),
  HTML: html,
  'HTML in numbers': (s) => [...s].map((c) => `&#${c.codePointAt(0)};`).join(''),
  'HTML in JSON': (s) => json(html(s)),
  'JSON in HTML': (s) => html(json(s)),
  "Python's bytes": (s) =>
    `b'${bytes(s)
      .map((digits) => `\\x${digits}`)
      .join('')}'`,
  "Python's bytes in JSON": (s) =>
    json(
      `b'${bytes(s)
        .map((digits) => `\\x${digits}`)
        .join('')}'`,
    ),
  'octal digits': (s) => [...Buffer.from(s)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  'a shell': (s) => `'${s.replaceAll("'", `'"'"'`)}'`,
  'another shell': (s) => `'${s.replaceAll("'", "'\\''")}'`,
  'backslashes of a shell': (s) => s.replace(/[^\w]/g, (c) => `\\${c}`),
  CSV: (s) => `"${s.replaceAll('"', '""')}"`,
  base64: b64,
  'base64 without padding': (s) => b64(s).replace(/=+$/, ''),
  base64url: (s) => Buffer.from(s).toString('base64url'),
  'base64 after one byte': (s) => b64(`:${s}`),
  'base64 after two bytes': (s) => b64(`u:${s}`),
  'base64 in the midst': (s) => b64(`{"user": "svc", "x": "${s}", "z": [1, 2, 3]}`),
  'base64url in the midst': (s) => Buffer.from(`??>${s}??>`).toString('base64url'),
  'base64 twice': (s) => b64(b64(`user:${s}`)),
  'base64 in an address': (s) => encodeURIComponent(b64(`user=${s}`)),
  'base64 in lines': (s) => b64(`${'-'.repeat(50)}${s}${'-'.repeat(80)}`).replace(/.{76}/g, '$&\n'),
  'base64 in lines in JSON': (s) => json(b64(`${'-'.repeat(50)}${s}${'-'.repeat(80)}`).replace(/.{76}/g, '$&\r\n')),
  "PowerShell's base64": (s) => Buffer.from(`x ${s} y`, 'utf16le').toString('base64'),
  hex: (s) => bytes(s).join(''),
  'base64 of JSON': (s) => b64(JSON.stringify({ a: [ascii(s)] })),
  'base64 of an address': (s) => b64(`https://example.com/?q=${encodeURIComponent(s)}&r=1`),
  'base64 of base64 of JSON': (s) => b64(`{"a": "${b64(JSON.stringify({ user: 'orders', note: s }))}"}`),
  'colours of a terminal': (s) => `\x1b[1;31m${s.slice(0, 4)}\x1b[0m${s.slice(4)}\x1b[K`,
  'colours of a terminal, in JSON': (s) => json(`\x1b[1;31m${s.slice(0, 4)}\x1b[0m${s.slice(4)}`),
  'characters without width': (s) => [...s].join('\u200b'),
  'hex with colons': (s) => bytes(s).join(':'),
  "numbers, as Python's list of bytes": (s) => `[${[...Buffer.from(s)].join(', ')}]`,
  "numbers, as Go's bytes": (s) => `[]byte{${[...Buffer.from(s)].map((byte) => `0x${byte.toString(16)}`).join(', ')}}`,
  'quoted-printable': (s) =>
    s.replace(/[^!-<>-~ ]/gu, (c) =>
      bytes(c)
        .map((byte) => `=${byte.toUpperCase()}`)
        .join(''),
    ),
  'decomposed characters': (s) => s.normalize('NFD'),
  'UTF-8 read as Latin-1': (s) => Buffer.from(s).toString('latin1'),
  'large hex': (s) => bytes(`x${s}`).join('').toUpperCase(),
};

const CHARACTERS = [...'abcXYZ0589', ...' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', 'ö', 'ß', '€', '漢', '😀'];

/** Of high entropy, and with anything in it that encodings care for. */
const secrets = fc
  .tuple(fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 8, maxLength: 40 }), fc.nat(999))
  .map(([text, n]) => `q${text}9Zk${n}w`);

/** Runs of six characters of a text: what would be left of it if it were masked in part. */
const partsOf = (text: string): string[] => Array.from({ length: text.length - 5 }, (_, at) => text.slice(at, at + 6));

describe('a secret in another form', () => {
  it.each(Object.entries(ENCODINGS))('is masked: %s', (_, encode) => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const written = encode(secret);
        const parts = {
          experiment: { secrets: { a: { b: secret } } },
          platform: `see ${written} there`,
          node: written,
        };
        const { root } = masked(parts);
        const text = JSON.stringify([root['platform'], root['node']]);
        expect(text).toContain('‹secret 1›');
        // All but the ends of what was written has gone: the ends belong to others.
        const middle = written.slice(Math.floor(written.length / 3), Math.ceil((written.length * 2) / 3));
        if (middle.length > 8) expect(text).not.toContain(JSON.stringify(middle).slice(1, -1));
        for (const part of partsOf(secret)) expect(text).not.toContain(JSON.stringify(part).slice(1, -1));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['q7FzK2mW9xPvT4sLbN8d', 'four words of orders', 'p&ss"w0rd<1>', 'пароль-Ж7ñ…漢字'])(
    'is masked where a line was broken: %s',
    (secret) => {
      const [a, b] = [secret.slice(0, 7), secret.slice(7)];
      const { root } = masked({
        experiment: { secrets: { a: secret } },
        run: [{ output: [`x ${a}\n    ${b} y`, `x ${a}\\\r\n${b} y`, `x: >-\n  ${a}\n  ${b}\ny`] }],
      });
      expect(root['run']).toEqual([{ output: ['x ‹secret 1› y', 'x ‹secret 1› y', 'x: >-\n  ‹secret 1›\ny'] }]);
    },
  );

  it('is masked where it was cut, and where it is in two parts', () => {
    const { root } = masked({
      experiment: { secrets: { a: 'q7FzK2mW9xPvT4sLbN8d' } },
      run: [{ exception: ['KeyError: q7FzK2mW9xPv', 'T4sLbN8d\n'], output: ["'q7FzK2mW9x…", '…PvT4sLbN8d', 'q7F...'] }],
    });
    expect(root['run']).toEqual([
      { exception: ['KeyError: ‹secret 1›', '‹secret 1›\n'], output: ["'‹secret 1›…", '…‹secret 1›', 'q7F...'] },
    ]);
  });

  it('has no parts that others have too: words, dates, the head of a token', () => {
    const secret = 'orders-20261122T101500-staging-kW9xPvT4';
    const token = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from('{"sub":"x1"}').toString('base64url')}.q7FzK2mW9xPvT4sLbN8d`;
    const plain = 'orders-20261122T101500-staging, eyJhbGciOiJIUzI1NiJ9';
    const { root } = masked({ experiment: { secrets: { a: secret, b: token } }, platform: plain });
    expect(root['platform']).toBe(plain);
  });

  it('is known by what stands in it: declared in base64, or in JSON', () => {
    const { root } = masked({
      experiment: { secrets: { a: b64('q7FzK2mW9xPvT4sLbN8d'), b: '{"user": "orders", "key": "Zt5RwQ8nYc3HjU6k"}' } },
      platform: 'orders with q7FzK2mW9xPvT4sLbN8d and Zt5RwQ8nYc3HjU6k',
    });
    expect(root['platform']).toMatch(/^orders with ‹secret \d› and ‹secret \d›$/);
  });

  it('is found by a rule though its escapes hide the name', () => {
    const told = (text: string): unknown => {
      const { root, redactions } = masked({ platform: text });
      return [root['platform'], redactions.map(({ rule, name }) => `${rule} ${name}`)];
    };
    expect(told('%7B%22password%22%3A%22hunter22%22%7D')).toEqual([
      '%7B%22password%22%3A%22‹secret 1›%22%7D',
      ['key password'],
    ]);
    expect(told('&quot;password&quot;: &quot;hunter22&quot;')).toEqual([
      '&quot;password&quot;: &quot;‹secret 1›&quot;',
      ['key password'],
    ]);
    expect(told(`data ${b64('{"password": "hunter22", "user": "svc"}')} end`)).toEqual([
      'data ‹secret 1› end',
      ['key password'],
    ]);
  });
});
