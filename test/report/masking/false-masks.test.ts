import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../../src/journal/read-journal.js';
import { maskJournal } from '../../../src/report/masking/mask-journal.js';
import { maskedOutput } from './journal.js';

/** What looks like a secret to a careless rule and is none. */
const NOT_SECRET: readonly (readonly [string, unknown])[] = [
  ['booleans, null and nothing', { token: true, password: null, secret: '', api_key: [], credentials: {} }],
  ['words for yes and no', { 'Access-Control-Allow-Credentials': 'true', token: 'none', password: 'False' }],
  ['a reference', { password: '${db_password}', Authorization: 'Bearer ${token}', auth: ['u', '${p}'] }],
  ['references alone', { url: 'http://${user}:${password}@host/?token=${token}', auth: '${u}:${p}' }],
  ['the masks of others', { password: '********', token: '<your token>', secret: '[REDACTED]', key: 'xxxx' }],
  ['templates', { password: '{{ db_password }}', token: '$TOKEN', secret: '%(secret)s', pwd: '{password}' }],
  ['the name of a variable', { type: 'env', key: 'DB_PASSWORD' }],
  ['a place in a vault', { token: { type: 'vault', path: 'secret/data/db', key: 'password' } }],
  ['counts and limits', { max_tokens: 4096, total_tokens: 8193, tokens: 12345, tokenCount: 12345, min_password: 12 }],
  [
    'what is said about secrets',
    { has_password: 'maybe', token_type: 'JWT', password_policy: 'strict', secretName: 'db-creds' },
  ],
  ['a page of results', { NextToken: 'AAAAB3NzaC1yc2E0', continuationToken: 'AAAAB3NzaC1yc2E0' }],
  ['the volumes of Kubernetes', { secret: { defaultMode: 420, items: null, secretName: 'default-token-n7x4d' } }],
  ['the projections of Kubernetes', { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } }],
  [
    'the references of Kubernetes',
    { secret_key_ref: { key: 'password', name: 'mysql' }, imagePullSecrets: [{ name: 'r' }] },
  ],
  ['names of secrets', { secrets: ['kubernetes', 'aws'], provider: { secrets: ['db'] } }],
  [
    'files',
    { private_key: '/home/me/.ssh/id_rsa', token: '/run/secrets/db', PWD: '/home/me', secret: 'C:\\keys\\a.pem' },
  ],
  [
    'other keys',
    { key: 'abcdef', keyboard: 'qwerty', primary_key: 'id', tokenizer: 'wordpiece', passed: 12, pass: 'all' },
  ],
  [
    'the state of a service called auth',
    { auth: 'healthy', services: { auth: { latency: 1200 } }, author: 'Ada Lovelace' },
  ],
  ['other headers', { 'WWW-Authenticate': 'Basic realm="x"', ETag: '"abc"', 'X-Request-Id': '7f3c9b0e-4a52-4d7e' }],
  [
    'a program in a traceback',
    '  conn = connect(user=user, password=cfg.password, token=self.token)\n    password=settings.DB_PASSWORD,\n',
  ],
  [
    'a lookup in a traceback',
    'os.environ["DB_PASSWORD"]\nKeyError: \'DB_PASSWORD\'\n    token = get_token("a1b2c3")\n',
  ],
  [
    'sentences',
    'Basic authentication failed: the token expired. authorization: denied. password: required, use --token to give one',
  ],
  ['addresses', 'http://a:80/b@c, mailto:me@example.org, https://me@example.org/, ssh://git@github.com:22/x'],
  ['a query without secrets', '/search?q=password&key=name&page=2#token'],
  ['a question', 'Enter password: '],
  ['a public key', '-----BEGIN PUBLIC KEY-----\nMII\n-----END PUBLIC KEY-----\n'],
  ['words in JSON in a string', '{"token": true, "password": null, "secret": {"name": "x"}, "a": "password"}'],
  [
    'options of other programs',
    ['docker run -p 8080:80 -u 1000:1000 app', { path: 'kubectl', arguments: ['-p', 'patch-file-1', '-u', 'a:b1'] }],
  ],
  ['code that assigns', 'token = read_token(path)\npassword = settings.password\nkey == other_key1\n'],
  ['XML of something else', '<token-type>bearer2</token-type><name>secret</name>'],
  [
    'how configuration is found',
    {
      api_token: { type: 'probe', name: 'ask', provider: { type: 'python', module: 'chaosdemo.secrets', func: 'ask' } },
    },
  ],
  ['the output of what checks a token', { activity: { name: 'check-token' }, output: 'a1b2c3d4e5f6' }],
  ['something else of Kubernetes', 'kind: ConfigMap\ndata:\n  a: hello\n---\nkind: SecretStore\ndata:\n  b: world\n'],
  [
    'sentences about names',
    'Secret: default-token-n7x4d. The token is missing; key: token2, f(token=token2) and password is required-now1',
  ],
  [
    'names after the name of a secret',
    'token Base64UrlEncoded2 secret sh.helm.release.v1.shop.v12 and secret checkout-db-creds-v2-x7k2p, password PBKDF2WithHmacSHA256 at token https://a.example/B7c9D2e4F6',
  ],
  ['a sentence like SQL', "the library identified by 'somename'"],
  ['fields of HTML', '<input name="page" value="a1b2c3d4e5f6"><meta name="viewport" content="width=1234567890x">'],
  ['lists of names and values', '[{"name": "REGION", "value": "eu-west-1a-12345"}]'],
  ['the address of a page', { webhook: 'on-deploy', page_url: 'https://a.example/services/abcdefgh12' }],
  ['a jsonpath', { type: 'jsonpath', path: '$.token', expect: ['a1b2c3d4'] }],
];

describe('what is no secret', () => {
  it.each(NOT_SECRET)('is left as it is: %s', (_, output) => {
    expect(maskedOutput(output)).toEqual({ output, told: [] });
  });

  const fixtures = new URL('../../../fixtures/', import.meta.url);
  it.each(readdirSync(fixtures).filter((name) => name.endsWith('.json') && !name.startsWith('20-')))(
    'is all there is in %s',
    (name) => {
      const { root } = readJournal(readFileSync(new URL(name, fixtures)), name);
      expect(maskJournal(root).redactions).toEqual([]);
    },
  );
});
