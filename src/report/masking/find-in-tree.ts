/** A journal's tree → its secrets: where they are declared, and where a key, a header or the text itself gives them away. */
import type { JournalRoot } from '../../journal/types.js';
import { isArray, isNumeral, isObject, type JsonObject, type JsonValue } from '../../json.js';
import { jsonPathPlaces } from '../json-path.js';
import { findInCommandList, findInProcess, type PlacedFind } from './commands.js';
import { isDrawnKey, isDrawnValue, isSecretPair } from './custom-names.js';
import { findInText, mayNameSecret } from './find-in-text.js';
import { isDrawnAlone } from './drawn-alone.js';
import type { Reason } from './find.js';
import { innerSecrets } from './inner-secrets.js';
import { basicPassword, findInHeader, isSecretHeader } from './headers.js';
import { NO_RULES, type OwnRules } from './own-rules.js';
import { emptyBook, enter, learn, type Container, type SecretBook } from './secret-book.js';
import { isAuthKey, isDescription, isSecretKey } from './secret-keys.js';
import { findPrintedToken } from './printed-token.js';
import { findInRowList, findInRows } from './rows.js';
import { namedValue } from './shapes.js';
import { isField, isMaskable, LONG, looksRandom } from './worth-masking.js';

/** Where a value stands: `reason` is set where everything below is a secret. */
interface Position {
  readonly reason: Reason | undefined;
  /** Inside the arguments of a command. */
  readonly command: boolean;
}

const NOWHERE: Position = { reason: undefined, command: false };
/** How the library is told where a secret is kept; the words of such an entry are no secrets, but its default is. */
const REFERENCES = new Set(['env', 'vault', 'file']);
const COMMANDS = new Set(['arguments', 'args', 'argv', 'command', 'cmd', 'path']);

/** Beyond this only the rules for text are tried. */
const LARGEST_JSON = 2_000_000;

/** Secrets that somebody gave beside the journal, by name. */
export type GivenSecrets = ReadonlyMap<string, string>;

/**
 * Searches the whole tree once, and takes those that were given as found. `outside`: names and values that the report shows
 * beside the journal.
 */
export function findSecrets(
  root: JournalRoot,
  given: GivenSecrets = new Map(),
  own: OwnRules = NO_RULES,
  outside: JsonObject = {},
): SecretBook {
  const book = emptyBook(own);
  for (const rule of own.mask) {
    if (rule.kind !== 'value') continue;
    const secret = learn(book, rule.value, { rule: 'own-rule', name: rule.name }, false);
    if (secret !== undefined) book.hunted.add(secret);
  }
  for (const [name, value] of given) if (value !== '') learn(book, value, { rule: 'given', name }, true);
  for (const rule of own.mask) {
    for (const { container, key, value } of rule.kind === 'path' ? jsonPathPlaces(rule.path, root) : []) {
      search(book, container, key, value, { reason: { rule: 'own-rule', name: rule.name }, command: false });
    }
  }
  for (const rule of own.keep) {
    for (const { container, key } of rule.kind === 'path' ? jsonPathPlaces(rule.path, root) : []) {
      const keys = book.kept.get(container) ?? new Set();
      book.kept.set(container, keys.add(key));
    }
  }
  // First, so that a value that stands in `secrets` is told as one of those, wherever the tree has it before.
  const declared = root.experiment['secrets'] ?? null;
  search(book, root.experiment, 'secrets', declared, { reason: { rule: 'secrets', name: 'secrets' }, command: false });
  search(book, [root], 0, root, NOWHERE);
  search(book, [outside], 0, outside, NOWHERE);
  return book;
}

function search(
  book: SecretBook,
  container: Container,
  key: string | number,
  value: JsonValue,
  position: Position,
): void {
  if (book.kept.get(container)?.has(key) === true && position.reason?.rule !== 'own-rule') return;
  if (typeof value === 'string') searchText(book, container, key, value, position);
  else if (isArray(value)) searchList(book, value, position);
  else if (isObject(value)) searchObject(book, value, position);
  else if (position.reason !== undefined && (typeof value === 'number' || isNumeral(value))) {
    const digits = isNumeral(value) ? value.$number : String(value);
    // A 3 below "credentials" is a count or a version.
    if (!isWhole(position.reason) && digits.length <= 3) return;
    enter(book, container, key, digits, { ...position.reason, start: 0, end: digits.length });
  }
}

function searchText(
  book: SecretBook,
  container: Container,
  key: string | number,
  text: string,
  position: Position,
): void {
  const { reason } = position;
  if (reason?.rule === 'header' && reason.name !== null) {
    for (const find of findInHeader(reason.name, text)) enter(book, container, key, text, find);
  } else if (reason !== undefined) {
    if (!isMaskable(text) && (reason.rule !== 'own-rule' || text === '')) return;
    enter(book, container, key, text, { ...reason, start: 0, end: text.length });
    // "postgres://svc:hunter2@db" below `secrets` is one secret, and the password in it another.
    for (const { value, start, end, ...found } of findInText(text, false, book.own)) {
      learn(book, value ?? text.slice(start, end), found, true);
    }
    for (const value of innerSecrets(text)) learn(book, value, reason, true);
    return;
  }
  const inside = jsonIn(text);
  if (inside !== undefined) search(book, [inside], 0, inside, NOWHERE);
  for (const find of findInText(text, position.command, book.own)) {
    if (find.rule === 'own-rule' || isMaskable(find.value ?? text.slice(find.start, find.end)))
      enter(book, container, key, text, find);
  }
}

/** The JSON that a text is, where it may hold a secret: its places are none of the journal, but what is in it is looked for. */
function jsonIn(text: string): JsonValue | undefined {
  if (
    !/^\s*[[{]/.test(text) ||
    text.length > LARGEST_JSON ||
    !(mayNameSecret(text) || /"metadata"[^]{0,2000}"version"/.test(text))
  )
    return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function enterAll(book: SecretBook, finds: readonly PlacedFind[]): void {
  for (const { container, key, text, find } of finds) enter(book, container, key, text, find);
}

function searchList(book: SecretBook, list: readonly JsonValue[], position: Position): void {
  enterAll(book, findInCommandList(list));
  enterAll(book, findInRowList(list));
  let insideKey = false;
  const [name] = list;
  // A header as a pair, or its name before its value as the arguments of a program.
  const header = list.length === 2 && typeof name === 'string' && isSecretHeader(name);
  for (const [index, item] of list.entries()) {
    const before = list[index - 1];
    let reason = position.reason;
    if (typeof item === 'string') {
      // A key in PEM, line by line.
      if (insideKey && !item.includes('-----')) reason ??= { rule: 'private-key', name: null };
      if (item.includes('-----')) insideKey = /-----BEGIN [^-]*PRIVATE KEY-----(?![^]*-----END)/.test(item);
    }
    if (reason === undefined && typeof item === 'string' && typeof before === 'string') {
      if (header) reason = { rule: 'header', name: before };
      else if (isSecretKey(before) && /^[A-Za-z][\w-]{2,60}$/.test(before) && looksRandom(item)) {
        reason = { rule: 'key', name: before };
      } else if (/^--?[A-Za-z][\w-]{2,60}$/.test(before) && !item.startsWith('-') && isSecretKey(before)) {
        reason = { rule: 'key', name: before };
      }
    }
    search(book, list, index, item, { ...position, reason });
  }
}

function searchObject(book: SecretBook, object: JsonObject, position: Position): void {
  enterAll(book, findInProcess(object));
  enterAll(book, findInRows(object));
  const below = reasonsBelow(object, position.reason);
  enterAll(book, findPrintedToken(object));
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null;
    searchKey(book, key);
    // {"tokens": {"…": {"user": "bob"}}}
    if (position.reason?.rule === 'key' && isDrawnAlone(key)) learn(book, key, position.reason, true);
    const reason = below(key, value);
    const next = { reason, command: position.command || COMMANDS.has(key) };
    if (reason === undefined && isAuthKey(key) && isArray(value) && value.length === 2)
      searchPair(book, key, value, next);
    else search(book, object, key, value, next);
  }
}

/** Whether everything below is meant, whatever it is. */
function isWhole({ rule }: Reason): boolean {
  return rule === 'secrets' || rule === 'own-rule';
}

/** A key is text too: an address with a password in it, say. */
function searchKey(book: SecretBook, key: string): void {
  if ((key.length < LONG && book.own.mask.length === 0) || isField(key)) return;
  for (const find of findInText(key, false, book.own)) {
    const value = find.value ?? key.slice(find.start, find.end);
    if (isMaskable(value)) learn(book, value, find, true);
  }
}

/** For one object, why the value of a key of it is a secret, if it is. */
function reasonsBelow(
  object: JsonObject,
  above: Reason | undefined,
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
  const named = namedValue(object);
  const kubernetesSecret = object['kind'] === 'Secret';
  return (key, value) => {
    if (key === named?.key) return named.reason;
    if (kubernetesSecret && /^(data|string_?data)$/i.test(key)) return { rule: 'key', name: key };
    return reasonOf(key, value);
  };
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
  if (!isSecretKey(key) && !(typeof value === 'string' && isSecretPair(key, value))) return undefined;
  // The names of secrets, which activities, providers and Kubernetes list so; a count of tokens.
  if (/secrets$/i.test(key) && isArray(value)) return undefined;
  if (/s$/i.test(key) && typeof value === 'number') return undefined;
  return { rule: 'key', name: key };
}

/** `["user", "password"]`. */
function searchPair(book: SecretBook, key: string, pair: readonly JsonValue[], position: Position): void {
  search(book, pair, 0, pair[0] ?? null, position);
  search(book, pair, 1, pair[1] ?? null, { ...position, reason: { rule: 'key', name: key } });
}
