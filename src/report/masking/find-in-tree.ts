/** A journal's tree → its secrets: where they are declared, and where a key, a header or the text itself gives them away. */
import type { JournalRoot } from '../../journal/types.js';
import { isArray, isNumeral, isObject, type JsonObject, type JsonValue } from '../../json.js';
import { jsonPathPlaces } from '../json-path.js';
import { findInCommandList, findInProcess, type PlacedFind } from './commands.js';
import { findInText, mayNameSecret } from './find-in-text.js';
import { isDrawnAlone } from './drawn-alone.js';
import { textsInBase64 } from './encoded.js';
import type { Reason } from './find.js';
import { innerSecrets } from './inner-secrets.js';
import { findInHeader, isSecretHeader } from './headers.js';
import { NO_RULES, type OwnRules } from './own-rules.js';
import { emptyBook, enter, learn, type Container, type SecretBook } from './secret-book.js';
import { isAuthKey } from './secret-keys.js';
import { treesIn } from './printed-trees.js';
import { readingsOf } from './readings.js';
import { findPrintedToken } from './printed-token.js';
import { isWhole, reasonBeside, reasonsBelow } from './reasons.js';
import { findInRowList, findInRows } from './rows.js';
import { isTelling } from './shapes.js';
import { isField, isMaskable, LONG } from './worth-masking.js';

/** Where a value stands: `reason` is set where everything below is a secret. */
interface Position {
  readonly reason: Reason | undefined;
  /** Inside the arguments of a command. */
  readonly command: boolean;
  /** How many texts it stands in. */
  readonly inside: number;
}

const NOWHERE: Position = { reason: undefined, command: false, inside: 0 };
const COMMANDS = new Set(['arguments', 'args', 'argv', 'command', 'cmd', 'path']);

/** Beyond this only the rules for text are tried. */
const LARGEST_TREE = 2_000_000;
const SHORTEST_TREE = 10;
/** Texts in texts in texts. */
const DEEPEST = 4;
/** What has no name of a secret in it, but the shape of one. */
const SAYS_BY_SHAPE =
  /"metadata"[^]{0,2000}"version"|kind["']?\s?[:=]\s?["']?Secret|["']type["']:\s?["']Opaque|lease_duration|["']kty["']|["'](?:sensitive|masked)["']/;

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
      search(book, container, key, value, { ...NOWHERE, reason: { rule: 'own-rule', name: rule.name } });
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
  search(book, root.experiment, 'secrets', declared, { ...NOWHERE, reason: { rule: 'secrets', name: 'secrets' } });
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
  searchTrees(book, text, position);
  for (const find of findInText(text, position.command, book.own)) {
    if (find.rule === 'own-rule' || isMaskable(find.value ?? text.slice(find.start, find.end)))
      enter(book, container, key, text, find);
  }
}

/** What is printed in a text, where it may hold a secret: its places are none of the journal, but what is in it is looked for. */
function searchTrees(book: SecretBook, text: string, position: Position): void {
  if (position.inside >= DEEPEST || text.length > LARGEST_TREE || text.length < SHORTEST_TREE) return;
  // Escapes hide letters of other scripts, and brackets; hardly ever those of English.
  if (/[[{(]|%7B|%5B|&#|\\x/i.test(text) && (mayNameSecret(text) || SAYS_BY_SHAPE.test(text) || text.includes('\\u'))) {
    for (const { text: read } of position.inside === 0 ? readingsOf(text) : [{ text }]) {
      for (const tree of treesIn(read)) search(book, [tree], 0, tree, { ...NOWHERE, inside: position.inside + 1 });
    }
  }
  for (const { read } of textsInBase64(text)) {
    searchTrees(book, read, { ...NOWHERE, inside: position.inside + 1 });
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
    if (reason === undefined && typeof item === 'string' && typeof before === 'string')
      reason = header ? { rule: 'header', name: before } : reasonBeside(before, item);
    search(book, list, index, item, { ...position, reason });
  }
}

function searchObject(book: SecretBook, object: JsonObject, position: Position): void {
  enterAll(book, findInProcess(object));
  const keys = Object.keys(object);
  const telling = isTelling(keys);
  const below = reasonsBelow(object, position.reason, telling);
  // What is in such a list does not say what it is.
  if (keys.includes('items') && object['kind'] === 'SecretList' && isArray(object['items'])) {
    for (const item of object['items']) if (isObject(item)) searchData(book, item, position);
  }
  enterAll(book, findPrintedToken(object));
  if (telling) enterAll(book, findInRows(object));
  for (const key of keys) {
    const value = object[key] ?? null;
    searchKey(book, key);
    // {"tokens": {"…": {"user": "bob"}}}
    if (position.reason?.rule === 'key' && isDrawnAlone(key)) learn(book, key, position.reason, true);
    const reason = below(key, value);
    const next = { ...position, reason, command: position.command || COMMANDS.has(key) };
    if (reason === undefined && isAuthKey(key) && isArray(value) && value.length === 2)
      searchPair(book, key, value, next);
    else search(book, object, key, value, next);
  }
}

function searchData(book: SecretBook, secret: JsonObject, position: Position): void {
  for (const key of ['data', 'stringData']) {
    search(book, secret, key, secret[key] ?? null, { ...position, reason: { rule: 'key', name: key } });
  }
}

/** A key is text too: an address with a password in it, say. */
function searchKey(book: SecretBook, key: string): void {
  if ((key.length < LONG && book.own.mask.length === 0) || isField(key)) return;
  for (const find of findInText(key, false, book.own)) {
    const value = find.value ?? key.slice(find.start, find.end);
    if (isMaskable(value)) learn(book, value, find, true);
  }
}

/** `["user", "password"]`. */
function searchPair(book: SecretBook, key: string, pair: readonly JsonValue[], position: Position): void {
  search(book, pair, 0, pair[0] ?? null, position);
  search(book, pair, 1, pair[1] ?? null, { ...position, reason: { rule: 'key', name: key } });
}
