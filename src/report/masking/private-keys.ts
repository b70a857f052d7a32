/** The rule `private-key`: keys in PEM, and in PGP's armour, whoever printed them. */
import type { Find } from './find.js';

const MARK = /PRIVATE KEY(?: BLOCK)?-----/g;

/** Everything between the two lines of dashes; up to the end of the text where the second one is missing. */
export function findPrivateKeys(text: string): readonly Find[] {
  // Looked for by itself, because nearly no text has it, and every text is asked.
  if (!text.includes('PRIVATE KEY')) return [];
  const finds: Find[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const start = match.index + match[0].length;
    if (match.index < from) continue;
    // "-----BEGIN ENCRYPTED PRIVATE KEY-----": the longest of the names in use has nine letters.
    const begins = text.slice(Math.max(from, match.index - 30), match.index).includes('-----BEGIN ');
    from = start;
    if (!begins) continue;
    const close = text.indexOf('-----END', start);
    from = close === -1 ? text.length : close;
    finds.push({ rule: 'private-key', name: null, start, end: from });
  }
  return finds;
}
