/** The rule `key` where a protocol, a file of settings or a command has its own place for a secret, without a name that says so. */
import type { Find } from './find.js';
import { isDrawnAlone } from './drawn-alone.js';
import { isMaskable } from './worth-masking.js';

interface Place {
  /** The group `value` is the secret. */
  readonly pattern: RegExp;
  /** What is told of it. */
  readonly name: string;
  /** Letters of each such place: without them it is not looked for, as the pattern would be tried at each word. */
  readonly part?: string;
  /** Taken only where it was drawn by chance: the words around it are common. */
  readonly drawn?: true;
}

/** Sources: RFC 3501 and 1939 and 959 (LOGIN, PASS), RFC 4954 (AUTH LOGIN), RFC 7616 and 8471 (Digest, Hawk), the manuals of Redis, OpenLDAP, net-snmp, ZooKeeper, strongSwan, Cisco IOS, MySQL, curl (files of cookies), Docker and Neo4j, the errors of pydantic. */
const PLACES: readonly Place[] = [
  {
    name: 'PASS',
    pattern: /(?:^|[\n>'"*] ?)PASS (?<value>[^\s'"]{4,1000})(?=\\?r?['"]?\s*(?:\\r|[\r\n]|$))/g,
    drawn: true,
  },
  { name: 'LOGIN', pattern: /\bLOGIN "?[\w.@-]{1,100}"? "?(?<value>[^\s"]{4,1000})/g, drawn: true },
  {
    name: 'AUTH',
    pattern: /\b334 UGFzc3dvcmQ6?\S{0,3}\s{1,4}(?:[\w:>~-]{1,20}\s)?(?<value>[A-Za-z\d+/]{4,1000}={0,2})/g,
  },
  { name: 'AUTH', pattern: /"AUTH"(?: "[^"]{1,100}")? "(?<value>[^"]{1,1000})"/gi },
  { name: 'ACL', pattern: /\bACL SETUSER \S{1,100} [^\n]{0,200}?>(?<value>[^\s"']{4,1000})/gi },
  {
    name: 'settings',
    pattern:
      /\b(?:requirepass|masterauth|rootpw(?: --plaintext)?|bindpw|r[ow]community6?|trapcommunity|snmp-server community|addauth digest [\w.-]{1,60}:|sentinel auth-pass \S{1,60}|tacacs-server key|stats auth [\w.-]{1,60}:|\blogin=[\w.-]{1,60}:|Key Content\s{1,20}:)\s*(?<value>[^\s"'()]{4,1000})/g,
  },
  { name: 'secret', pattern: /\b(?:password|secret) [0-9] (?<value>[^\s"']{4,1000})/g, drawn: true },
  {
    name: 'AUTH',
    pattern: /\$4\r?\nAUTH\r?\n(?:\$\d{1,3}\r?\n[\w.-]{1,100}\r?\n)?\$\d{1,4}\r?\n(?<value>[^\s]{1,1000})/g,
  },
  { name: 'AUTH', part: ' KEYS', pattern: /\bAUTH2? (?:[\w-]{1,60} )?(?<value>[^\s"']{8,1000})(?= KEYS\b)/g },
  {
    name: 'auth',
    part: "name: 'auth'",
    pattern: /\bname: 'auth',\s{0,40}args: \[ (?:'[^'\n]{1,100}', )?'(?<value>[^'\n]{1,1000})' \]/g,
  },
  { name: 'ACL', pattern: /\buser \S{1,100} on [^\n]{0,200}?>(?<value>[^\s"']{4,1000})/g, drawn: true },
  {
    name: 'IDENTIFY',
    part: 'IDENTIFY ',
    pattern: /\bIDENTIFY (?:[\w-]{1,60} )?(?<value>[^\s"']{4,1000})/g,
    drawn: true,
  },
  // A file of accounts of a mail relay.
  { name: 'sasl_passwd', pattern: /\]:\d{2,5}[ \t]{1,40}[\w.@+-]{1,100}:(?<value>[^\s"']{4,1000})/g },
  {
    name: 'createUser',
    part: 'createUser ',
    pattern: /\bcreateUser \S{1,100} (?:MD5|SHA[\d-]{0,5}) "?(?<value>[^\s"]{4,1000})/g,
  },
  {
    name: 'createUser',
    part: 'createUser ',
    pattern: /\bcreateUser \S{1,100} (?:MD5|SHA[\d-]{0,5}) \S{1,1000} (?:DES|AES) "?(?<value>[^\s"]{4,1000})/g,
  },
  {
    name: 'pipelines',
    part: 'vso[',
    pattern: /##vso\[task\.setvariable [^\]\n]{0,200}issecret=true[^\]\n]{0,200}\](?<value>[^\s"']{4,1000})/gi,
  },
  { name: 'pipelines', part: '::add-mask::', pattern: /::add-mask::(?<value>[^\s"']{4,1000})/g },
  { name: 'user', pattern: /(?:^|\n)user\s{0,4}=\s{0,4}"[^"\n:]{1,100}:(?<value>[^"\n]{4,1000})"/g },
  {
    name: 'chpasswd',
    part: 'chpasswd:',
    pattern: /\bchpasswd:\s{1,40}(?:expire: \w{4,5}\s{1,40})?list: \|\s{1,40}[\w.-]{1,60}:(?<value>[^\s"']{4,1000})/g,
  },
  {
    name: 'basicauth',
    pattern:
      /\bbasic_?auth(?:\.users=[\w.-]{1,60}:| (?:\/\S{0,60} )?\{\s{1,20}[\w.-]{1,60} )(?<value>[^\s"']{4,1000})/gi,
  },
  {
    name: 'password',
    part: 'password "',
    pattern: /\bpassword "\w{1,40}" "(?<value>[^"\n]{4,1000})"/g,
  },
  {
    name: 'key',
    pattern:
      /\b(?:jwt|crypt|hmac|aes|encryption|signing|keyauth|admin_key|keyauth_credentials)["']?\s{0,4}(?:[:=]>?\s{0,4})(?:[^}\]]{0,200}?[\s{["',-])?key["']?\s{0,4}[:=]>?\s{0,4}["']?(?<value>[^\s"']{8,1000})/gi,
    drawn: true,
  },
  // Text in a file of secrets, and secrets that a program is given so.
  {
    name: 'stdin',
    pattern:
      /\b(?:echo|printf)\s(?:-n\s|'%s(?:\\n)?'\s)?["']?(?<value>[^\s"']{4,1000})["']?\s{1,4}(?:>{1,2}\s{0,4}\S{0,200}(?:pass|secret|token|cred|\bkey)\S{0,60}|\|\s[^\n|]{0,100}?(?:cryptsetup|gpg|openssl|kubeseal|keystore|secret|passwd|chpasswd|sudo\s+-S|su\s)\b)/g,
  },
  {
    name: 'account key',
    part: 'account.key.',
    pattern: /\baccount\.key\.[\w.-]{1,200}\s{0,4}[=:]\s{0,4}["']?(?<value>[^\s"']{4,1000})/g,
  },
  {
    name: 'property',
    part: 'Property: ',
    pattern:
      /\bProperty: \S{0,100}(?:pass|secret|token|key|pwd|cred)\S{0,60}\n\s{1,20}Value: "?(?<value>[^\s"]{4,1000})/gi,
  },
  {
    name: 'result',
    part: '"random_password"',
    pattern: /"random_password"[^}]{0,400}\bresult\s{1,20}= "(?<value>[^"\n]{4,1000})"/g,
  },
  {
    name: 'key',
    pattern:
      /(?:^|\n)\? ["']?\w{0,60}(?:passw(?:or)?d|passphrase|secret|token|key|pwd)["']?\s{0,4}\n:\s{1,8}["']?(?<value>[^\s"']{4,1000})/gi,
    drawn: true,
  },
  { name: 'user', pattern: /\b[A-Z\d_]{1,40}_USER=[\w.-]{1,60}:(?<value>[^\s"']{4,1000})/g },
  {
    name: 'Login',
    part: 'Login ',
    pattern: /\bLogin (?:incorrect|OK)[^\n[]{0,60}\[[^/\]\n]{1,60}\/(?<value>[^\]\s]{4,1000})\]/g,
  },
  {
    name: 'credentials',
    part: 'Valid credentials',
    pattern: /[\w.@-]{1,60}:(?<value>\S{4,1000}) - Valid credentials/g,
  },
  {
    name: 'New value',
    part: 'New value:',
    pattern: /assword [^\n]{0,200}\n\s{0,8}New value:\s{1,8}(?<value>[^\s"']{4,1000})/g,
  },
  { name: 'PSK', part: 'PSK', pattern: /\bPSK\s{1,8}["'](?<value>[^"'\n]{4,1000})["']/g },
  { name: 'PASSWORD', pattern: /\bSET PASSWORD FOR \S{1,200} = '(?<value>[^'\n]{1,1000})'/gi },
  {
    name: 'Authorization',
    pattern: /\b(?:Digest|Hawk|MAC)\s[^\r\n]{1,600}?\b(?:response|mac)="(?<value>[^"\r\n]{8,1000})"/g,
  },
  { name: 'cookie', pattern: /\t(?:TRUE|FALSE)\t\d{1,20}\t[^\t\n]{1,200}\t(?<value>[^\t\r\n]{4,10000})/g },
  { name: 'cookie', part: '<Cookie ', pattern: /<Cookie [^\s=<>]{1,100}=(?<value>[^\s<>]{4,10000}) for /g },
  { name: 'cookie', part: '<SimpleCookie', pattern: /<SimpleCookie: [^\s=<>]{1,100}='(?<value>[^'\n]{4,10000})'/g },
  { name: 'auth', part: '_AUTH=', pattern: /\b[A-Z\d_]{1,40}_AUTH=\w{1,40}[/:](?<value>[^\s"']{4,1000})/g },
  {
    name: 'stdin',
    pattern:
      /\b(?:echo|printf)\s(?:-n\s|['"]%s['"]\s){0,2}["']?(?<value>[^\s"']{4,1000})["']?\s\|\s[^\n|]{0,200}?(?:--(?:\w{1,20}-)?stdin|--with-token|secret create|chpasswd|base64)\b/g,
  },
  {
    name: 'webhook',
    pattern:
      /(?:webhook(?:_?url)?|slack_api_url)["']?\s{0,4}[:=]\s{0,4}["']?(?<value>https?:\/\/[^\s"']{1,200}\/[^\s"'/]{8,1000})/gi,
  },
  {
    name: 'input',
    part: "input_value='",
    pattern:
      /(?:^|\n)[^\n]{0,100}(?:passw|secret|token|key|pwd|cred)\w{0,20}\n[^\n]{1,300}\binput_value='(?<value>[^'\n]{4,1000})'/gi,
  },
  {
    name: 'PDO',
    pattern:
      /\b(?:PDO->__construct|mysqli->__construct|mysqli?_connect)\('[^'\n]{0,300}', '[^'\n]{0,100}', '(?<value>[^'\n]{1,1000})'/g,
  },
  {
    name: 'session',
    pattern: /\bCREDENTIALS\tA[A-Z\d]{15,30}\t[^\t\n]{1,60}\t[^\t\n]{1,200}\t(?<value>[^\s]{8,10000})/g,
  },
  {
    name: 'password',
    pattern:
      /\b(?:password|token|secret|api key)\b[^\n:]{0,80}:[ \t]{0,4}\n\s{0,4}\s{0,40}(?<value>\S{8,1000})[ \t]{0,20}(?=\r?\n|$)/gi,
    drawn: true,
  },
];

/** Most texts have none of the parts. */
const PARTS = new RegExp(
  PLACES.flatMap(({ part }) => (part === undefined ? [] : [part.replace(/[$.[\]()?*+|\\]/g, String.raw`\$&`)])).join(
    '|',
  ),
);

/** Vault's own table of a secret: each value of it. */
const VAULT = /=\s?Data\s?=+\r?\nKey[ \t]+Value\r?\n-+[ \t]+-+\r?\n((?:\S{1,200}[ \t]+[^\n]{1,4000}(?:\n|$))+)/g;
/** Blocks of HCL of which each value is one: data of Kubernetes' Secrets, tokens of Consul. */
const BLOCKS =
  /(?:"kubernetes_secret(?:_v1)?"[^}]{0,400}?\bdata\s{0,8}= \{|\btokens\s{0,4}\{)((?:\s{1,40}[\w."-]{1,100}\s{1,20}= "[^"\n]{0,1000}"){1,100})/g;

/** Overlapping finds are possible. */
export function findInProtocols(text: string): readonly Find[] {
  const finds: Find[] = [];
  const rare = PARTS.test(text);
  for (const { pattern, part, name, drawn } of PLACES) {
    if (part !== undefined && !(rare && text.includes(part))) continue;
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.['value'] ?? '';
      if (!isMaskable(value) || (drawn && !isDrawnAlone(value))) continue;
      const end = match.index + match[0].lastIndexOf(value) + value.length;
      finds.push({ rule: 'key', name, start: end - value.length, end });
    }
  }
  for (const { 0: whole, 1: pairs = '', index: at } of text.matchAll(BLOCKS)) {
    for (const { 0: pair, 1: value = '', index } of pairs.matchAll(/= "([^"$\n]{4,1000})"/g)) {
      const start = at + whole.length - pairs.length + index + pair.length - 1 - value.length;
      if (isMaskable(value)) finds.push({ rule: 'key', name: 'data', start, end: start + value.length });
    }
  }
  return finds;
}

/** Tables of Vault, of any number of lines. */
export function findInVaultTables(text: string): readonly Find[] {
  if (!/= ?Data ?=/.test(text)) return [];
  const finds: Find[] = [];
  for (const match of text.matchAll(VAULT)) {
    const [whole, rows = ''] = match;
    for (const row of rows.matchAll(/^\S+[ \t]+(\S+)[ \t]*$/gm)) {
      const [line, value = ''] = row;
      const start = match.index + whole.length - rows.length + row.index + line.lastIndexOf(value);
      if (isMaskable(value)) finds.push({ rule: 'key', name: 'data', start, end: start + value.length });
    }
  }
  return finds;
}
