/**
 * A word after the name of a password → whether it may be one: "sunshine", and not "required" or "expired", which say how a password
 * is. The table is the rule.
 */
import { isSecretKey } from './secret-keys.js';

/** Names under which a word is one that opens something; `token=` may be followed by what kind of token it is. */
const PASSWORD = /(?:passw(?:or)?d|passphrase|pwd)$/i;

const STATES = new Set([
  ...['absent', 'accepted', 'active', 'bad', 'blank', 'broken', 'changed', 'correct', 'denied', 'different', 'error'],
  ...['exists', 'expires', 'failed', 'failure', 'fails', 'fault', 'forbidden', 'found', 'generated', 'given', 'good'],
  ...[
    'hash',
    'hashed',
    'inactive',
    'incorrect',
    'invalid',
    'known',
    'long',
    'malformed',
    'match',
    'matches',
    'mismatch',
  ],
  ...['missing', 'must', 'needed', 'needs', 'never', 'new', 'none', 'not', 'obsolete', 'okay', 'older', 'outdated'],
  ...['present', 'protected', 'reset', 'revoked', 'rotated', 'rotation', 'safe', 'secure', 'sent', 'set', 'short'],
  ...['stale', 'strong', 'success', 'succeeds', 'successful', 'temporary', 'the', 'this', 'that', 'there', 'their'],
  ...['unauthorized', 'unauthorised', 'unknown', 'unset', 'update', 'valid', 'weak', 'when', 'which', 'will', 'with'],
  ...['without', 'would', 'wrong', 'your', 'yours', 'please', 'policy', 'prompt', 'should', 'cannot', 'could', 'does'],
  ...['authentication', 'authorization', 'verification', 'validation', 'change', 'expiry', 'lookup', 'refresh'],
  ...['example', 'placeholder', 'value', 'plain', 'plaintext', 'stdin', 'somebody', 'something', 'files', 'systemd'],
  // Types, in programs and databases.
  ...[
    'string',
    'text',
    'bytes',
    'boolean',
    'number',
    'integer',
    'object',
    'optional',
    'varchar',
    'undefined',
    'secret',
  ],
  ...['option', 'flag', 'argument', 'instead', 'again', 'first', 'field', 'column', 'parameter', 'sha256', 'base64'],
  ...['bcrypt', 'argon2', 'scrypt', 'sha512', 'pbkdf2'],
]);

/** "expired", "not-required", "unreadable", "checking". */
export function isState(value: string): boolean {
  const words = value.toLowerCase().split(/[^a-z\d]+/);
  return words.every((word) => STATES.has(word) || /^.{3,}(?:ed|ing|able|ible)$/.test(word) || word.length < 3);
}

/** True for `password`, `dbPasswd` and `PWD`. */
export function isPasswordName(name: string): boolean {
  return PASSWORD.test(name);
}

/** True for one word, or several with hyphens between, that neither says how a password is nor names one. */
export function mayBePassword(value: string): boolean {
  if (value.length < 5 || !/^[A-Za-z]+\d*(?:-[A-Za-z]+\d*)*$/.test(value)) return false;
  return !isState(value) && (/\d/.test(value) || !isSecretKey(value));
}
