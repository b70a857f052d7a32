/** The rule `key` for the files in which programs keep passwords, when their lines are printed. */
import { isDrawnValue } from './custom-names.js';
import type { Find } from './find.js';
import { isMaskable } from './worth-masking.js';

/**
 * What every text has in which there is such a line; what stands before the password, and the password. Sources: the manuals
 * of ftp (`.netrc`), of PostgreSQL (`.pgpass`) and of npm (`.npmrc`).
 */
const LINES: readonly (readonly [name: string, part: string, line: RegExp])[] = [
  ['.netrc', 'login', /\b(login\s{1,8}\S{1,100}\s{1,8}password\s{1,8})(\S+)/g],
  ['.pgpass', ':', /^([\w.*-]{1,200}:(?:\d{1,5}|\*):[^:\s]{1,100}:[^:\s]{1,100}:)((?:[^:\s\\]|\\[:\\])+)$/gm],
  // Behind other words of the line.
  [
    '.pgpass',
    'pgpass',
    /[\s"']([\w.*-]{1,200}:(?:\d{4,5}|\*):[^:\s]{1,100}:[^:\s]{1,100}:)((?:[^:\s\\"']|\\[:\\])+)(?=["']?$)/gm,
  ],
  ['.npmrc', '_auth', /(?<![^\s:])(_auth\s?=\s?["']?)([A-Za-z\d+/]{8,2000}={0,2})/g],
  // PgBouncer's list of users.
  ['userlist', '" "', /^("[\w.-]{1,63}" ")([^"\s]{8,1000})(?="\r?$)/gm],
];

/** The passwords in lines of such files. */
export function findInPasswordFiles(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const [name, part, line] of LINES) {
    if (!text.includes(part)) continue;
    for (const match of text.matchAll(line)) {
      const [whole, , password = ''] = match;
      const end = match.index + whole.length;
      if (isMaskable(password) && (name !== 'userlist' || isDrawnValue(password)))
        finds.push({ rule: 'key', name, start: end - password.length, end });
    }
  }
  return finds;
}
