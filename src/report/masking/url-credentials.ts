/** The rule `url-credentials`: passwords and signatures in addresses, and in text that has the form of their query. */
import { isCustomName, isDrawnValue } from './custom-names.js';
import { isDrawnAlone } from './drawn-alone.js';
import type { Find } from './find.js';
import { isSecretKey } from './secret-keys.js';
import { isState } from './password-words.js';
import { looksRandom } from './worth-masking.js';

/** Parameters whose names do not say that they are secret. Source: the signed addresses of AWS, Azure and Google. */
const SIGNED = new Set([
  'sig',
  'signature',
  'x-amz-signature',
  'x-amz-credential',
  'x-goog-signature',
  'hmac',
  'sas',
  'assertion',
]);

/** Parameters that are secret beside a user. */
const SHORT = /^(?:pass|pw|p)$/;
/** A parameter before it that says whose password it is. */
const USER = /[?&](?:user(?:name)?|login|u)=[^&#\s]/;
/** Parameters that are secret where their value was drawn by chance. */
const MAY_BE = /^(?:key|auth|code|setup|ticket)$/;

/** What follows such a part of an address's path lets somebody in. */
const IN_PATH =
  /\/(?:token|password|reset|reset-password|password-reset|verify|confirm|invite|magic|activate|unsubscribe)\/([\w.~%-]{12,500})/g;

/** `scheme://user:password@host`: the password, or the user where it is a token without a password. */
export function findUrlCredentials(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    const from = at + 3;
    const authority =
      /^(?:[^\s/?#"'<>\\]|'(?=[\w%.~!$&()*+:='-]{0,200}@)){0,4096}/.exec(text.slice(from, from + 4096))?.[0] ?? '';
    const host = authority.lastIndexOf('@');
    if (host === -1) {
      finds.push(...findWithSlash(text.slice(from, from + 4096), from));
      continue;
    }
    const colon = authority.slice(0, host).indexOf(':');
    const user = authority.slice(0, colon === -1 ? host : colon);
    const password = colon === -1 ? '' : authority.slice(colon + 1, host);
    const reason = { rule: 'url-credentials', name: null } as const;
    if (
      (looksRandom(user) || (user.length >= 16 && isDrawnAlone(user))) &&
      (password === '' || /^x-(oauth|token|access)/.test(password))
    ) {
      finds.push({ ...reason, start: from, end: from + user.length, value: decoded(user) });
    } else if (password !== '') {
      finds.push({ ...reason, start: from + colon + 1, end: from + host, value: decoded(password) });
    }
  }
  return finds;
}

/** A password in which somebody left a slash; `host:80/path@x` has none. */
function findWithSlash(text: string, from: number): readonly Find[] {
  const match = /^[^\s:/?#@"'<>\\]{1,200}:((?!\d{1,5}\/)[^\s?#@"'<>\\]{1,500})@[\w.-]+[:/]/.exec(text);
  if (match === null) return [];
  const start = from + match[0].indexOf(':') + 1;
  const password = match[1] ?? '';
  return [{ rule: 'url-credentials', name: null, start, end: start + password.length, value: decoded(password) }];
}

/** Addresses of databases that have their own form: Go's `user:password@tcp(host)`, Oracle's `thin:user/password@host`. */
export function findDatabaseCredentials(text: string): readonly Find[] {
  if (!/@(?:tcp|unix)\(|@\/[a-z]|\w:\S{8,200}@\w|\b(?:thin|oci):|\bconn(?:ect)?\s/i.test(text)) return [];
  const finds: Find[] = [];
  for (const match of text.matchAll(/@(?:tcp|unix)\(/g)) {
    const before = text.slice(Math.max(0, match.index - 300), match.index);
    const password = /(?:^|[^\w.-])[\w.-]{1,100}:(\S{1,200})$/.exec(before)?.[1];
    if (password !== undefined) finds.push(credential(match.index - password.length, password));
  }
  for (const match of text.matchAll(/\b(?:thin|oci):[\w.-]{1,100}\/(?:"([^"\n]{1,200})"|([^\s:@/"']{1,200}))@/g)) {
    const password = match[1] ?? match[2] ?? '';
    finds.push(credential(match.index + match[0].lastIndexOf(password), password));
  }
  for (const match of text.matchAll(/\bconn(?:ect)?\s{1,4}["']?[\w.-]{1,60}\/"?([^\s"'@/]{4,200})"?@/gi)) {
    const [whole, password = ''] = match;
    finds.push(credential(match.index + whole.lastIndexOf(password), password));
  }
  // `root:…@db:3306` without a scheme, as shells of databases take it. A password may have such a sign itself.
  for (const match of text.matchAll(
    /(?:^|[\s"'=])[\w.-]{1,60}:([^\s"'@/:]{8,200})@(?!sha\d)[\w.-]{1,200}:\d{2,5}(?!\w)/g,
  )) {
    const [whole, password = ''] = match;
    if (isDrawnValue(password)) finds.push(credential(match.index + whole.indexOf(`:${password}@`) + 1, password));
  }
  for (const match of text.matchAll(/@\/[a-z]/g)) {
    const password = /(?:^|[\s"'`=])[\w.-]{1,100}:([^\s"'`]{8,200})$/.exec(
      text.slice(Math.max(0, match.index - 300), match.index),
    )?.[1];
    if (password !== undefined && isDrawnValue(password))
      finds.push(credential(match.index - password.length, password));
  }
  return finds;
}

/** Tokens that are a part of an address's path. */
export function findInPaths(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(/\/bot\d{5,15}:([\w-]{12,200})(?=\/)/g)) {
    finds.push(credential(match.index + match[0].length - (match[1] ?? '').length, match[1] ?? ''));
  }
  for (const match of text.matchAll(IN_PATH)) {
    const [whole, value = ''] = match;
    if (value.length >= 12 && isDrawnValue(value))
      finds.push(credential(match.index + whole.length - value.length, value));
  }
  return finds;
}

function credential(start: number, password: string): Find {
  return { rule: 'url-credentials', name: null, start, end: start + password.length, value: decoded(password) };
}

/** `?token=…`, `&sig=…`, and the same in a form's body or a connection string. */
export function findQuerySecrets(text: string): readonly Find[] {
  const finds: Find[] = [];
  const named = /(?:^|[?&#;])([\w.~%[][\w.~%[\]-]{0,60})=/g;
  const valued = /(?:[^&#;\s"'<>\\]|'(?=[\w%.~!$()*+-]{2})){1,100000}/y;
  for (let match = named.exec(text); match !== null; match = named.exec(text)) {
    const [, written = ''] = match;
    const name = written.includes('%') ? decoded(written) : written;
    if (
      !isSecretKey(name) &&
      !SIGNED.has(name.toLowerCase()) &&
      !MAY_BE.test(name) &&
      !SHORT.test(name) &&
      !isCustomName(name)
    )
      continue;
    // Only what may be a secret is read: another address with its own parameters can be a value too.
    valued.lastIndex = named.lastIndex;
    const value = valued.exec(text)?.[0] ?? '';
    if (value === '') continue;
    const secret =
      isSecretKey(name) ||
      (SHORT.test(name) && USER.test(text.slice(Math.max(0, match.index - 200), match.index))) ||
      SIGNED.has(name.toLowerCase()) ||
      (MAY_BE.test(name) && (looksRandom(value) || (/[A-Za-z]/.test(value) && isDrawnAlone(value)))) ||
      (isCustomName(name) && isDrawnValue(decoded(value)));
    if (!secret) continue;
    const start = named.lastIndex;
    // "token=expired" and no more: no address, nor a form.
    if (match.index === 0 && !text.includes('&') && /^[\w.~%[]/.test(text) && isState(value)) continue;
    named.lastIndex += value.length;
    finds.push({ rule: 'url-credentials', name, start, end: start + value.length, value: decoded(value) });
  }
  return finds;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
