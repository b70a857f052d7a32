/** The rule `key` where a program or a protocol has a form of its own for a name and its secret. */
import { isDrawnValue, isSecretPair } from './custom-names.js';
import type { Find } from './find.js';
import { isPasswordName, mayBePassword } from './password-words.js';
import { endOfRun } from './runs.js';
import { isSecretKey } from './secret-keys.js';
import { isMaskable, isNoWord, looksDrawn } from './worth-masking.js';

interface PrintedForm {
  /** A group `value`; where it has a group `name`, that has to be the name of a secret. */
  readonly pattern: RegExp;
  /** Taken only where it is no word. */
  readonly random?: true;
  /** Taken only where it was drawn by chance. */
  readonly drawn?: true;
}

/** What each begins with is looked for first: looking back before it would be tried at each character. Sources: RFC 7578 (forms in parts), HCL's heredocs, PowerShell, Windows, Dockerfile, csh and fish, Redis, RFC 4954 (AUTH), RFC 7616 (Digest). */
const FORMS: readonly PrintedForm[] = [
  { pattern: /\bname="(?<name>[\w.-]{2,60})"\r?\n(?:[\w-]{1,60}:[^\n]{0,200}\n){0,3}\r?\n(?<value>[^\r\n]{1,10000})/g },
  {
    pattern:
      /<<(?<=(?<name>[\w.-]{2,60})[ \t]{0,8}[:=][ \t]{0,8}<<)[-~]?["']?(?<end>[A-Z]\w{0,30})["']?\r?\n\s{0,40}(?<value>\S[^\n]{0,2000})/g,
  },
  { pattern: /\bConvertTo-SecureString\s{1,8}(?:-String\s{1,8})?["'](?<value>[^"'\n]{1,1000})["']/gi },
  { pattern: /\bsetx\s{1,8}(?:\/[a-z]\s{1,8})?(?<name>[A-Za-z_]\w{1,60})\s{1,8}["']?(?<value>[^\s"']{1,10000})/gi },
  {
    pattern:
      /^[ \t]{0,8}(?:ENV|ARG|setenv|set -\w{1,3})[ \t]{1,8}(?<name>[A-Za-z_]\w{1,60})[ \t]{1,8}["']?(?<value>[^\s"']{1,10000})/gm,
  },
  { pattern: /[[(](?<name>[A-Za-z]\w{1,60}), ?(?<value>[^\s"'\](),=]{8,1000})[\])]/g, drawn: true },
  { pattern: /\bdefine\(\s?["'](?<name>\w{2,60})["'],\s{0,8}["'](?<value>[^"'\n]{1,1000})["']/g },
  { pattern: /\bAUTH (?:[\w-]{1,60} )?(?<value>[^\s"']{8,1000})/g, random: true },
  { pattern: /\bAUTH (?:PLAIN|LOGIN|XOAUTH2) (?<value>[A-Za-z\d+/]{8,10000}={0,2})/g },
  { pattern: /\bDigest\s[^\r\n]{1,2000}?\bresponse=["']?(?<value>[a-f\d]{32,128})/gi },
  {
    pattern: /:(?<=(?:^|[\s{[(,&*])(?<name>[A-Za-z_]\w{2,60}):)(?<value>[^\s,;)\]}"':][^\s,;)\]}"']{4,1000})/g,
    random: true,
  },
];

/** `password:…` without a blank. */
const COLON = /:(?<=(?:^|[\s{[(,&*])([A-Za-z_]\w{2,60}):)(?=\S{8})/g;

/** Overlapping finds are possible. */
export function findPrinted(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const { pattern, random, drawn } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const { name, value = '' } = match.groups ?? {};
      if (name !== undefined && !isSecretPair(name, value)) continue;
      const from = match.index + match[0].lastIndexOf(value);
      if (!isMaskable(value) || (drawn === true && !isDrawnValue(value))) continue;
      const onlyHere = random === true && !looksDrawn(value);
      if (onlyHere && !(name !== undefined && isPasswordName(name) && (isNoWord(value) || mayBePassword(value))))
        continue;
      // A name of several words, such as that of a Secret of Kubernetes, is none.
      if (random && /^[a-z]+(?:-[a-z\d]+)+$/.test(value)) continue;
      const there = onlyHere && !isNoWord(value) ? { onlyHere } : {};
      finds.push({ rule: 'key', name: name ?? null, start: from, end: from + value.length, ...there });
    }
  }
  for (const match of text.matchAll(COLON)) {
    const [, name = ''] = match;
    const end = isSecretKey(name) ? endOfRun(text, match.index + 1) : undefined;
    if (end !== undefined) finds.push({ rule: 'key', name, start: match.index + 1, end });
  }
  return finds;
}
