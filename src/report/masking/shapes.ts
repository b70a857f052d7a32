/** An object of the tree → the key of it whose value is a secret because another key of it says so. */
import { isArray, isObject, type JsonObject, type JsonValue } from '../../json.js';
import { isCustomName, isDrawnValue, isSecretPair } from './custom-names.js';
import { isDrawnAlone, isDrawnBelowName } from './drawn-alone.js';
import type { Reason } from './find.js';
import { isSecretHeader } from './headers.js';
import { isSecretKey } from './secret-keys.js';

/** Where containers, services of clouds, forms and errors of validation have the name, and where its value. */
const NAMES = [
  ...['name', 'Name', 'key', 'Key', 'ParameterKey', 'keyName', 'field', 'id', 'label', 'property', 'option'],
  ...['variable', 'setting', 'parameter', 'attribute', 'header', 'path', 'k', 'n'],
];
const VALUES = ['value', 'Value', 'ParameterValue', 'content', 'input', 'rejectedValue', 'val', 'Val', 'stringValue'];
/** A question, and what answers it: `{"expect": "Password:", "send": "…"}`; ajv's place of an error, and what stands there. */
const QUESTIONS = ['expect', 'prompt', 'question', 'instancePath'];
const ANSWERS = ['send', 'response', 'answer', 'data'];

/** What stands beside a key that opens something: that of tokens, of an account, of a consumer of a gateway. */
const BESIDE_KEY = ['issuer', 'Issuer', 'audience', 'algorithm', 'username', 'consumer', 'role', 'routing_key'];
/** There something else stands as often, such as what a form says beside a field. */
const PERHAPS = new Set([
  ...[
    'default',
    'defaultValue',
    'text',
    'data',
    'v',
    'old',
    'new',
    'before',
    'after',
    'from',
    'to',
    'current',
    'previous',
  ],
  ...['values', 'raw'],
]);
/** What some say of a value that nobody shall see. */
const FLAGS = ['sensitive', 'Sensitive', 'isSensitive', 'isSecret', 'is_secret', 'secret', 'masked', 'confidential'];
/** Of a key of JOSE (RFC 7518), what is not public. */
const PRIVATE = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']);

/** Keys without one of which an object says nothing of its values: most are done with here. */
const TELLING = new Set([
  ...VALUES,
  ...PERHAPS,
  ...QUESTIONS,
  'payload',
  'stringData',
  'string_data',
  'kty',
  'key',
  'Key',
  'schema',
  'method',
  'pass',
  'pw',
  'rows',
  'records',
  'results',
  'result',
]);

/** False for the keys of an object that says nothing of its values. */
export function isTelling(keys: readonly string[]): boolean {
  return keys.some((key) => TELLING.has(key));
}

/** Longer ones are sentences. */
const LONGEST_NAME = 80;

/** Why the value of a key is a secret because of the other keys. */
export type NamedReason = (key: string, value: JsonValue) => Reason | undefined;

/**
 * `{"name": "DB_PASSWORD", "value": "…"}`, `{"Type": "SecureString", "Value": "…"}` (AWS), `{"id": "https://…vault.azure.net/secrets/…",
 * "value": "…"}` (Azure), `{"data": {…}, "metadata": {"version": 1}}` (Vault), `{"user": "bob", "pass": "…"}`, a private key of JOSE.
 */
export function namedReason(object: JsonObject): NamedReason | undefined {
  const strong = VALUES.find((candidate) => candidate in object);
  const reason = strong === undefined ? undefined : (saidOf(object) ?? namedIn(object));
  if (reason !== undefined) return (key, value) => (key === strong || isPerhaps(key, value) ? reason : undefined);
  const custom = strong === undefined ? undefined : NAMES.map((one) => object[one]).find(isCustom);
  const given = strong === undefined ? undefined : object[strong];
  if (custom !== undefined && typeof given === 'string' && isSecretPair(custom, given))
    return (key) => (key === strong ? why(custom) : undefined);
  if (strong === undefined && Object.keys(object).some((key) => PERHAPS.has(key))) {
    const perhaps = namedIn(object);
    if (perhaps !== undefined) return (key, value) => (isPerhaps(key, value) ? perhaps : undefined);
  }
  const question = QUESTIONS.map((one) => object[one]).find((one) => typeof one === 'string');
  const answer = ANSWERS.find((one) => typeof object[one] === 'string');
  if (typeof question === 'string' && answer !== undefined && isSecretKey(question.slice(-60))) {
    const reason = why(question.slice(-60));
    return (key) => (key === answer ? reason : undefined);
  }
  const { data, metadata, kty, payload, name, result, length } = object;
  if (typeof kty === 'string') return (key) => (PRIVATE.has(key) ? why(key) : undefined);
  // Vault, of both versions of its store.
  const vault = isObject(metadata) ? 'version' in metadata : 'lease_duration' in object && 'renewable' in object;
  if (
    isObject(data) &&
    vault &&
    (isObject(metadata) || Object.values(data).every((value) => typeof value === 'string'))
  )
    return only('data');
  if (isObject(payload) && typeof name === 'string' && /\/secrets\/[^/]+\/versions\//.test(name))
    return only('payload');
  // Terraform's `random_password`.
  if (typeof result === 'string' && typeof length === 'number' && isDrawnValue(result)) return only('result');
  for (const one of ['key', 'Key']) {
    const value = object[one];
    if (typeof value === 'string' && BESIDE_KEY.some((beside) => beside in object) && isDrawnValue(value))
      return only(one);
  }
  for (const password of ['pass', 'pw']) {
    const value = object[password];
    const user = ['user', 'username', 'login', 'User', 'Username'].some((one) => one in object);
    if (typeof value === 'string' && (user || isDrawnAlone(value))) return only(password);
  }
  return undefined;
}

function isCustom(name: JsonValue | undefined): name is string {
  return typeof name === 'string' && name.length < LONGEST_NAME && isCustomName(name);
}

function only(name: string): NamedReason {
  return (key) => (key === name ? why(name) : undefined);
}

function isPerhaps(key: string, value: JsonValue): boolean {
  if (!PERHAPS.has(key)) return false;
  return isArray(value) ? value.every(isDrawn) : isDrawn(value);
}

function isDrawn(value: JsonValue): boolean {
  return typeof value === 'string' && isDrawnBelowName(value);
}

/** What an object says of its value beside a name. */
function saidOf(object: JsonObject): Reason | undefined {
  const { type, Type, id, permissions, keyName } = object;
  // The library's own `auths`: {"type": "bearer", "value": "…"}.
  if (typeof type === 'string' && /^(?:basic|bearer|digest|token)$/i.test(type)) return why(type);
  const drawn = VALUES.some((one) => typeof object[one] === 'string' && isDrawnValue(object[one]));
  if (type === 'secret' && drawn) return why('secret');
  if ([type, Type].includes('SecureString')) return why('SecureString');
  if (typeof id === 'string' && /\.vault\.[a-z.]{1,40}\/secrets\//.test(id)) return why('secrets');
  if (permissions !== undefined && keyName !== undefined) return why('keyName');
  // A cookie, as browsers keep them.
  if ('httpOnly' in object && drawn) return why('cookie');
  const flag = FLAGS.find((one) => object[one] === true);
  return flag === undefined ? undefined : why(flag);
}

function namedIn(object: JsonObject): Reason | undefined {
  const { loc } = object;
  const last: JsonValue = isArray(loc) ? (loc.at(-1) ?? null) : null;
  for (const name of [...NAMES.map((one) => object[one]), last]) {
    if (typeof name !== 'string') continue;
    if (isSecretHeader(name)) return { rule: 'header', name };
    if (isSecretKey(name)) return why(name);
  }
  return undefined;
}

function why(name: string): Reason {
  return { rule: 'key', name };
}
