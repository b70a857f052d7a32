/** The rule `key` where the name stands apart from the value: in lists of names and values, in HTML, in YAML. */
import type { Find } from './find.js';
import { endOfRun } from './runs.js';
import { isSecretKey } from './secret-keys.js';
import { isMaskable } from './worth-masking.js';

/** `"name": "DB_PASSWORD", "value": "…"`, in JSON, Python and YAML, as containers have their environment. */
const NAMED =
  /(?:\b|Parameter)(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([\w./-]{2,60})["']?[,\s]{1,40}["']?(?:Parameter)?value["']?\s{0,4}[:=]\s{0,4}["']?([^"'\s,<>{}]{1,10000})/gi;
/** The same in YAML, where a value without quotes goes on to the end of its line. */
const NAMED_LINE =
  /\bname:[ \t]{1,8}["']?([\w./-]{2,60})["']?\r?\n[ \t]{0,80}value:[ \t]{1,8}([^\s"'][^\s]{7,1000})[ \t]{0,20}(?=\r?\n|$)/g;
/** `password: |`, and the lines below it that stand further in. */
const BLOCK =
  /^([ \t]{0,40})["']?([\w.-]{2,60})["']?:[ \t]{0,8}[|>][+-]?\d?[ \t]{0,8}\r?\n((?:\1[ \t]+\S[^\n]*(?:\n|$))+)/gm;
/** What every text has in which there is such a block. */
const BLOCK_BEGIN = /[|>][+-]?\d?[ \t]{0,8}\r?\n/;
const FIELD = /<(?:input|meta|property|add|entry|param|parameter|setting|env)\s([^<>]{1,2000})>/gi;
/** Python's `auth=('user', 'password')`. */
const PAIR = /(?:\b|_)auth["']?\s{0,4}[=:]\s{0,4}[([]\s{0,4}["'][^"'\n]{0,200}["'],\s{0,4}["']([^"'\n]{1,1000})["']/gi;
/** `kubectl create secret generic x --from-literal=name=value`. */
const LITERAL = /--from-literal[= ]["']?([\w.-]{1,100})=([^\s"']{1,10000})/g;

/** Overlapping finds are possible. */
export function findApart(text: string): readonly Find[] {
  const finds: Find[] = [];
  const add = (match: RegExpExecArray, name: string, value: string, from = 0): void => {
    if (isMaskable(value)) finds.push(valueIn(match, name, value, from));
  };
  for (const match of text.matchAll(NAMED_LINE)) {
    const [whole, name = '', value = ''] = match;
    if (isSecretKey(name)) add(match, name, value, whole.length - value.length);
  }
  for (const match of text.matchAll(NAMED)) {
    const [whole, name = '', value = ''] = match;
    if (!isSecretKey(name)) continue;
    add(match, name, value, whole.length - value.length);
    const start = match.index + whole.length - value.length;
    const end = endOfRun(text, start);
    if (end !== undefined) finds.push({ rule: 'key', name, start, end });
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

/** Blocks of YAML, of any number of lines. */
export function findBlocks(text: string): readonly Find[] {
  if (!BLOCK_BEGIN.test(text)) return [];
  const finds: Find[] = [];
  for (const match of text.matchAll(BLOCK)) {
    const [whole, , name = '', lines = ''] = match;
    const block = lines.trim();
    if (isSecretKey(name) && isMaskable(block)) finds.push(valueIn(match, name, block, whole.length - lines.length));
  }
  return finds;
}

/** `from`: the value is looked for behind it, in what was matched. */
function valueIn(match: RegExpExecArray, name: string, value: string, from: number): Find {
  const start = match.index + match[0].indexOf(value, from);
  return { rule: 'key', name, start, end: start + value.length };
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s{0,4}=\s{0,4}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
