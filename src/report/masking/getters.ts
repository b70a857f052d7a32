/**
 * A command → whether what it prints is a secret and nothing else: `cat …/initialAdminPassword`, `kubectl get secret … -o jsonpath=…`,
 * `vault kv get -field=password …`. Sources: the manuals of the programs.
 */
import { isDrawnValue } from './custom-names.js';
import type { Find } from './find.js';
import { isSecretKey } from './secret-keys.js';
import { looksRandom } from './worth-masking.js';

/** Commands that print a secret whatever they are asked. */
const PRINTS =
  /\b(?:print-(?:access|identity)-token|create token|get-(?:access-|login-)?(?:token|password)|(?:gh|glab) auth token|whoami (?:-t|--show-token)|(?:vault|oc|npm|heroku|flyctl) (?:print |auth:?)token|pass show|op read|gopass show|secrets versions access|get-secret-value|with-decryption|keyvault secret show|lpass show|bw get password|rand -(?:base64|hex)|initial-password|initialAdminPassword|admin\.password|find-generic-password|pwgen|get secrets?\b.{0,200}(?:jsonpath|template|custom-columns))/;
/** Commands that print what is kept under a name. */
const NAMED =
  /(?:^|[\s/"'(])(?:cat|head|tail|less|printenv|echo|type|Get-Content|terraform output|tofu output|pulumi (?:config get|stack output)|consul kv get|vault (?:kv get|read)|etcdctl get|redis-cli (?:\S+ )*?(?:get|GET|config get|CONFIG GET)|git config|npm config get|heroku config:get|gsutil cat|aws s3 cp|kubectl exec .{0,200}(?:printenv|cat|echo))\s/;
/** Characters of a command that are looked at. */
const LONGEST = 1000;
/** A line that is one word, below another. */
const WORD_ALONE = /\n[ \t]{0,4}(\S{8,1000})[ \t]{0,20}\r?(?=\n|$)/g;
/** A command behind the prompt of a terminal, or in the trace of a shell. */
const TYPED = /^[ \t]{0,8}(?:[\w@:~./-]{0,60}[$#>%][ \t]{1,4}|\+{1,4}[ \t]{1,4})?([a-z].{5,500}?)\r?$/;

/** What a command that prints a secret is told by; undefined for other commands. */
export function printsSecret(command: string): string | undefined {
  const text = command.slice(0, LONGEST).replace(/["',\s\\]+/g, ' ');
  const known = PRINTS.exec(text)?.[0];
  if (known !== undefined) return known;
  if (!NAMED.test(` ${text} `)) return undefined;
  // `$DB_PASSWORD`, `app/db/password`, `/etc/app/password.txt`, `-field=token`.
  return text
    .split(/[\s=/$"'{}:]+/)
    .map((word) => word.replace(/\.(?:txt|key|json|conf)$/, ''))
    .find((word) => word !== '' && !word.startsWith('-') && (isSecretKey(word) || /^requirepass$/.test(word)));
}

/** Secrets that commands printed in a terminal, each in the line below its command. */
export function findTypedCommands(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(WORD_ALONE)) {
    const [whole, value = ''] = match;
    if (/^[-\\]/.test(value) || (!isDrawnValue(value) && !looksRandom(value))) continue;
    const before = text.slice(Math.max(0, match.index - LONGEST), match.index);
    const name = printsSecret(TYPED.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1] ?? '');
    if (name === undefined) continue;
    const start = match.index + whole.indexOf(value);
    finds.push({ rule: 'key', name, start, end: start + value.length });
  }
  return finds;
}
