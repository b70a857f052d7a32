/** The rule `key` where the name stands apart from the value: in sentences, in lists of names and values, in HTML, in YAML. */
import type { Find } from './find.js';
import { isPasswordName, isState } from './password-words.js';
import { isSecretKey } from './secret-keys.js';
import { isMaskable, isNoWord, looksDrawn, looksRandom } from './worth-masking.js';
import { withoutEnd } from './without-end.js';

/** "the access token is …", "API key: …". */
const SENTENCE =
  /\b(password|passwd|passphrase|token|api[ -]?key|access key|secret key|secret)(?:\s{1,4}is)?(?:\s{0,4}[:=]|\s{1,4}is)\s{1,4}["'`]?([^\s"'`<>]{5,1000})/gi;
/** "invalid password … given": nothing between says that a value follows, so it has to be none of words. */
const BESIDE =
  /\b(password|passwd|passphrase|token|api[ -]?key|access key|secret key|secret)\s{1,4}["'`]?([^\s"'`<>]{12,1000})/gi;
/** `"name": "DB_PASSWORD", "value": "…"`, in JSON, Python and YAML, as containers have their environment. */
const NAMED =
  /\b(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([\w./-]{2,60})["']?[,\s]{1,40}["']?value["']?\s{0,4}[:=]\s{0,4}["']?([^"'\s,<>{}]{1,10000})/gi;
/** `password: |`, and the lines below it that stand further in. */
const BLOCK =
  /^([ \t]{0,40})["']?([\w.-]{2,60})["']?:[ \t]{0,8}[|>][+-]?\d?[ \t]{0,8}\r?\n((?:\1[ \t]+\S[^\n]*(?:\n|$))+)/gm;
const FIELD = /<(?:input|meta)\s([^<>]{1,2000})>/gi;
/** Python's `auth=('user', 'password')`. */
const PAIR = /\bauth["']?\s{0,4}[=:]\s{0,4}[([]\s{0,4}["'][^"'\n]{0,200}["'],\s{0,4}["']([^"'\n]{1,1000})["']/gi;
/** `kubectl create secret generic x --from-literal=name=value`. */
const LITERAL = /--from-literal[= ]["']?([\w.-]{1,100})=([^\s"']{1,10000})/g;

/** Overlapping finds are possible. */
export function findInSentences(text: string): readonly Find[] {
  const finds: Find[] = [];
  const add = (match: RegExpExecArray, name: string, value: string, from = 0): void => {
    if (!isMaskable(value)) return;
    const start = match.index + match[0].indexOf(value, from);
    finds.push({ rule: 'key', name, start, end: start + value.length });
  };
  for (const match of text.matchAll(SENTENCE)) {
    const [whole, name = '', value = ''] = match;
    const secret = withoutEnd(value, '.,;:!?)]}');
    // A name of several words, such as that of a Secret, is none.
    if (
      (looksDrawn(secret) || (isPasswordName(name) && isPasswordInSentence(secret))) &&
      !/^[a-z]+(?:-[a-z\d]+)+$/.test(secret)
    )
      add(match, name, secret, whole.length - value.length);
  }
  for (const match of text.matchAll(BESIDE)) {
    const [whole, name = '', value = ''] = match;
    const secret = withoutEnd(value, '.,;:!?)]}');
    if (isDrawnAlone(secret)) add(match, name, secret, whole.length - value.length);
  }
  for (const match of text.matchAll(NAMED)) {
    const [whole, name = '', value = ''] = match;
    if (isSecretKey(name)) add(match, name, value, whole.length - value.length);
  }
  for (const match of text.matchAll(BLOCK)) {
    const [whole, , name = '', block = ''] = match;
    if (isSecretKey(name)) add(match, name, block.trim(), whole.length - block.length);
  }
  for (const match of text.matchAll(FIELD)) {
    const [, attributes = ''] = match;
    const name = attributeOf(attributes, 'name') ?? attributeOf(attributes, 'id') ?? '';
    const value = attributeOf(attributes, 'value') ?? attributeOf(attributes, 'content') ?? '';
    const secret = isSecretKey(name) || attributeOf(attributes, 'type') === 'password';
    if (secret && value !== '') add(match, name, value, match[0].search(/\b(?:value|content)\s*=/i));
  }
  for (const match of text.matchAll(PAIR)) add(match, 'auth', match[1] ?? '', match[0].lastIndexOf(match[1] ?? ''));
  for (const match of text.matchAll(LITERAL)) {
    add(match, match[1] ?? '', match[2] ?? '', match[0].length - (match[2] ?? '').length);
  }
  return finds;
}

/** "hunter2", and neither "sha256" nor a call. */
function isPasswordInSentence(value: string): boolean {
  return value.length >= 5 && isNoWord(value) && !isState(value) && !/[([{]/.test(value);
}

/** Characters of every kind; or another kind at every third of them: names of classes, Secrets and releases change less often. */
function isDrawnAlone(value: string): boolean {
  if (!looksRandom(value) || value.includes('://')) return false;
  if (/[a-z]/.test(value) && /[A-Z]/.test(value) && /[$@!#%^&*+~|?]/.test(value)) return true;
  if (/[()[\]{}=]/.test(value)) return false;
  const changes = value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])/g) ?? [];
  return changes.length * 3 >= value.length;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s{0,4}=\s{0,4}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
