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
/** A line that is one word, with the sign that an interpreter puts before it, below another. */
const WORD_ALONE =
  /\n[ \t]{0,4}(?:=> |Out\[\d{1,4}\]: )?(["'])?([^\s"'](?:\S{6,998})[^\s"'])\1?[ \t]{0,20}\r?(?=\n|$)/g;
/** A command in the trace of a shell, or a line of its own. */
const TYPED = /^[ \t]{0,8}(?:\+{1,4}[ \t]{1,4})?([a-z].{5,500}?)\r?$/;
/** Behind the prompt of a terminal or an interpreter: whatever is asked for there by the name of a secret. */
const ASKED =
  /^(?:[\w.]{1,60}: )?[ \t]{0,8}(?:[\w@:~./()-]{0,60}[$#>%]|\(\w{3,5}\)|In \[\d{1,4}\]:)[ \t]{1,4}(\S.{2,500}?)\r?$/;
/** What these print has nothing to do with the names in their arguments. */
const OTHERS = /^(?:curl|wget|git|docker|sha\d{1,3}sum|md5sum|ls|find|stat|date|uuidgen|getent)\b/;
/** The line below the name of the only column of a table. */
const UNDERLINE = /^[ \t]*-{3,200}[ \t]*$/;

/** What a command that prints a secret is told by; undefined for other commands. */
export function printsSecret(command: string): string | undefined {
  const text = command.slice(0, LONGEST).replace(/["',\s\\]+/g, ' ');
  const known = PRINTS.exec(text)?.[0];
  if (known !== undefined) return known;
  if (!NAMED.test(` ${text} `)) return undefined;
  return nameIn(text);
}

/** `$DB_PASSWORD`, `app/db/password`, `/etc/app/password.txt`, `-field=token`. */
function nameIn(text: string): string | undefined {
  return text
    .replaceAll('/etc/passwd', '')
    .split(/[\s=/$"'{}:().|^]+/)
    .find((word) => word !== '' && !word.startsWith('-') && (isSecretKey(word) || /^requirepass$/.test(word)));
}

/** Secrets that commands printed in a terminal, each in the line below its command. */
export function findTypedCommands(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(WORD_ALONE)) {
    const [whole, , value = ''] = match;
    if (/^[-\\]/.test(value) || (!isDrawnValue(value) && !looksRandom(value))) continue;
    const before = text.slice(Math.max(0, match.index - LONGEST), match.index);
    const name = askedFor(before.split('\n').slice(-2));
    if (name === undefined) continue;
    const start = match.index + whole.indexOf(value);
    finds.push({ rule: 'key', name, start, end: start + value.length });
  }
  return finds;
}

/** What the line before a word asks for, by the name of a secret; `lines`: the two before it. */
function askedFor(lines: readonly string[]): string | undefined {
  const [first = '', last = ''] = lines.length === 1 ? ['', ...lines] : lines;
  const heading = UNDERLINE.test(last) ? first.trim() : '';
  if (heading !== '' && isSecretKey(heading)) return heading;
  const asked = ASKED.exec(last)?.[1];
  if (asked !== undefined && !OTHERS.test(asked)) return printsSecret(asked) ?? nameIn(asked);
  return printsSecret(TYPED.exec(last)?.[1] ?? '');
}
