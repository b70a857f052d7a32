import { describe, expect, it } from '@jest/globals';
import { findInText } from '../../../src/report/masking/find-in-text.js';
import { maskJournal } from '../../../src/report/masking/mask-journal.js';
import type { JournalRoot } from '../../../src/journal/types.js';
import type { JsonValue } from '../../../src/json.js';
import { expectSpots } from './journal.js';

const SECRET = 'k7Qm2Xv9Lp4Rt8Wz3Ya6';

/** The text without what was found in it. */
function left(text: string): string {
  expectSpots(text);
  let rest = text;
  for (const { start, end } of [...findInText(text, false)].sort((a, b) => b.start - a.start)) {
    rest = rest.slice(0, start) + rest.slice(Math.min(end, rest.length));
  }
  return rest;
}

describe('a secret that a program printed', () => {
  it.each([
    [
      'vault read',
      `Key                Value\n---                -----\npassword           ${SECRET}\nusername           v-ro`,
    ],
    ['psql', ` username |   password\n----------+-----------\n app      | ${SECRET}\n(1 row)`],
    ['a table of Markdown', `| user | api_key |\n|---|---|\n| a | ${SECRET} |\n| b | ${SECRET} |`],
    ['CSV', `user,password,role\nalice,${SECRET},admin\nbob,"${SECRET}",user`],
    ['tabs', `name\ttoken\nci\t${SECRET}\n`],
    ['a form in parts', `Content-Disposition: form-data; name="password"\r\n\r\n${SECRET}\r\n--b`],
    ['a heredoc', `client_secret = <<EOT\n${SECRET}\nEOT\n`],
    ['PowerShell', `ConvertTo-SecureString "${SECRET}" -AsPlainText -Force # password`],
    ['setx', `setx API_TOKEN ${SECRET} /M`],
    ['Redis', `AUTH ${SECRET}`],
    ['Redis with a user', `AUTH default ${SECRET}`],
    ['SMTP', `AUTH PLAIN ${Buffer.from(`\0user\0${SECRET}`).toString('base64')}`],
    ['Digest', `Authorization: Digest username="u", nonce="n", response="0123456789abcdef0123456789abcdef"`],
    ['Go', `&{Host:db User:app Password:${SECRET} Port:5432}`],
    ['Go, letters alone', '&{Host:db User:app Password:SMarQkbNfewolKdwVXQZ Port:5432}'],
    ['GraphQL', `mutation { login(user:"a", password:"${SECRET}") { id } }`],
    ['Helm', `helm install x --set auth.password=${SECRET},auth.user=a`],
    ['an address in an address', `callback?redirect=https://x/?access_token=${SECRET}`],
    ['an address in an address, encoded', `redirect=https%3A%2F%2Fx%2F%3Faccess_token%3D${SECRET}`],
    ['properties', `jwt.key=${SECRET}`],
    ['Rails', `SECRET_KEY_BASE=${SECRET}${SECRET}`],
  ])('%s', (_, text) => {
    const rest = left(text);
    for (const part of [
      SECRET,
      'SMarQkbNfewol',
      '0123456789abcdef',
      Buffer.from(SECRET).toString('base64').slice(4, 20),
    ]) {
      expect(rest).not.toContain(part);
    }
  });

  it.each([
    ['a table with no secret under its name', '| token | state |\n|---|---|\n| access | valid |\n| 12 | 3 |'],
    [
      'columns of kubectl',
      'NAME                  TYPE                DATA   AGE\ndefault-token-x7k2p   kubernetes.io/sa    3      41d',
    ],
    ['counts', 'max_tokens          4096\nprompt_tokens       128'],
    ['CSV of words', 'secret,owner\npayments,alice\n'],
    ['a list of names', 'password,token,secret\n'],
    ['a sentence', 'AUTH failed for user, secret:default-token-name'],
    ['a parameter of another kind', 'see https://example.org/?q=token&page=2'],
  ])('is not found in %s', (_, text) => {
    expect(left(text)).toBe(text);
  });
});

describe('a secret beside its name', () => {
  it.each<[string, JsonValue]>([
    ['a pair in a list', { headers: [['X-Vault-Token', SECRET]] }],
    ['names and values in turn', { rawHeaders: ['Host', 'x', 'X-Api-Key', SECRET] }],
    ['CloudFormation', { Parameters: [{ ParameterKey: 'MasterUserPassword', ParameterValue: SECRET }] }],
  ])('%s', (_, output) => {
    const root = { experiment: { title: 'x' }, run: [{ output }] } as unknown as JournalRoot;
    expect(JSON.stringify(maskJournal(root).root)).not.toContain(SECRET);
  });
});
