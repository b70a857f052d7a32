/** The rule `key` in sentences: "the access token is …", "invalid password … given", "… is no valid token". */
import { isSourceLine } from './assignments.js';
import { isCustomName, isSecretPair } from './custom-names.js';
import { valueBeside } from './beside.js';
import { isCall, isDrawnAlone } from './drawn-alone.js';
import type { Find } from './find.js';
import { givenValue, withoutQuotes, type Ends } from './given-value.js';
import { isPasswordName, isState } from './password-words.js';
import { isSecretKey } from './secret-keys.js';
import { endOfRun } from './runs.js';
import { withoutEnd } from './without-end.js';
import { isMaskable, isNoWord, looksDrawn } from './worth-masking.js';

/** The last word of a name. */
const NAME =
  /(passwords?|passwd|passphrases?|passcode|pwd|tokens?|secret[ _-]?id|secrets?|keys?|credentials?|creds|jwt|otp|pin|psk|codes?|pass|pw|session[ _-]?id|passwort|kennwort|contraseñas?|contrasena|senha|wachtwoord|mot de passe|hasło|haslo|parola)(?:[-_](?:value|string|text|hash|plain))?(?![\w-])/gi;
/** Of other languages: their words are not known, so that a sign has to stand behind. */
const FOREIGN = /^(?:passwort|kennwort|contrase|contrasena|senha|wachtwoord|mot de|has|parola)/i;
/** What may stand between it and its value: "for user bob", "was changed to", "->". */
const BETWEEN =
  /["'`]?(?:[ \t]{1,3}(?:for|of|from)(?:[ \t]{1,3}(?:['"[][^'"[\]\n]{1,200}['"\]]|[\w.@'"[\]-]{1,60})){1,5}?(?=[ \t]{0,3}[:=]|[ \t]{1,3}(?:is|was|to)[ \t]))?(?:[ \t]{1,3}(?:is|was|now|set|reset|changed|updated|rotated|to|of|as|with|value|string|id|used|given|provided|sent|supplied|received|rejected|invalid|expired|generated|from|reads|mismatch|expected|got|but|not|created|found|at|on|\d{1,2}(?=[ \t]?[:=])|for [\w.@-]{1,60})(?=[ \t:=([,])|[ \t]{0,3}(?:->|[—–→]|[:=]>?(?=\s))){0,4}[ \t]{0,40}[([{]?/iy;
/** Before the name: "… is not a valid token", "… as password". */
const BEFORE =
  /(?:^|\s)["'`([{<]?(\S{8,200}?)["'`]?\s(?:[([][\w.-]{0,40}|(?:is|was|as)\s(?:not\s|no\s){0,2}(?:longer\s)?(?:(?:an?|the|your)\s)?(?:[a-z]+\s){0,2})$/i;
/** "credentials bob/…", "login admin:…". */
const USER = /^[\w.@-]{1,60}\s?[:/,]\s?(?=\S{6})/;
/** A key of these kinds opens something; others are those of tables, caches and objects. */
const KEY =
  /(?:api|access|secret|private|signing|encryption|master|shared|auth|account|storage|client|hmac|deploy|unseal|recovery)[\s_.-]$/i;
/** Said of a key that opens something. */
const USED = /\b(?:using|invalid|wrong|expired|revoked|rejected|leaked)(?:\s(?:the|a|an))?\s$/i;
/** Codes of digits that are typed. */
const CODE = /(?:pin|pass|verification|security|one[ -]time|recovery|backup|confirmation|login|2fa|mfa)[\s_-]?$/i;
const ENDS: Ends = { semicolon: false, line: true };
/** Characters that a sentence has around a value. */
const AROUND = `.,;:!?)]}>"'\``;
/** A value of more characters is not looked at whole. */
const LONGEST = 1000;
/** A terminal's colours, whose last letter would be one of the name. */
const COLOUR = /\x1b\[[\d;]{0,20}m/g;
/** Characters of a name before its last word. */
const LONGEST_NAME = 60;
/** Characters before a name that are looked at. */
const BACK = 260;

/** Overlapping finds are possible. */
export function findToldSecrets(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(NAME)) {
    const [last] = match;
    const before = text
      .slice(Math.max(0, match.index - BACK), match.index)
      .replace(COLOUR, (colour) => ' '.repeat(colour.length));
    const name = nameOf(before, last, text.slice(match.index + last.length, match.index + last.length + 6));
    if (name === undefined) continue;
    const add = (start: number, value: string): void => {
      finds.push({ rule: 'key', name, start, end: start + value.length });
    };
    const first = BEFORE.exec(before)?.[1] ?? '';
    const bracket = /[([][\w.-]{0,40}$/.test(before);
    if (isDrawnAlone(first) && (!bracket || first.length >= 12))
      add(match.index - before.length + before.lastIndexOf(first), first);
    const judged = isSecretKey(nameBefore(before) + last) && !/\s/.test(last);
    const foreign = FOREIGN.test(last);
    const custom = isCustomName(name) && !isSecretKey(name);
    const beside = custom || foreign ? undefined : valueBeside(text, match.index + last.length, before, judged);
    const bare = beside !== undefined && !/["'`]/.test(text.charAt(beside.start - 1));
    if (beside !== undefined && !(bare && isSourceLine(text, match.index)))
      finds.push({ rule: 'key', name, ...beside });
    BETWEEN.lastIndex = match.index + last.length;
    const between = BETWEEN.exec(text)?.[0] ?? '';
    let start = match.index + last.length + between.length;
    if (between === '' || /^["'`]?$/.test(between) || (foreign && !/[:=]/.test(between))) continue;
    if (/^cred/i.test(last)) start += USER.exec(text.slice(start, start + BACK))?.[0].length ?? 0;
    const from = start + (/["'`]/.test(text.charAt(start)) ? 1 : 0);
    const end = /^["'`]?[([]/.test(between) ? undefined : endOfRun(text, from);
    if (end !== undefined && !custom) add(from, text.slice(from, end));
    const value = valueAt(text, start);
    if (custom ? isSecretPair(name, value.text) : isTold(name, last, between, value.text))
      add(start + value.from, value.text);
  }
  return finds;
}

/** The letters of a name before its last word. A pattern for the end of a text is tried at each character of it. */
function nameBefore(before: string): string {
  let start = before.length;
  while (start > 0 && start > before.length - LONGEST_NAME && /[\w.-]/.test(before.charAt(start - 1))) start--;
  return before.slice(start);
}

/** The whole name; undefined where it is not that of a secret. */
function nameOf(before: string, last: string, after: string): string | undefined {
  const name = nameBefore(before) + last;
  // An annotation of Helm's, `checksum/secret`.
  if (before.endsWith(`checksum/${name.slice(0, -last.length)}`)) return undefined;
  if (/(?:one|two|multi|first|second|single|last|each|per)[-_]pass$/i.test(name)) return undefined;
  // Elsewhere a test passes.
  if (/^(?:pass|pw|PASS|PW)$/.test(name)) {
    return (/^["']?\s{0,3}[:=]/.test(after) && /^p/.test(name)) || /\b(?:user|login)\b/i.test(before.slice(-80))
      ? name
      : undefined;
  }
  if (/^keys?$/i.test(last)) return KEY.test(before) || USED.test(before) || isSecretKey(name) ? name : undefined;
  if (/^codes?$/i.test(last)) return CODE.test(before) ? name : undefined;
  if (/^pin$/i.test(last)) return name === 'PIN' ? name : undefined;
  return isSecretKey(name) || isCustomName(name) ? name : undefined;
}

function valueAt(text: string, start: number): { readonly text: string; readonly from: number } {
  const given = givenValue(text.slice(start, start + LONGEST), 0, ENDS);
  const plain = withoutQuotes(given);
  const inTag = /^<([^<>]+)>/.exec(plain)?.[1];
  if (inTag !== undefined) return { text: inTag, from: 1 };
  const tag = plain.search(/<\/?[a-z]|\\[nrt"']/i);
  return { text: withoutEnd(tag === -1 ? plain : plain.slice(0, tag), AROUND), from: plain === given ? 0 : 1 };
}

function isTold(name: string, last: string, between: string, value: string): boolean {
  if (!isMaskable(value)) return false;
  if (/^(?:pin|otp|codes?|passcode)$/i.test(last) && /^\d{4,10}$/.test(value)) return true;
  const sign = /[:=]|\b(?:is|was)\b/i.test(between);
  // A name of several words, such as that of a Secret, is none.
  if (sign && !/^keys?$/i.test(last) && !/^[a-z]+(?:-[a-z\d]+)+$/.test(value) && !isCall(value)) {
    if (looksDrawn(value) || (isPasswordName(name) && isPasswordInSentence(value))) return true;
  }
  return isDrawnAlone(value);
}

/** "hunter2", and neither "sha256" nor a call. */
function isPasswordInSentence(value: string): boolean {
  return value.length >= 5 && isNoWord(value) && !isState(value) && !/[([{]/.test(value);
}
