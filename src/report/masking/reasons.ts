/** A key of an object, or a place in a list → why what stands there is a secret, if it is. */
import { isArray, isNumeral, isObject, type JsonObject, type JsonValue } from '../../json.js';
import { isCustomName, isDrawnKey, isDrawnValue, isSecretPair } from './custom-names.js';
import { isDrawnBelowName } from './drawn-alone.js';
import type { Reason } from './find.js';
import { basicPassword, isSecretHeader } from './headers.js';
import { isAuthKey, isDescription, isSecretKey } from './secret-keys.js';
import { namedReason } from './shapes.js';
import { looksRandom } from './worth-masking.js';

/** How the library is told where a secret is kept; the words of such an entry are no secrets, but its default is. */
const REFERENCES = new Set(['env', 'vault', 'file']);

/** Whether everything below is meant, whatever it is. */
export function isWhole({ rule }: Reason): boolean {
  return rule === 'secrets' || rule === 'own-rule';
}

/** For one object, why the value of a key of it is a secret, if it is. `telling`: other keys of it may say so. */
export function reasonsBelow(
  object: JsonObject,
  above: Reason | undefined,
  telling: boolean,
): (key: string, value: JsonValue) => Reason | undefined {
  const { type, key: variable } = object;
  if (typeof type === 'string' && REFERENCES.has(type)) {
    const name = typeof variable === 'string' ? variable : null;
    const secret = above !== undefined || (name !== null && isSecretKey(name));
    const reason: Reason = { rule: above?.rule ?? 'key', name: name ?? above?.name ?? null };
    return (key) => (secret && (key === 'default' || key === 'value') ? reason : undefined);
  }
  // Below `secrets` a leaf goes by its own key; elsewhere by the key that made it a secret.
  if (above?.rule === 'secrets') return (key) => ({ rule: 'secrets', name: key });
  if (above?.rule === 'own-rule') return () => above;
  // Configuration that an activity finds when the run begins: how it does so is no secret.
  if (above !== undefined && !isObject(object['provider']))
    return (key, value) => (isDescription(key) && !isDrawnKey(key, value) ? reasonOf(key, value) : above);
  const named = telling ? namedReason(object) : undefined;
  const kubernetesSecret = telling && isKubernetesSecret(object);
  return (key, value) => {
    const reason = named?.(key, value);
    if (reason !== undefined) return reason;
    if (kubernetesSecret && /^(data|string_?data)$/i.test(key)) return { rule: 'key', name: key };
    return reasonOf(key, value);
  };
}

/** Kubernetes' clients leave the kind of what is in a list out. */
function isKubernetesSecret({ kind, type, data, string_data: texts }: JsonObject): boolean {
  if (kind === 'Secret') return true;
  const typed =
    typeof type === 'string' &&
    /^(?:Opaque$|kubernetes\.io\/|bootstrap\.kubernetes\.io\/|helm\.sh\/release)/.test(type);
  return typed && (isObject(data) || isObject(texts));
}

/** Why a value is secret by its key. */
function reasonOf(key: string, value: JsonValue): Reason | undefined {
  if (isSecretHeader(key)) return { rule: 'header', name: key };
  if (isAuthKey(key)) {
    const credentials =
      typeof value === 'string' &&
      (looksRandom(value) ||
        isDrawnValue(value) ||
        /^[^\s:/]+:[^\s/]+$/.test(value) ||
        basicPassword(value) !== undefined);
    return credentials ? { rule: 'key', name: key } : undefined;
  }
  // The address is the credential: whoever knows it may post.
  if (/webhook(?:[_-]?url)?$/i.test(key) && typeof value === 'string' && /^https?:\/\/\S+\/\S{8,}/.test(value)) {
    return { rule: 'key', name: key };
  }
  if (/pin$/i.test(key) && typeof value === 'string' && /^\d{4,8}$/.test(value) && isCustomName(key)) {
    return { rule: 'key', name: key };
  }
  if (!isSecretKey(key) && !(typeof value === 'string' && isSecretPair(key, value))) return undefined;
  // The names of secrets, which activities, providers and Kubernetes list so; a count of tokens.
  if (/secrets$/i.test(key) && isArray(value)) return undefined;
  if (/s$/i.test(key) && isCountable(value)) return undefined;
  return { rule: 'key', name: key };
}

/** Nobody counts further. */
function isCountable(value: JsonValue): boolean {
  const digits = typeof value === 'number' ? String(value) : isNumeral(value) ? value.$number : undefined;
  return digits !== undefined && digits.length < 10;
}

/** Why an item of a list is a secret because of the one before it: a name, or an option of a command. */
export function reasonBeside(before: string, item: string): Reason | undefined {
  if (!/^[\p{L}_-][\p{L}\p{N}_.-]{1,60}$/u.test(before)) return undefined;
  if (before.startsWith('-')) return item.startsWith('-') ? undefined : reasonOf(before, item);
  return isDrawnBelowName(item) ? reasonOf(before, item) : undefined;
}
