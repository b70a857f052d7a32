import { describe, expect, it } from '@jest/globals';
import fc from '../../support/properties.js';
import { treesIn } from '../../../src/report/masking/printed-trees.js';
import { cpuTime } from '../../support/growth.js';
import { maskedOutput } from './journal.js';

const plain = (text: string): unknown => JSON.parse(JSON.stringify(treesIn(text)));

describe('what is printed in a text', () => {
  it('is what JSON says', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify([value]);
        expect(plain(text)).toEqual([JSON.parse(text)]);
      }),
    );
  });

  it('is read in the midst of other words, a line of a log at a time, and as far as it goes', () => {
    expect(plain('Got {"a": [1, "x"]} and then {"b": {"c": "d')).toEqual([
      { a: [{ $number: '1' }, 'x'] },
      { b: { c: null } },
    ]);
    expect(plain('{"a": "1"}\n{"a": "2"}\n')).toEqual([{ a: '1' }, { a: '2' }]);
  });

  it('is read as Python, Ruby, PHP and others print it', () => {
    expect(plain(`{'a': None, 'b': (b'x', u"y"), 'c': True}`)).toEqual([{ a: null, b: ['x', 'y'], c: true }]);
    expect(plain(`Config(host='db', box=SecretBox('x\\'y'), n=<Foo at 0x7f>)`)).toEqual([
      { host: 'db', box: ["x'y"], n: null },
    ]);
    expect(plain(`{:a=>"x", "b"=>["y"]}`)).toEqual([{ a: 'x', b: ['y'] }]);
    expect(plain(`{a: 'x', b: y}`)).toEqual([{ a: 'x', b: null }]);
  });

  it('is never more than the text: anything is read in one pass', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'[]{}(),:=>\'"\\ \na1-<', 'f(', 'a=', '"x"')), (parts) => {
        expect(() => treesIn(parts.join(''))).not.toThrow();
      }),
      { numRuns: 300 },
    );
    for (const part of ['[', '{"a":', "['", `f(a=`, '"\\', "[a'", '[{"a": "b"}, ']) {
      const time = (count: number): number => cpuTime(() => treesIn(part.repeat(count)));
      time(1000);
      expect(time(80_000)).toBeLessThan(40 * time(10_000) + 50);
    }
  });
});

const SECRET = 'q7FzK2mW9xPvT4sLbN8d';

/** Objects that say by their other keys that a value is a secret. */
const SHAPES: readonly unknown[] = [
  [{ name: 'DB_PASSWORD', type: 'string', value: SECRET }],
  { items: [{ key: 'api_key', val: SECRET }] },
  { attributes: [{ key: 'password', value: { stringValue: SECRET } }] },
  { Item: { password: { S: SECRET } } },
  { name: 'client-secret', default: SECRET },
  { k: 'token', v: SECRET },
  { field: 'password', text: SECRET },
  { name: 'password', values: [SECRET] },
  { name: 'x', value: SECRET, sensitive: true },
  { columns: ['user', 'password'], rows: [['bob', SECRET]] },
  { fields: [{ name: 'user' }, { name: 'password' }], records: [['bob', SECRET]] },
  [
    ['user', 'token'],
    ['bob', SECRET],
  ],
  [
    ['host', 'a'],
    ['password', SECRET],
  ],
  ['Host', 'a', 'Authorization', SECRET],
  { kty: 'oct', k: SECRET },
  { kind: 'SecretList', items: [{ metadata: { name: 'a' }, data: { 'x.txt': SECRET } }] },
  { kind: 'Secret', stringData: { 'x.txt': SECRET } },
  { kind: null, type: 'Opaque', data: { 'x.txt': SECRET } },
  { lease_duration: 3600, renewable: false, data: { foo: SECRET } },
  { name: 'projects/1/secrets/x/versions/1', payload: { data: SECRET } },
  { unseal_keys: [SECRET] },
  { contraseñaBD: SECRET, a: 'b' },
  { env: [{ name: 'passwordDatabase', value: SECRET }] },
  { contraseña: [{ a: SECRET }] },
];

/** As Python prints it. */
const repr = (value: unknown): string =>
  value === null || typeof value === 'boolean'
    ? ({ null: 'None', true: 'True', false: 'False' }[String(value)] ?? '')
    : typeof value === 'string'
      ? `'${value}'`
      : typeof value === 'number'
        ? String(value)
        : Array.isArray(value)
          ? `[${value.map(repr).join(', ')}]`
          : `{${Object.entries(value as object)
              .map(([key, item]) => `'${key}': ${repr(item)}`)
              .join(', ')}}`;

describe('a secret that its shape gives away', () => {
  it.each(SHAPES)('is masked in the tree, in JSON and in Python: %j', (shape) => {
    const json = JSON.stringify(shape);
    const encoded = Buffer.from(`answer: ${json}`).toString('base64');
    for (const output of [shape, json, `answer: ${json}\nok`, `answer: ${repr(shape)}\nok`, encoded]) {
      const { output: masked } = maskedOutput(output);
      expect(JSON.stringify(masked)).toContain('‹secret 1›');
      expect(JSON.stringify(masked)).not.toContain('q7FzK2m');
      expect(JSON.stringify(masked)).not.toContain(Buffer.from(SECRET).toString('base64').slice(4, 16));
    }
  });

  it.each([
    { name: 'password', label: 'Your password', text: 'At least 12 characters', data: 'password-field' },
    { name: 'secret', values: ['orders-db', 'orders-tls'], default: 'orders-db' },
    { columns: ['user', 'token_type', 'password'], rows: [['bob', 'bearer', 'expired']] },
    [
      ['password', 'required'],
      ['token', 'optional'],
    ],
    { kty: 'RSA', n: `0vx7agoebGcQSuu${SECRET}`, e: 'AQAB', kid: SECRET },
    { lease_duration: 0, renewable: false, data: { 'kv/': { type: 'kv', accessor: 'kv_1a2b3c4d5e6f' } } },
    { clientToken: '4f9d2c7a-5b1e-4c3d-a8f7-0e6b1d2c3a4f' },
    { annotations: { 'checksum/secret': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' } },
    {
      properties: { token: { type: 'string', pattern: '^[A-Za-z0-9]{32}$' }, apiKey: { type: 'apiKey', in: 'header' } },
    },
    { ssh_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIq7FzK2mW9xPvT4sLbN8dq7FzK2mW9xPvT4sLbN8d a@b' },
    {
      password_policy_id: '4f9d2c7a5b1e4c3d',
      password_last_changed: '2026-01-17T09:20:11Z',
      senha_banco: 'obrigatória',
    },
    {
      env: [
        { name: 'session', value: 'checkout' },
        { name: 'server_key', value: 'orders/tls.key' },
      ],
    },
    'call(secret_name=secret_name, token=self.token, password=password)',
  ])('leaves what says something about secrets alone: %j', (output) => {
    expect(maskedOutput(output)).toEqual({ output, told: [] });
    const text = typeof output === 'string' ? output : `answer: ${JSON.stringify(output)}`;
    expect(maskedOutput(text)).toEqual({ output: text, told: [] });
  });
});

describe('names in other languages', () => {
  it.each(
    [
      'Passwort',
      'datenbankpasswort',
      'mot_de_passe',
      'contraseña',
      'senha',
      'hasło',
      'lösenord',
      'jelszó',
      'şifre',
    ].concat([
      'пароль',
      'ДБ_ПАРОЛЬ',
      '密码',
      '数据库密码',
      'パスワード',
      '비밀번호',
      'סיסמה',
      'كلمة_المرور',
      'mật_khẩu',
    ]),
  )('%s', (name) => {
    expect(maskedOutput({ [name]: 'four words of orders' }).output).toEqual({ [name]: '‹secret 1›' });
    const text = `{"ok": true, "${name}": "${SECRET}"}`;
    expect(maskedOutput(text).output).toBe(`{"ok": true, "${name}": "‹secret 1›"}`);
  });

  it.each([
    [`Das Passwort lautet ${SECRET}.`, 'Das Passwort lautet ‹secret 1›.'],
    [`Le mot de passe est « ${SECRET} ».`, 'Le mot de passe est « ‹secret 1› ».'],
    [`La contraseña es ${SECRET}`, 'La contraseña es ‹secret 1›'],
    [`пароль: ${SECRET}`, 'пароль: ‹secret 1›'],
    [`密码：${SECRET}。`, '密码：‹secret 1›。'],
    [`パスワードは「${SECRET}」です`, 'パスワードは「‹secret 1›」です'],
  ])('%s', (text, expected) => {
    expect(maskedOutput(text).output).toBe(expected);
  });

  it.each(['Das Passwort ist abgelaufen.', 'La contraseña es obligatoria.', '密码是必填项。', '密码策略: 至少12位'])(
    'leaves alone: %s',
    (text) => {
      expect(maskedOutput(text).output).toBe(text);
    },
  );
});
