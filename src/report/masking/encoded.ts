/** Base64 inside a text → what it gives away when it is read: the credentials of a registry, a key in PEM, a whole body. */
import type { Find } from './find.js';

/** Shorter ones say too little to hold a name and a secret; the engine has no room to try much longer ones. */
const ENCODED = /(?<![\w+/-])[A-Za-z\d+/_-]{24,4000000}={0,2}/g;
/** Beyond this it is a file, and not read. */
const LARGEST = 1_000_000;

/** Each text in base64 that holds a secret, whole; and the secrets in it, of no place of their own. */
export function findInBase64(text: string, find: (text: string) => readonly Find[]): readonly Find[] {
  if (text.length < 24) return [];
  const finds: Find[] = [];
  for (const match of text.matchAll(ENCODED)) {
    const [encoded] = match;
    const read = decoded(encoded);
    if (read === undefined) continue;
    const inside = find(read);
    const [first] = inside;
    if (first === undefined) continue;
    const start = match.index;
    finds.push({ rule: first.rule, name: first.name, start, end: start + encoded.length });
    for (const one of inside) {
      finds.push({ ...one, start, end: start, value: one.value ?? read.slice(one.start, one.end) });
    }
  }
  return finds;
}

/** Undefined for what is no text in base64. */
function decoded(encoded: string): string | undefined {
  if (encoded.length > LARGEST || !isText(encoded.slice(0, 24))) return undefined;
  return isText(encoded) ? Buffer.from(encoded, 'base64').toString('utf8') : undefined;
}

function isText(encoded: string): boolean {
  return /^[\t\n\r\x20-\x7E]+$/.test(Buffer.from(encoded, 'base64').toString('latin1'));
}
