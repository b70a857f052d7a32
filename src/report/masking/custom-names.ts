/**
 * Names that say by custom only that they name a secret: below them stands a word or a number as often, so that a value has to have
 * been drawn by chance. The table is the rule.
 */
import { isDrawnAlone } from './drawn-alone.js';
import { remembered } from './remembered.js';
import { ABOUT, DESCRIPTIONS } from './about-secrets.js';
import { PASSWORD_WORDS } from './foreign-names.js';
import { endsWithWords, isSecretKey, wordsOf } from './secret-keys.js';

/**
 * Last words of such names. Sources: the manuals of PHP, Tomcat, ASP.NET, Express, SonarQube, PagerDuty, Azure, Consul, Vault,
 * Phoenix, WordPress, sssd, Yarn and Confluent.
 */
export const CUSTOM_ENDINGS: readonly string[] = [
  ...['session id', 'sessionid', 'session', 'sess', 'connect sid', 'sonar login', 'pepper'],
  ...['routing key', 'integration key', 'service key', 'agent key', 'primary key', 'secondary key', 'admin key'],
  ...['recovery key', 'certificate key', 'crypt key', 'logged in key', 'nonce key', 'jwt signing'],
  ...['signing salt', 'encryption salt', 'auth salt', 'nonce salt', 'logged in salt', 'recovery keys'],
  ...['auth ident', 'auth user info', 'auth info', 'authtok', 'encrypt', 'setcookie', 'one time code', 'unlock code'],
  ...['auth config', 'ssh key', 'seed', 'license', 'licence', 'clave', 'sas', 'sig', 'rediscli auth'],
  ...['pin'],
  ...[
    'client token',
    'clienttoken',
    'server key',
    'client key',
    'tls key',
    'wallet key',
    'cipher key',
    'crypto key',
    'cle secrete',
    'chave secreta',
    'geheimnis',
    'inline string',
  ],
];

/** The clouds have their clients draw UUIDs, so that a request counts once. */
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** True for `session_id`, `connect.sid`, `sonar.login`, `primaryKey`. */
export const isCustomName = remembered(
  (name) => /^(?:sid|SID)$/.test(name) || endsWithWords(name, CUSTOM_ENDINGS) || speaksOfPassword(wordsOf(name)),
);

/** `senha_banco`, `passwordDatabase`; not `password_policy_id`. */
function speaksOfPassword(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  if (ABOUT.has(words[0] ?? '') || DESCRIPTIONS.has(last) || /^(?:ids?|arn|policy|pattern|hash)$/.test(last))
    return false;
  return words.some(
    (word, index) => PASSWORD_WORDS.has(word) || (index === 0 && word === 'mot' && words[2] === 'passe'),
  );
}

/** Whether a value below a name is a secret. Numbers count sessions: `XDG_SESSION_ID=48213377`. */
export function isSecretPair(name: string, value: string): boolean {
  return (
    isSecretKey(name) || (isCustomName(name) && isDrawnValue(value) && !(UUID.test(value) && /token$/i.test(name)))
  );
}

/** `{"jwt": {"key": "…", "issuer": "…"}}`: a key below the name of a secret that is no name of a key. */
export function isDrawnKey(key: string, value: unknown): boolean {
  return /^key$/i.test(key) && typeof value === 'string' && isDrawnValue(value);
}

/**
 * True for what was drawn by chance, and is no number, no version, no SID of Windows, no address of memory, and no
 * public key of SSH.
 */
export function isDrawnValue(value: string): boolean {
  return (
    /[^\d.:-]/.test(value) &&
    !/\s/.test(value) &&
    !/^(?:S-\d-\d|0x|AAAA[A-Z]|ssh-|ecdsa-|sk-|v?\d{1,4}(?:\.\d{1,4})+)/.test(value) &&
    isDrawnAlone(value)
  );
}
