/** The rule `header`: what HTTP headers carry to prove who somebody is. */
import { isSecretPair } from './custom-names.js';
import { isDrawnAlone } from './drawn-alone.js';
import { shifted, type Find } from './find.js';
import { remembered } from './remembered.js';
import { withoutEnd } from './without-end.js';
import { isMaskable, LONG, looksDrawn } from './worth-masking.js';

/** Headers whose names {@link isSecretKey} does not know; their words are joined by hyphens. */
export const HEADERS = new Set([
  'authorization',
  'proxy-authorization',
  'x-authorization',
  'cookie',
  'cookie2',
  'set-cookie',
  'set-cookie2',
  'x-functions-key',
  'x-honeycomb-team',
  'x-auth-key',
]);

/** What a cookie says about itself, beside its value. */
const COOKIE_ATTRIBUTES = new Set([
  'path',
  'domain',
  'expires',
  'max-age',
  'samesite',
  'version',
  'comment',
  'priority',
]);

/** True for the name of a header that carries a secret. */
export const isSecretHeader = remembered((name) => HEADERS.has(canonical(name)));

/** What is secret in the value of a header: all of it, but for the scheme, and for the names and attributes of cookies. */
export function findInHeader(name: string, value: string): readonly Find[] {
  const header = canonical(name);
  if (/cookie2?$/.test(header)) return findCookies(name, value);
  const scheme = /^\s*(basic|bearer|digest|token|negotiate|apikey|api-key|aws4-hmac-sha256)\s+/i.exec(value);
  const start = scheme?.[0].length ?? 0;
  const secret = value.slice(start);
  if (!isMaskable(secret)) return [];
  const finds: Find[] = [{ rule: 'header', name, start, end: value.length }];
  const password = scheme?.[1]?.toLowerCase() === 'basic' ? basicPassword(secret) : undefined;
  // Of no place of its own: what the encoded text holds is looked for elsewhere.
  if (password !== undefined) finds.push({ rule: 'header', name, start, end: start, value: password });
  return finds;
}

/** What ends a token. It is looked for: a pattern over all of a token of megabytes would overflow its stack. */
const TOKEN_END = /[^\w.~+/=-]/g;

/** `Authorization: Bearer …`, `Cookie: …` and others in the midst of text, as `curl -v` and tracebacks show them. */
export function findHeadersInText(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(/(?:^|[\s"'<>*])([A-Za-z][\w-]{3,40}):[ \t]{0,8}([^\r\n"']+)/g)) {
    const [whole, name = '', value = ''] = match;
    if (!isSecretHeader(name) && !(name.includes('-') && looksDrawn(value.trim()) && isSecretPair(name, value.trim())))
      continue;
    const from = match.index + whole.length - value.length;
    const scheme = /^(basic|bearer|digest|token|negotiate|apikey)\s/i.test(value);
    // "authorization: denied" is a sentence.
    if (!scheme && !/cookie/i.test(name) && !looksDrawn(value.trim().split(/\s/).pop() ?? '')) continue;
    finds.push(...shifted(findInHeader(name, value), from));
  }
  for (const match of text.matchAll(/\bbearer\s{1,8}(?=\S{8})/gi)) {
    const start = match.index + match[0].length;
    const run = withoutEnd(/^\S{0,300}/.exec(text.slice(start, start + 300))?.[0] ?? '', `.,;:!?)]}>"'\``);
    if (isDrawnAlone(run)) finds.push({ rule: 'header', name: null, start, end: start + run.length });
    TOKEN_END.lastIndex = start;
    const end = TOKEN_END.exec(text)?.index ?? text.length;
    if (looksDrawn(text.slice(start, end))) finds.push({ rule: 'header', name: null, start, end });
  }
  return finds;
}

/** The values of `a=1; b=2`, and of `a=1; Path=/, b=2; Path=/`, which is how some clients join several headers. */
function findCookies(name: string, text: string): readonly Find[] {
  if (isDrawnAlone(text.trim()) && !/^[\w.-]{1,60}=/.test(text))
    return [{ rule: 'header', name, start: 0, end: text.length }];
  const finds: Find[] = [];
  for (const match of text.matchAll(/(?:^|[;,])\s{0,8}([\w!#$%&'*+.^`|~-]{1,100})=("?)([^;,\s"]+)/g)) {
    const [whole, cookie = '', , value = ''] = match;
    if (COOKIE_ATTRIBUTES.has(cookie.toLowerCase()) || !isMaskable(value)) continue;
    const end = match.index + whole.length;
    // theme=dark: masked, and not taken for a secret wherever somebody says "dark".
    finds.push({ rule: 'header', name, start: end - value.length, end, onlyHere: value.length < LONG });
  }
  return finds;
}

/** The password in `user:password` in base64; undefined for what is something else. */
export function basicPassword(encoded: string): string | undefined {
  if (!/^[A-Za-z\d+/_-]{6,}={0,2}$/.test(encoded)) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const password = pair.slice(pair.indexOf(':') + 1);
  return pair.indexOf(':') > 0 && /^[\x20-\x7E]+$/.test(pair) && password !== '' ? password : undefined;
}

/** `Proxy_Authorization` and WSGI's `HTTP_AUTHORIZATION` are headers too. */
function canonical(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^http-/, '');
}
