/** The rule `private-key`: keys in PEM, whoever printed them. */
import type { Find } from './find.js';

const MARK = 'PRIVATE KEY-----';

/** Everything between the two lines of dashes; up to the end of the text where the second one is missing. */
export function findPrivateKeys(text: string): readonly Find[] {
  const finds: Find[] = [];
  let from = 0;
  for (let at = text.indexOf(MARK); at !== -1; at = text.indexOf(MARK, from)) {
    const start = at + MARK.length;
    // "-----BEGIN ENCRYPTED PRIVATE KEY-----": the longest of the names in use has nine letters.
    const begins = text.slice(Math.max(from, at - 30), at).includes('-----BEGIN ');
    from = start;
    if (!begins) continue;
    const close = text.indexOf('-----END', start);
    from = close === -1 ? text.length : close;
    finds.push({ rule: 'private-key', name: null, start, end: from });
  }
  return finds;
}
