/** An object of the tree → the key of it whose value is a secret because another key of it says so. */
import { isArray, isObject, type JsonObject, type JsonValue } from '../../json.js';
import { isDrawnValue } from './custom-names.js';
import { isDrawnAlone } from './drawn-alone.js';
import type { Reason } from './find.js';
import { isSecretHeader } from './headers.js';
import { isSecretKey } from './secret-keys.js';

/** A key, and why what is below it is a secret. */
export interface NamedValue {
  readonly key: string;
  readonly reason: Reason;
}

/** Where containers, services of clouds, forms and errors of validation have the name, and where its value. */
const NAMES = [
  ...['name', 'Name', 'key', 'Key', 'ParameterKey', 'keyName', 'field', 'id', 'label', 'property', 'option'],
  ...['variable', 'setting', 'parameter', 'attribute', 'header', 'path'],
];
const VALUES = ['value', 'Value', 'ParameterValue', 'content', 'input', 'rejectedValue'];
/** A question, and what answers it: `{"expect": "Password:", "send": "…"}`; ajv's place of an error, and what stands there. */
const QUESTIONS = ['expect', 'prompt', 'question', 'instancePath'];
const ANSWERS = ['send', 'response', 'answer', 'data'];

/** What stands beside a key that opens something: that of tokens, of an account, of a consumer of a gateway. */
const BESIDE_KEY = ['issuer', 'Issuer', 'audience', 'algorithm', 'username', 'consumer', 'role', 'routing_key'];

/**
 * `{"name": "DB_PASSWORD", "value": "…"}`, `{"Type": "SecureString", "Value": "…"}` (AWS), `{"id": "https://…vault.azure.net/secrets/…",
 * "value": "…"}` (Azure), `{"data": {…}, "metadata": {"version": 1}}` (Vault), `{"user": "bob", "pass": "…"}`.
 */
export function namedValue(object: JsonObject): NamedValue | undefined {
  const key = VALUES.find((candidate) => candidate in object);
  if (key !== undefined) return ofPair(object, key);
  const question = QUESTIONS.map((one) => object[one]).find((one) => typeof one === 'string');
  const answer = ANSWERS.find((one) => typeof object[one] === 'string');
  if (typeof question === 'string' && answer !== undefined && isSecretKey(question.slice(-60)))
    return { key: answer, reason: why(question.slice(-60)) };
  const { data, metadata, result, length } = object;
  if (isObject(data) && isObject(metadata) && 'version' in metadata) return { key: 'data', reason: why('data') };
  // Terraform's `random_password`.
  if (typeof result === 'string' && typeof length === 'number' && isDrawnValue(result))
    return { key: 'result', reason: why('result') };
  for (const name of ['key', 'Key']) {
    const value = object[name];
    if (typeof value === 'string' && BESIDE_KEY.some((one) => one in object) && isDrawnValue(value))
      return { key: name, reason: why(name) };
  }
  for (const password of ['pass', 'pw']) {
    const value = object[password];
    const user = ['user', 'username', 'login', 'User', 'Username'].some((name) => name in object);
    if (typeof value === 'string' && (user || isDrawnAlone(value))) return { key: password, reason: why(password) };
  }
  return undefined;
}

function ofPair(object: JsonObject, key: string): NamedValue | undefined {
  const { type, Type, id, permissions, loc } = object;
  // The library's own `auths`: {"type": "bearer", "value": "…"}.
  if (typeof type === 'string' && /^(?:basic|bearer|digest|token)$/i.test(type)) return { key, reason: why(type) };
  const drawn = typeof object[key] === 'string' && isDrawnValue(object[key]);
  if (type === 'secret' && drawn) return { key, reason: why('secret') };
  if ([type, Type].includes('SecureString')) return { key, reason: why('SecureString') };
  if (typeof id === 'string' && /\.vault\.[a-z.]{1,40}\/secrets\//.test(id)) return { key, reason: why('secrets') };
  if (permissions !== undefined && 'keyName' in object) return { key, reason: why('keyName') };
  // A cookie, as browsers keep them.
  if ('httpOnly' in object && drawn) return { key, reason: why('cookie') };
  const last: JsonValue = isArray(loc) ? (loc.at(-1) ?? null) : null;
  for (const name of [...NAMES.map((one) => object[one]), last]) {
    if (typeof name !== 'string') continue;
    if (isSecretHeader(name)) return { key, reason: { rule: 'header', name } };
    if (isSecretKey(name)) return { key, reason: why(name) };
  }
  return undefined;
}

function why(name: string): Reason {
  return { rule: 'key', name };
}
