import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../../src/journal/read-journal.js';
import { maskJournal } from '../../../src/report/masking/mask-journal.js';
import { masked, maskedOutput } from './journal.js';

const M = '‹secret 1›';
const N = '‹secret 2›';

/** What stands in an output, what stands there masked, and by which rules and names. */
const FOUND: readonly (readonly [string, unknown, unknown, readonly string[]])[] = [
  ['a key', { password: 'hunter2' }, { password: M }, ['key password']],
  ['a key of several words', { 'db-root.PassWord': 'hunter2' }, { 'db-root.PassWord': M }, ['key db-root.PassWord']],
  ['a key with a tail', { tokenValue2: 'hunter2' }, { tokenValue2: M }, ['key tokenValue2']],
  ['a number', { api_key: 4821193 }, { api_key: M }, ['key api_key']],
  [
    'parts below a key',
    { credentials: { a: ['xx1', { b: 'yy2' }] } },
    { credentials: { a: [M, { b: N }] } },
    ['key credentials', 'key credentials'],
  ],
  ['a user and a password', { auth: ['svc', 'hunter2'] }, { auth: ['svc', M] }, ['key auth']],
  ['both in one', { basic_auth: 'svc:hunter2' }, { basic_auth: M }, ['key basic_auth']],
  [
    'a pair of name and value',
    { name: 'DB_PASSWORD', value: 'hunter2' },
    { name: 'DB_PASSWORD', value: M },
    ['key DB_PASSWORD'],
  ],
  [
    'the data of Kubernetes',
    { kind: 'Secret', data: { a: 'aHVudGVyMg==' } },
    { kind: 'Secret', data: { a: M } },
    ['key data'],
  ],
  [
    'a default',
    { type: 'env', key: 'DB_PASSWORD', default: 'hunter2' },
    { type: 'env', key: 'DB_PASSWORD', default: M },
    ['key DB_PASSWORD'],
  ],
  ['an option', ['--password', 'hunter2', '-v'], ['--password', M, '-v'], ['key --password']],
  ['an option in one', ['--token=hunter2'], [`--token=${M}`], ['key --token']],
  ['an option as a key', { '--password': 'hunter2' }, { '--password': M }, ['key --password']],
  [
    'a command line',
    { arguments: '--user svc --password hunter -v' },
    { arguments: `--user svc --password ${M} -v` },
    ['key --password'],
  ],
  [
    'options that were printed',
    'run --password hunter2 --retries 7\n',
    `run --password ${M} --retries 7\n`,
    ['key --password'],
  ],
  [
    'an environment',
    'A=b\nDB_PASSWORD=hunter\nexport API_KEY="a b c"',
    `A=b\nDB_PASSWORD=${M}\nexport API_KEY="${N}"`,
    ['key DB_PASSWORD', 'key API_KEY'],
  ],
  [
    'a Secret of Kubernetes in YAML',
    'kind: Secret\nmetadata:\n  name: x\ndata:\n  a: aGVsbG8=\n  b.c: d29ybGQ=\ntype: Opaque\n',
    `kind: Secret\nmetadata:\n  name: x\ndata:\n  a: ${M}\n  b.c: ${N}\ntype: Opaque\n`,
    ['key data', 'key data'],
  ],
  [
    'a Secret of Kubernetes in JSON',
    '{"kind": "Secret", "data": {"a": "aGVsbG8="}, "type": "Opaque"}',
    `{"kind": "Secret", "data": {"a": "${M}"}, "type": "Opaque"}`,
    ['key data'],
  ],
  ['the credentials of a registry', { auth: 'dXNlcjpwYXNz' }, { auth: M }, ['key auth']],
  ['the same in a string', '{"auth": "dXNlcjpwYXNz"}', `{"auth": "${M}"}`, ['key auth']],
  ['a .netrc', 'machine a login b password hunter', `machine a login b password ${M}`, ['key .netrc']],
  ['a .pgpass', 'db:5432:*:svc:hunter', `db:5432:*:svc:${M}`, ['key .pgpass']],
  ["Go's address", 'svc:hunter2@tcp(db:3306)/x', `svc:${M}@tcp(db:3306)/x`, ['url-credentials null']],
  [
    "Oracle's address",
    'jdbc:oracle:thin:scott/tiger@//db',
    `jdbc:oracle:thin:scott/${M}@//db`,
    ['url-credentials null'],
  ],
  [
    'the output of what gets a secret',
    { activity: { name: 'get-access-token', provider: { func: 'f' } }, output: 'a1b2c3d4e5f6\n' },
    { activity: { name: 'get-access-token', provider: { func: 'f' } }, output: M },
    ['key get-access-token'],
  ],
  ['a sentence', 'the access token is a1b2c3d4e5f6.', `the access token is ${M}.`, ['key token']],
  [
    'a sentence that says no more than the name',
    'Login failed: invalid password K7f2Qx9LmZ4t given',
    `Login failed: invalid password ${M} given`,
    ['key password'],
  ],
  ['a pair in another one', 'failed: token=a1b2c3d4e5f6, host=b', `failed: token=${M}, host=b`, ['key token']],
  [
    'names and values in a string',
    '{"name": "DB_PASSWORD", "value": "hunter2"}',
    `{"name": "DB_PASSWORD", "value": "${M}"}`,
    ['key DB_PASSWORD'],
  ],
  [
    'the same in YAML',
    '- name: DB_PASSWORD\n  value: hunter2\n',
    `- name: DB_PASSWORD\n  value: ${M}\n`,
    ['key DB_PASSWORD'],
  ],
  ['a block of YAML', 'token: |\n  hunter2\nuser: a', `token: |\n  ${M}\nuser: a`, ['key token']],
  [
    'a field of HTML',
    '<input value="hunter2" name="csrf_token">',
    `<input value="${M}" name="csrf_token">`,
    ['key csrf_token'],
  ],
  ['a literal of kubectl', '--from-literal=a=hunter2', `--from-literal=a=${M}`, ['key a']],
  [
    "the library's auths",
    { auths: { 'a.example': { type: 'bearer', value: 'hunter2' } } },
    { auths: { 'a.example': { type: 'bearer', value: M } } },
    ['key bearer'],
  ],
  ['a webhook', { webhook_url: 'https://a.example/services/abcdefgh' }, { webhook_url: M }, ['key webhook_url']],
  ['a cookie of curl', 'curl -b a=hunter2 https://a/', `curl -b a=${M} https://a/`, ['key null']],
  [
    'a password with a slash',
    'postgres://u:hunt/er2@db:5432/x',
    `postgres://u:${M}@db:5432/x`,
    ['url-credentials null'],
  ],
  [
    "PGP's armour",
    '-----BEGIN PGP PRIVATE KEY BLOCK-----abcd-----END',
    `-----BEGIN PGP PRIVATE KEY BLOCK-----${M}-----END`,
    ['private-key null'],
  ],
  ['an INI file', 'user = svc\npassword = hunter2\n', `user = svc\npassword = ${M}\n`, ['key password']],
  ['a call', "connect(password='hunter2', port=1)", `connect(password='${M}', port=1)`, ['key password']],
  [
    'XML',
    '<a><ns:password x="1">hunter2</ns:password></a>',
    `<a><ns:password x="1">${M}</ns:password></a>`,
    ['key password'],
  ],
  ['SQL', "CREATE USER svc IDENTIFIED BY 'hunter2'", `CREATE USER svc IDENTIFIED BY '${M}'`, ['key identified by']],
  ["Ruby's literals", '{"password" => "hunter2"}', `{"password" => "${M}"}`, ['key password']],
  [
    'compound names',
    'PGPASSWORD=hunter\nclientsecret: "a b"',
    `PGPASSWORD=${M}\nclientsecret: "${N}"`,
    ['url-credentials PGPASSWORD', 'key clientsecret'],
  ],
  ["a program's short option", 'curl -s -u svc:hunter2 https://a/', `curl -s -u svc:${M} https://a/`, ['key null']],
  ["a program's option without a space", 'mysql -h db -uroot -phunter2 x', `mysql -h db -uroot -p${M} x`, ['key null']],
  [
    'the arguments of a process',
    { path: 'sshpass', arguments: ['-p', 'hunter2', 'ssh', 'a'] },
    { path: 'sshpass', arguments: ['-p', M, 'ssh', 'a'] },
    ['key null'],
  ],
  [
    'a private key in lines',
    ['-----BEGIN RSA PRIVATE KEY-----', 'MIIabc', '-----END RSA PRIVATE KEY-----', 'after'],
    ['-----BEGIN RSA PRIVATE KEY-----', M, '-----END RSA PRIVATE KEY-----', 'after'],
    ['private-key null'],
  ],
  ['YAML', 'user: svc\npassword: hunter2\n', `user: svc\npassword: ${M}\n`, ['key password']],
  [
    'JSON in a string',
    '{"user": "svc", "password": "hunter2"}',
    `{"user": "svc", "password": "${M}"}`,
    ['key password'],
  ],
  [
    'JSON in JSON in a string',
    '{"a": "{\\"token\\": \\"hun\\\\\\"ter2\\"}"}',
    `{"a": "{\\"token\\": \\"${M}\\"}"}`,
    ['key token'],
  ],
  ['a number in JSON in a string', '{"pin_secret":48211}', `{"pin_secret":${M}}`, ['key pin_secret']],
  ['JSON that was cut', '{"password": "hunter2', `{"password": "${M}`, ['key password']],
  ["Python's literals", "{'password': 'hunter2', 'a': 1}", `{'password': '${M}', 'a': 1}`, ['key password']],
  ['a header', { Authorization: 'Bearer abc' }, { Authorization: `Bearer ${M}` }, ['header Authorization']],
  [
    'a header without a scheme',
    { 'proxy-authorization': 'abc' },
    { 'proxy-authorization': M },
    ['header proxy-authorization'],
  ],
  ['a header as a list', { 'X-Api-Key': ['abc'] }, { 'X-Api-Key': [M] }, ['key X-Api-Key']],
  [
    'headers as pairs',
    [
      ['Accept', '*/*'],
      ['Authorization', 'abc'],
    ],
    [
      ['Accept', '*/*'],
      ['Authorization', M],
    ],
    ['header Authorization'],
  ],
  [
    'cookies',
    { Cookie: 'sid=abc; theme=dark' },
    { Cookie: `sid=${M}; theme=${N}` },
    ['header Cookie', 'header Cookie'],
  ],
  [
    'a cookie that is set',
    { 'Set-Cookie': 'sid=abc; Path=/; HttpOnly, b=deleted; Max-Age=0' },
    { 'Set-Cookie': `sid=${M}; Path=/; HttpOnly, b=deleted; Max-Age=0` },
    ['header Set-Cookie'],
  ],
  [
    'headers that were printed',
    '> Host: a\n> Authorization: Basic c3ZjOmh1bnRlcjI=\n',
    `> Host: a\n> Authorization: Basic ${M}\n`,
    ['header Authorization'],
  ],
  ['a bearer in text', 'sent Bearer abcdefghijkl0.x', `sent Bearer ${M}`, ['header null']],
  ['an address', 'postgres://svc:hunter2@db:5432/a', `postgres://svc:${M}@db:5432/a`, ['url-credentials null']],
  ['an address with @ in it', 'http://svc:hunt@er2@db/', `http://svc:${M}@db/`, ['url-credentials null']],
  ['an address with a token', 'https://abcdefghijkl0@git/', `https://${M}@git/`, ['url-credentials null']],
  [
    'a query',
    '/orders?a=1&access_token=x%2Fy&b=2',
    `/orders?a=1&access_token=${M}&b=2`,
    ['url-credentials access_token'],
  ],
  [
    'a signed address',
    'https://s/x?X-Amz-Signature=0a1b2c&sig=z',
    `https://s/x?X-Amz-Signature=${M}&sig=${N}`,
    ['url-credentials X-Amz-Signature', 'url-credentials sig'],
  ],
  ['a form', 'user=svc&password=hunter2', `user=svc&password=${M}`, ['url-credentials password']],
  [
    'a private key',
    '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\n',
    `-----BEGIN RSA PRIVATE KEY-----${M}-----END RSA PRIVATE KEY-----\n`,
    ['private-key null'],
  ],
];

describe('a secret that is given away', () => {
  it.each(FOUND)('by %s', (_, before, after, told) => {
    expect(maskedOutput(before)).toEqual({ output: after, told });
  });
});

describe('the secrets that an experiment declares', () => {
  it('may be JSON that is nested deeper than the call stack bears', () => {
    const secret = `${'['.repeat(49_000)}"n7Gq2Lx9Kp4W"${']'.repeat(49_000)}`;
    const { root } = maskJournal({
      experiment: { secrets: { api: { token: secret } } },
      run: [{ output: { stdout: `v ${secret}`, password: secret } }],
    });
    expect(JSON.stringify(root)).not.toContain('n7Gq2Lx9');
  });

  it('are masked at any depth, and where they are kept is not', () => {
    const secrets = {
      flat: 'abc',
      db: { user: 'svc', port: 5432, deep: [{ pin: 12 }], tls: true },
      env: { type: 'env', key: 'TOKEN', default: 'fallback' },
      kept: { a: { type: 'vault', path: 'secret/data/x', key: 'k' }, ref: '${other}' },
    };
    const { root, redactions } = masked({ experiment: { secrets } });
    expect(JSON.parse(JSON.stringify(root.experiment['secrets']))).toEqual({
      flat: '‹secret 1›',
      db: { user: '‹secret 2›', port: '‹secret 3›', deep: [{ pin: '‹secret 4›' }], tls: true },
      env: { type: 'env', key: 'TOKEN', default: '‹secret 5›' },
      kept: { a: { type: 'vault', path: 'secret/data/x', key: 'k' }, ref: '${other}' },
    });
    expect(redactions[2]).toEqual({
      pointer: '/experiment/secrets/db/port',
      count: 1,
      name: 'port',
      rule: 'secrets',
      mark: 3,
      onlyThere: true,
    });
    expect(redactions[4]?.name).toBe('TOKEN');
  });

  it('are told as declared, though the tree has them elsewhere before', () => {
    const { redactions } = masked({ node: 'my-long-secret', experiment: { secrets: { a: { b: 'my-long-secret' } } } });
    expect(redactions).toEqual([
      { pointer: '/experiment/secrets/a/b', count: 2, name: 'b', rule: 'secrets', mark: 1, onlyThere: false },
    ]);
  });
});

describe('a secret that occurs again', () => {
  const again = (secret: string | number, output: unknown): unknown => {
    const { root } = masked({ experiment: { secrets: { a: { b: secret } } }, run: [{ output }] });
    return JSON.parse(JSON.stringify((root['run'] as unknown as [{ output: unknown }])[0].output));
  };

  it('is masked inside longer strings from eight characters on', () => {
    expect(again('door-key', 'a door-key, b door-keys')).toBe(`a ${M}, b ${M}s`);
    expect(again('12345678', 'a 12345678, b 123456789')).toBe(`a ${M}, b 123456789`);
  });

  it('is masked below that apart from letters and digits, where it is no word', () => {
    expect(again('hunter2', ['hunter2', 'hunter2!', 'hunter21', '{"a": ["hunter2"]}', "b'hunter2'"])).toEqual([
      M,
      `${M}!`,
      'hunter21',
      `{"a": ["${M}"]}`,
      `b'${M}'`,
    ]);
  });

  it('is masked as a whole value only, where it is a short word', () => {
    expect(again('hunter', ['hunter', 'hunter!', '{"a": ["hunter"]}', "{'a': 'hunter'}", '"hunter"\n'])).toEqual([
      M,
      'hunter!',
      `{"a": ["${M}"]}`,
      `{'a': '${M}'}`,
      '"hunter"\n',
    ]);
  });

  it('is masked in keys, and two keys that then read the same both stay', () => {
    expect(again('12345678', { '12345678': 1, 'x-12345678': 2, '‹secret 1›': 3 })).toEqual({
      [M]: 1,
      [`x-${M}`]: 2,
      [`${M} (2)`]: 3,
    });
  });

  it('is masked as a number, digit for digit, and as a string of its digits', () => {
    expect(again(482193, [482193, '482193', 4821930, 'a 482193', 'b4821931'])).toEqual([
      M,
      M,
      4821930,
      `a ${M}`,
      'b4821931',
    ]);
    expect(again('9007199254740993', [1, '9007199254740993'])).toEqual([1, M]);
  });

  it('is masked in the forms of addresses and of JSON', () => {
    const secret = 'p@ss "w/ö rd';
    expect(
      again(secret, [
        encodeURIComponent(secret),
        `x=${encodeURIComponent(secret).replaceAll('%20', '+').toLowerCase()}`,
        JSON.stringify({ body: JSON.stringify({ a: secret }) }),
        'p@ss \\"w/\\u00f6 rd',
      ]),
    ).toEqual([M, `x=${M}`, `{"body":"{\\"a\\":\\"${M}\\"}"}`, M]);
  });

  it('is masked whole where another secret overlaps it', () => {
    const secrets = { a: 'abcdefgh-1', b: 'gh-1-ijklm' };
    const { root } = masked({ experiment: { secrets }, node: 'x abcdefgh-1-ijklm y' });
    expect(root['node']).toBe('x ‹secret 1› y');
  });

  it('is not looked for where it is a common word or the vocabulary of journals', () => {
    const secrets = { a: { user: 'admin', kind: 'probe', db: 'postgres', n: 7, c: 'q' } };
    const run = [{ activity: { type: 'probe', name: 'x' }, output: ['admin', 'postgres-0', 7, 'q'] }];
    const { root, redactions } = masked({ experiment: { secrets }, run });
    expect(JSON.stringify(root['run'])).toBe(JSON.stringify(run));
    expect(redactions.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1]);
  });

  it('never renames the fields of a journal', () => {
    const { root } = masked({ experiment: { secrets: { a: 'steady_states' } }, steady_states: { before: null } });
    expect(root['steady_states']).toEqual({ before: null });
  });

  it('is found in the password of a Basic header too', () => {
    const output = [{ Authorization: 'Basic c3ZjOmh1bnRlcjItbG9uZw==' }, 'hunter2-long'];
    expect(maskedOutput(output).output).toEqual([{ Authorization: `Basic ${M}` }, N]);
  });
});

describe('what is said beside the journal', () => {
  it('is masked in the name of its file', () => {
    const { root } = readJournal(Buffer.from('{"experiment": {"secrets": {"a": "my-long-secret"}}, "run": []}'), 'x');
    const { file, redactions } = maskJournal(root, { file: 'runs/my-long-secret.json' });
    expect([file, redactions[0]?.count]).toEqual([`runs/${M}.json`, 2]);
  });

  it('is not shown where a variable from outside holds a secret', () => {
    const { root } = readJournal(Buffer.from('{"experiment": {"secrets": {"a": "my-long-secret"}}, "run": []}'), 'x');
    const outside = {
      plain: 'yes',
      db_password: 'swordfish',
      dsn: 'postgres://a:b1c2d3@db/x',
      same: 'is my-long-secret',
      env: { type: 'env', key: 'API_TOKEN', value: 'abcd' },
    };
    expect([...maskJournal(root, { outside }).hidden]).toEqual(['db_password', 'dsn', 'same', 'env']);
  });
});

describe('the log of what was masked', () => {
  it('numbers secrets as they first appear, counts places and tells the first one', () => {
    const { redactions } = masked({
      node: 'second-secret',
      experiment: { title: 'first-secret and second-secret', configuration: { token: 'first-secret' } },
      'x-password': 'second-secret',
    });
    expect(redactions).toEqual([
      { pointer: '/experiment/title', count: 2, name: 'token', rule: 'key', mark: 1, onlyThere: false },
      { pointer: '/experiment/title', count: 3, name: 'x-password', rule: 'key', mark: 2, onlyThere: false },
    ]);
  });

  it('tells no secret in pointers and names', () => {
    const secret = 'k3y-of-all-doors';
    const { root, redactions } = masked({ experiment: { secrets: { a: { b: secret } } }, [`${secret} token`]: 'zzz9' });
    expect(JSON.stringify([root, redactions])).not.toContain(secret);
    expect(redactions[1]).toMatchObject({ pointer: '/‹secret 1› token', name: '‹secret 1› token' });
  });
});

describe('a journal', () => {
  it('without secrets is given back as it is', () => {
    const { root } = readJournal(readFileSync(new URL('../../../fixtures/02-deviated.json', import.meta.url)), 'x');
    expect(maskJournal(root).root).toBe(root);
  });

  it('keeps the parts that hold none', () => {
    const { root } = readJournal(Buffer.from('{"experiment": {"secrets": {"a": "12345678"}}, "run": [{}]}'), 'x');
    const { root: after } = maskJournal(root);
    expect(after).not.toBe(root);
    expect(after['run']).toBe(root['run']);
    expect(Object.getPrototypeOf(after)).toBeNull();
  });

  it('of the real library shows none of its secrets', () => {
    const bytes = readFileSync(new URL('../../../fixtures/20-config-env-secrets.json', import.meta.url));
    const { root, redactions } = maskJournal(readJournal(bytes, 'x').root);
    const text = JSON.stringify(root);
    for (const secret of ['s3cr3t-inline-token', 'hunter2', 'AKIAIOSFODNN7EXAMPLE', '"svc"']) {
      expect(bytes.toString()).toContain(secret);
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('Bearer ${api_token}');
    expect(redactions.map(({ rule, name, count }) => [rule, name, count])).toEqual([
      ['secrets', 'api_token', 1],
      ['secrets', 'user', 1],
      ['key', '--password', 6],
      ['url-credentials', 'api_key', 3],
    ]);
  });
});
