/** The name of a key, variable, option or parameter → whether what it names is a secret. The tables are the rule. */
import { ABOUT, DESCRIPTIONS } from './about-secrets.js';
import { FOREIGN_ENDINGS, FOREIGN_WORD, withoutAccents } from './foreign-names.js';
import { remembered } from './remembered.js';

/** Last words of names whose value is a secret: `db_password`, `githubToken`, `AWS_SECRET_ACCESS_KEY`. */
export const SECRET_ENDINGS: readonly string[] = [
  'password',
  'pass word',
  'passwd',
  'passphrase',
  'pass phrase',
  'passcode',
  'pwd',
  'secret',
  'secrets',
  'token',
  'tokens',
  'credential',
  'credentials',
  'creds',
  'authorization',
  'cookie',
  'cookies',
  'jwt',
  'bearer',
  'apikey',
  'api key',
  'accesskey',
  'access key',
  'access key id',
  'privatekey',
  'private key',
  'secretkey',
  'secret key',
  'secret key base',
  'secret id',
  'signing key',
  'encryption key',
  'auth key',
  'account key',
  'storage key',
  'shared key',
  'master key',
  'subscription key',
  'license key',
  'connection string',
  'connectionstring',
  'client key data',
  'key material',
  'host key',
  'function key',
  'hmac key',
  'webhook secret',
  'session key',
  'jwt key',
  'recovery code',
  'recovery codes',
  'backup codes',
  'pin code',
  'otp',
  'totp',
  'mnemonic',
  'passwords',
  'passphrases',
  'api keys',
  'access keys',
  'private keys',
  'secret keys',
  'signing keys',
  'encryption keys',
  'psk',
  'pre shared key',
  'preshared key',
  'fernet key',
  'app key',
  'application key',
  'instrumentation key',
  'validation key',
  'decryption key',
  'device code',
  'client assertion',
  'code verifier',
  'saml response',
  'masterauth',
  'community string',
  'snmp community',
  'jsessionid',
  'phpsessid',
  'dockerconfigjson',
  'dockercfg',
  'auth pass',
  ...['password confirmation', 'pass code', 'otp seed', 'totp seed', 'seed phrase', 'recovery phrase', 'secret phrase'],
  ...['mnemonic phrase', 'wallet seed', 'licence key', 'activation code', 'activation key', 'deploy key', 'unlock key'],
  ...['backup code', 'aes key', 'privkey', 'contrasenya'],
  ...[
    'connection strings',
    'connectionstrings',
    'unseal key',
    'unseal keys',
    'oauth verifier',
    'stripe key',
    'sendgrid key',
    'openai key',
  ],
  ...FOREIGN_ENDINGS,
];

/** Ends of words that mean a secret whatever stands before them: `PGPASSWORD`, `clientsecret`, `accesstoken`. */
const SECRET_WORD =
  /(?:password|passwd|passphrase)$|(?:access|api|app|auth|bearer|bot|client|csrf|git|id|login|middleware|private|refresh|security|session|shared|user|verification|web|xsrf)(?:secret|token)$|(?:access|api|auth|encryption|preshared|private|secret|shared|signing)key$|(?:admin|bind|ftp|key|ldap|master|require|root|smtp|ssh|store|sudo|user)(?:pass|pw)$/;

/** Words too common to mean a secret alone: `db_pass` and not `pass`. */
const SECRET_WITH_ANOTHER: readonly string[] = ['pass', 'pw'];

/** What may follow: `password_hash`, `tokenValue`. */
const TAILS = new Set([
  'value',
  'plain',
  'plaintext',
  'text',
  'string',
  'b64',
  'base64',
  'encoded',
  'hash',
  'raw',
  'binary',
  'json',
  'pem',
]);

/** True for `password`, `API_KEY`, `--client-secret`, `x-auth-token`; false for `max_tokens`, `secretName`, `key`. */
export const isSecretKey = remembered((key) => namesSecret(wordsOf(key)));

/** True for names such as `auth` and `basic_auth`, under which only some values are secrets. */
export const isAuthKey = remembered((key) => /^(?:basic)?auth$/.test(wordsOf(key).at(-1) ?? ''));

/** True for a key that, among the parts of a secret, holds none itself. */
export const isDescription = remembered((key) => {
  const words = wordsOf(key);
  return DESCRIPTIONS.has(words.at(-1) ?? '') && !namesSecret(words);
});

/** `tokens=1234`: how many there are. */
export function isCount(name: string, value: string): boolean {
  return /s$/i.test(name) && /^\d+$/.test(value);
}

/** Whether the last words of a name are among those. */
export function endsWithWords(name: string, endings: readonly string[]): boolean {
  const words = ` ${wordsOf(name).join(' ')}`;
  return endings.some((ending) => words.endsWith(` ${ending}`));
}

function namesSecret(words: readonly string[]): boolean {
  if (ABOUT.has(words[0] ?? '') || words.join('') === 'clienttoken') return false;
  if (endsSecretly(words)) return true;
  return TAILS.has(words.at(-1) ?? '') && endsSecretly(words.slice(0, -1));
}

function endsSecretly(named: readonly string[]): boolean {
  const name = ` ${named.join(' ')}`;
  return (
    SECRET_ENDINGS.some((ending) => name.endsWith(` ${ending}`)) ||
    SECRET_WORD.test(named.at(-1) ?? '') ||
    FOREIGN_WORD.test(named.at(-1) ?? '') ||
    (named.length > 1 && SECRET_WITH_ANOTHER.includes(named.at(-1) ?? ''))
  );
}

/** `dbPassword2`, `DB_PASSWORD`, `--db-password` → `db`, `password`; `contraseña` → `contrasena`. */
export function wordsOf(key: string): readonly string[] {
  return withoutAccents(key)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((word) => word.replace(/(?<!\d)\d+$/, ''))
    .filter((word) => word !== '');
}
