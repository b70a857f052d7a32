/** An object of the tree → the key of it whose value is a secret because another key of it says so. */
import { isArray, isObject, type JsonObject, type JsonValue } from '../../json.js';
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
const VALUES = ['value', 'Value', 'ParameterValue', 'content', 'input'];

/**
 * `{"name": "DB_PASSWORD", "value": "…"}`, `{"Type": "SecureString", "Value": "…"}` (AWS), `{"id": "https://…vault.azure.net/secrets/…",
 * "value": "…"}` (Azure), `{"data": {…}, "metadata": {"version": 1}}` (Vault), `{"user": "bob", "pass": "…"}`.
 */
export function namedValue(object: JsonObject): NamedValue | undefined {
  const key = VALUES.find((candidate) => candidate in object);
  if (key !== undefined) return ofPair(object, key);
  const { data, metadata } = object;
  if (isObject(data) && isObject(metadata) && 'version' in metadata) return { key: 'data', reason: why('data') };
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
  if ([type, Type].includes('SecureString')) return { key, reason: why('SecureString') };
  if (typeof id === 'string' && /\.vault\.[a-z.]{1,40}\/secrets\//.test(id)) return { key, reason: why('secrets') };
  if (permissions !== undefined && 'keyName' in object) return { key, reason: why('keyName') };
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
