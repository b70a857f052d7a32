/** The rule `token-form` for JSON Web Tokens: parts in base64url with dots between, the first of them a JSON object. */
import type { Find } from './find.js';

/** Such an object in base64url begins so: `{"`. Source: RFC 7515 and RFC 7516, compact serialisation. */
const OBJECT = 'eyJ';

/** Signed ones (two or three parts, the second an object too) and encrypted ones (five parts). */
export function findJwts(text: string): readonly Find[] {
  if (!text.includes(OBJECT)) return [];
  const finds: Find[] = [];
  // Whole runs first: a search for the token itself would begin anew at every one of many beginnings.
  for (const match of text.matchAll(/[\w.-]{26,1000000}/g)) {
    const parts = match[0].split('.');
    let from = match.index;
    let end = 0;
    for (const [index, part] of parts.entries()) {
      const begin = from < end ? -1 : part.search(/(?<![A-Za-z\d])eyJ/);
      const count = begin === -1 || part.length - begin < 12 ? 0 : partsOfToken(parts, index);
      if (count > 0) {
        end = from + parts.slice(index, index + count).join('.').length;
        finds.push({ rule: 'token-form', name: 'JWT', start: from + begin, end });
      }
      from += part.length + 1;
    }
  }
  return finds;
}

function partsOfToken(parts: readonly string[], index: number): number {
  if (parts[index + 1]?.startsWith(OBJECT) === true) return (parts[index + 2] ?? '') === '' ? 2 : 3;
  return parts.slice(index, index + 5).filter((part) => part.length >= 8).length === 5 ? 5 : 0;
}
