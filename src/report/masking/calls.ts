/**
 * The rule `key` in calls of a program that logs in: `connect('db', 'app', '…')`, `new BasicAuth("app", "…")`, also as traces of stacks
 * print them. Which argument is the password is not known, so that each in quotes is taken that was drawn by chance.
 */
import { isDrawnValue } from './custom-names.js';
import type { Find } from './find.js';

/** The end of a name of such a call, its bracket, and what stands in the same line up to the closing one. */
const CALL =
  /(?:connect|login|logIn|signIn|sign_in|authenticate|[Aa]uth(?:Info)?|bind_s|simple_bind|[Cc]redentials?|[Pp]assword|passwd|passw|Authentication|BasicAuth|basic|pw_set|getConnection|FTP|SMTP|IMAP4|addlogin|_auth|auth_basic)\(([^()\n]{8,400})/g;
const QUOTED = /(["'`])((?:(?!\1)[^\\\n]|\\.){0,200})\1/g;
/** SQL's own calls, which have no brackets: `EXEC sp_addlogin 'bob', '…'`; `OPENROWSET('x', 'h';'sa';'…')`. */
const STATEMENT = /\b(?:sp_addlogin|OPENROWSET\(|sp_password|sp_addlinkedsrvlogin)\s{0,4}([^\n]{8,400})/gi;

/** Overlapping finds are possible. */
export function findInCalls(text: string): readonly Find[] {
  if (!text.includes('(') && !text.includes('sp_')) return [];
  const finds: Find[] = [];
  for (const match of [...text.matchAll(CALL), ...text.matchAll(STATEMENT)]) {
    const [whole, given = ''] = match;
    const from = match.index + whole.length - given.length;
    for (const { 0: quoted, 2: value = '', index } of given.matchAll(QUOTED)) {
      // `host='…'` has a name of its own.
      if (/[=:]\s?$/.test(given.slice(0, index)) || !isArgument(value)) continue;
      finds.push({
        rule: 'key',
        name: /\w+(?=\W)/.exec(whole)?.[0] ?? null,
        start: from + index + 1,
        end: from + index + quoted.length - 1,
      });
    }
  }
  return finds;
}

/** No name with dots or colons, no address, no set of settings. */
function isArgument(value: string): boolean {
  const user = /^[\w.@-]{1,60}:(?=\S{8})/.exec(value)?.[0].length ?? 0;
  return (
    isDrawnValue(value.slice(user)) && !/^[A-Z]+-[A-Z\d]+$|\s|^[a-z_]+=|:\/\/|^[a-z][\w-]*(?:[.:][\w-]+)+$/.test(value)
  );
}
