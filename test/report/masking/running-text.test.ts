/** Secrets of any letters in what programs print, and the words that stand there in their place. */
import { describe, expect, it } from '@jest/globals';
import { findInText } from '../../../src/report/masking/find-in-text.js';
import { ALL_MARKS, ALPHABETS, drawn } from '../../support/drawn.js';
import { BARE, BESIDE, DELIMITED, PLACED, TOLD, type PrintedForm } from '../../support/printed-secrets.js';
import fc from '../../support/properties.js';
import { masked } from './journal.js';

/** What of many secrets is left in a journal that had each in the form. */
function leaks(forms: readonly PrintedForm[], minLength: number): { readonly tried: number; readonly left: string[] } {
  const left: string[] = [];
  let tried = 0;
  for (const alphabet of Object.values(ALPHABETS)) {
    const secrets = fc.sample(drawn(alphabet, minLength, 64), { numRuns: forms.length * 6 });
    for (const [index, secret] of secrets.entries()) {
      const [, print] = forms[index % forms.length] ?? [];
      const output = print?.(secret);
      tried++;
      if (JSON.stringify(masked({ run: [{ output }] }).root).includes(secret)) left.push(JSON.stringify(output));
    }
  }
  return { tried, left };
}

describe('a planted secret, of letters or digits alone too', () => {
  it('is in nothing where quotes, a protocol or an option say where it stands', () => {
    expect(leaks(DELIMITED, 8).left).toEqual([]);
  });

  it('is in nothing where only a name says so, but for the few that read like words', () => {
    const { tried, left } = leaks(BARE, 12);
    expect(tried).toBeGreaterThan(1_000);
    expect(left.slice(Math.floor(tried / 300))).toEqual([]);
  });

  it('is in one output in 100 at most, where signs, types or tags stand between, or a protocol has a place for it', () => {
    const { tried, left } = leaks([...BESIDE, ...PLACED], 12);
    expect(tried).toBeGreaterThan(3_000);
    expect(left.slice(Math.floor(tried / 100))).toEqual([]);
  });

  it('is in one sentence in 100 at most, where there is not even a sign between', () => {
    const { tried, left } = leaks(TOLD, 12);
    expect(tried).toBeGreaterThan(500);
    expect(left.slice(Math.floor(tried / 100))).toEqual([]);
  });
});

/** Of secrets with every mark in them, those of which four characters are left in one of the forms. */
function rests(forms: readonly PrintedForm[]): { readonly tried: number; readonly left: string[] } {
  const secrets = fc.sample(drawn(ALL_MARKS, 12, 32), { numRuns: forms.length * 20 });
  const left = secrets.flatMap((secret, index) => {
    const output = forms[index % forms.length]?.[1](secret);
    const text = JSON.stringify(masked({ run: [{ output }] }).root);
    const parts = Array.from({ length: secret.length - 3 }, (_, at) =>
      JSON.stringify(secret.slice(at, at + 4)).slice(1, -1),
    );
    return parts.some((part) => text.includes(part)) ? [JSON.stringify(output)] : [];
  });
  return { tried: secrets.length, left };
}

describe('no secret', () => {
  it.each([
    ...[
      'PASS: gdb.base/i386-avx.exp: run',
      'Pass `-Dpamconfdir=no` to it',
      '2 pass, 0 fail',
      'the one-pass\n src/fccfg.c | 3',
    ],
    ...['arn:aws:secretsmanager:eu-west-1:111122223333:secret:MyTestSecret-a1b2c3', 'token = tokens.pop(deepcopy[0])'],
    ...[
      'kind: Secret\nmetadata:\n  name: db-7f3c9b0e\n',
      'id,token\n7f3c9b0e4a52,none\n',
      '"token": null, "id": "7f3c9b0e4a52"',
    ],
    ...['Mounts:\n  /run/secrets from default-token-x7k2p (ro)', 'c._cookies["www.acme.com"]["/"]["boo"].value'],
    ...[
      'NAME   READY   SECRET\ntls    True    example-tls-7f9x2\n',
      'pass 3 of 12 took 48213399 ns',
      'exit code 48213399',
    ],
    ...['total 3\npasswd: files systemd\n', 'echo hello-world42 | tee x', 'LOGIN page bob', 'see src/dfa2.c (token)'],
  ])('is found in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a secret full of marks', () => {
  it('leaves no rest where only a name says where it stands, but once in 25', () => {
    const { tried, left } = rests([...BARE, ...TOLD]);
    expect(tried).toBeGreaterThan(700);
    expect(left.slice(Math.floor(tried / 25))).toEqual([]);
  });
});

const found = (text: string): readonly string[] =>
  findInText(text, false).map(
    ({ start, end, onlyHere }) => text.slice(start, end) + (onlyHere === true ? ' (there)' : ''),
  );

describe('a word after the name of a secret', () => {
  it.each([
    'password=required',
    'token=expired',
    'the login: password=changed by=admin',
    'password: incorrect',
    '  password: incorrect\n',
    'password: the one you chose',
    'authentication failed: password=wrong user=x',
    'Invalid password: expected at least 12 characters',
    'passwd: Authentication token manipulation error',
    'at login token=kubernetes was taken',
    'token: JWT',
    'secret: payments',
    'a token=ServiceAccount and token=next_page_cursor',
    'with password=getpass.getpass() and password=settings',
    'X-Api-Key: missing',
    'Bearer authentication, bearer authorization-required',
    'token is unavailable',
    '  File "a.py", line 3, in f\n    connect(password=qwxvalue, token=zqtoken)\n',
    'total tokens=123456',
    'cb: $passwd = verify_cb($verify, 1)',
    'given by --password option -h, --list-tokens unless -v',
    'login(user:string, password:string) {password:form.password}',
    'the password is sha256, and the token is token2',
    'user,password\na,required\n',
  ])('is left: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['a\npassword: sunshine\nhost: x', 'sunshine (there)'],
    ['host=db user=app password=sunshine dbname=x', 'sunshine (there)'],
    ['log password=correct-horse-battery-staple', 'correct-horse-battery-staple (there)'],
    ['Config{user=a, password=hunter2}', 'hunter2'],
    ['Config{user=a, password=password1}', 'password1 (there)'],
    ['&{Host:db Password:sunshine Port:5}', 'sunshine (there)'],
    ['&{Host:db Password:hunter2 Port:5}', 'hunter2'],
    ['+ psql --password sunshine -h db', 'sunshine (there)'],
    ['user,password\na,sunshine\n', 'sunshine (there)'],
    ['Invalid login: the password is hunter2!', 'hunter2'],
    ['login password=aB3$x(9,k failed', 'aB3$x(9,k'],
  ])('is masked where settings stand: %s', (text, word) => {
    expect(found(text)).toEqual([word]);
  });
});

describe('a secret with quotes in it', () => {
  const quoted = (secret: string, quote: string, by: string): string =>
    `${quote}${secret.replaceAll(quote, by)}${quote}`;
  it.each([
    ['a shell', "q)X8'5o(Ex", (s: string) => `export DB_PASSWORD=${quoted(s, "'", "'\\''")}\nrun`],
    ['a shell, as an option', "q)X8'5o(Ex", (s: string) => `psql --password=${quoted(s, "'", "'\\''")} -h x`],
    ['YAML', "q)X8'5o(Ex", (s: string) => `a: 1\npassword: ${quoted(s, "'", "''")}\nb: 2`],
    ['YAML, in double quotes', 'q)X8"5o(Ex', (s: string) => `a: 1\npassword: ${JSON.stringify(s)}\nb: 2`],
    ['logfmt', 'q)X8"5o(Ex', (s: string) => `level=x password=${JSON.stringify(s)} b=1`],
    ['Python', 'q)X8\'5o"(Ex', (s: string) => `connect(host='h', password=${quoted(s, "'", "\\'")}, port=1)`],
    ['SQL', "q)X8'5o(Ex", (s: string) => `CREATE USER a IDENTIFIED BY ${quoted(s, "'", "''")};`],
    ['ADO', 'q)X8"5o(Ex', (s: string) => `Server=x;Password=${quoted(s, '"', '""')};Database=y`],
    ['Java, which escapes nothing', "q)X8'5o(Ex", (s: string) => `Config{user='a', password='${s}', x=1}`],
    ['an address', "q)X8'5o(Ex", (s: string) => `GET /x?token=${encodeURIComponent(s)}&b=2`],
    ['the user of an address', "q)X8'5o(Ex", (s: string) => `postgres://u:${encodeURIComponent(s)}@h/db`],
    ['properties', "q)X8'5o;7(Ex", (s: string) => `db.password=${s}\n`],
  ])('is masked whole in %s', (_, secret, print) => {
    const text = JSON.stringify(masked({ run: [{ output: print(secret) }] }).root);
    for (const part of ['q)X8', '5o', '(Ex', 'Ex']) expect(text).not.toContain(part);
  });
});
