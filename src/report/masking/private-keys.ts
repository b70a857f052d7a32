/** The rule `private-key`: keys in PEM, whoever printed them. */
import type { Find } from './find.js';

const MARK = 'PRIVATE KEY-----';

/** Everything between the two lines of dashes; up to the end of the text where the second one is missing. */
export function findPrivateKeys(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (let at = text.indexOf(MARK); at !== -1; at = text.indexOf(MARK, at + MARK.length)) {
    const opening = text.lastIndexOf('-----', at - 1);
    if (opening === -1 || !text.startsWith('-----BEGIN ', opening)) continue;
    const start = at + MARK.length;
    const close = text.indexOf('-----END', start);
    finds.push({ rule: 'private-key', name: null, start, end: close === -1 ? text.length : close });
  }
  return finds;
}
