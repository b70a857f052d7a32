/** The rule `key` in XML: `<password>…</password>`, and elements whose attribute or neighbour has the name: `<entry key="db.pass">…`. */
import { isCustomName, isDrawnValue } from './custom-names.js';
import type { Find } from './find.js';
import { isAuthKey, isSecretKey } from './secret-keys.js';
import { isMaskable, isNoWord } from './worth-masking.js';

/** Characters of an element's text that are looked through for its end. */
const LONGEST = 10_000;
/** `<Pass>` is a password beside such an element; else it may be how many tests passed. */
const USER = /<(?:\w{1,30}:)?\w{0,20}(?:user|login|account)\w{0,20}[\s>]/i;
const NEAR = 400;

const ELEMENT = /<((?:\w{1,30}:)?([\w.-]{2,60}))(?:\s[^<>]{0,200})?>(?:<!\[CDATA\[)?/g;
/** `<entry key="…">…`, `<setting name="…"><value>…`. */
const NAMED =
  /<[\w.:-]{1,60}\s(?:[^<>]{0,300}\s)?(?:name|key|id)=["']([\w.:-]{2,100})["'][^<>]{0,300}>\s{0,80}(?:<(?:value|string)\b[^<>]{0,100}>\s{0,80})?([^\s<>][^<>]{3,9999})</g;
/** `<param-name>…</param-name><param-value>…`, with a type between or not. */
const SIBLINGS =
  /(?:name|key)>\s{0,20}([\w.:-]{2,100})\s{0,20}<\/[\w.:-]{1,60}>\s{0,80}(?:<([\w.:-]{1,60})>[^<>]{0,200}<\/\2>\s{0,80})?<[\w.:-]{0,60}value(?:\s[^<>]{0,200})?>\s{0,80}([^\s<>][^<>]{3,9999})</gi;

/** `text`: with closing elements in it. */
export function findElements(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(ELEMENT)) {
    const [whole, tag = '', name = ''] = match;
    const start = match.index + whole.length;
    const short = /^(?:pass|pw)$/i.test(name);
    if (!isSecretKey(name) && !isCustomName(name) && !isAuthKey(name) && !short) continue;
    const close = text.slice(start, start + LONGEST).indexOf(`</${tag}>`);
    const value = close === -1 ? '' : text.slice(start, start + close).replace(/\]\]>$/, '');
    // Other elements below it have names of their own.
    if (!isMaskable(value) || /<\/|<[a-z][\w:.-]{0,60}[\s>]/.test(value)) continue;
    const beside = short && USER.test(text.slice(Math.max(0, match.index - NEAR), match.index));
    if (isSecretKey(name) || isDrawnValue(value) || (beside && (isNoWord(value) || !/\d/.test(value))))
      finds.push({ rule: 'key', name, start, end: start + value.length, ...decoded(whole, value) });
  }
  for (const match of [...text.matchAll(NAMED), ...text.matchAll(SIBLINGS)]) {
    const [whole, name = ''] = match;
    const value = (match.at(-1) ?? '').trim();
    if (!isMaskable(value) || !(isSecretKey(name) || (isCustomName(name) && isDrawnValue(value)))) continue;
    const start = match.index + whole.lastIndexOf(value);
    finds.push({ rule: 'key', name, start, end: start + value.length });
  }
  return finds;
}

/** `<Pass encoding="base64">`: what the text says is looked for elsewhere. */
function decoded(element: string, value: string): { readonly value?: string } {
  if (!/\bencoding=["']base64["']/i.test(element)) return {};
  const text = Buffer.from(value, 'base64').toString('utf8');
  return /^[\x20-\x7E]{3,}$/.test(text) ? { value: text } : {};
}
