/** The rule `key` where a program's option is one letter: `curl -u user:password`, `mysql -psecret`, `sshpass -p secret`. */
import { isDrawnValue } from './custom-names.js';
import type { Find } from './find.js';
import { withoutEnd } from './without-end.js';
import { isMaskable, isNoWord } from './worth-masking.js';

interface ProgramOption {
  /** The programs, as a part of a regular expression. */
  readonly programs: string;
  /** The option with what stands between it and its value, likewise. */
  readonly option: string;
  /** The value is `user:password` (or `user%password`, or `cookie=value`), of which the part after this character is secret. */
  readonly after?: ':' | '%' | '=' | ',' | '/';
  /** Taken only where it was drawn by chance: other words stand there too. */
  readonly drawn?: true;
}

/** Sources: the manual of each program. */
const OPTIONS: readonly ProgramOption[] = [
  { programs: 'curl', option: String.raw`(?:-u|-U|--user|--proxy-user)(?:=|\s*)`, after: ':' },
  { programs: 'curl', option: String.raw`(?:-b|--cookie)(?:=|\s*)`, after: '=' },
  { programs: 'https?|xh', option: String.raw`(?:-a|--auth)(?:=|\s*)`, after: ':' },
  { programs: '(?:mysql|mariadb)[a-z-]*', option: '-p' },
  { programs: 'sshpass|mongo[a-z]*', option: String.raw`-p\s*` },
  {
    programs: '(?:docker|podman|nerdctl|skopeo|buildah|crane|oc|az|az acr|helm registry) login',
    option: String.raw`-p\s*`,
  },
  { programs: '(?:redis|valkey)-cli', option: String.raw`-a\s+` },
  { programs: 'ldap[a-z]+', option: String.raw`-w\s+` },
  { programs: 'sqlcmd|bcp', option: String.raw`-P\s*` },
  { programs: 'rabbitmqadmin', option: String.raw`-p\s+` },
  { programs: 'smbclient|rpcclient', option: String.raw`-U\s+`, after: '%' },
  { programs: 'cqlsh|cypher-shell|racadm|psexec|PsExec', option: String.raw`-p\s+` },
  { programs: 'mosquitto_(?:pub|sub|rr)|ipmitool|zip|unzip', option: String.raw`-P\s*` },
  { programs: '7z[ar]?', option: '-p' },
  { programs: 'plink|pscp|psftp', option: String.raw`-pw\s+` },
  { programs: 'wxfreerdp|xfreerdp3?', option: '/p:' },
  { programs: 'schtasks', option: String.raw`/rp\s+` },
  { programs: 'snmp[a-z]+', option: String.raw`-[cAX]\s+` },
  { programs: 'keytool|jarsigner', option: String.raw`-(?:store|key)pass\s+` },
  { programs: 'openssl enc', option: String.raw`-k\s+` },
  { programs: 'curl', option: String.raw`--(?:proxy-)?pass\s+` },
  { programs: 'curl', option: String.raw`(?:-E|--cert)\s+`, after: ':' },
  { programs: 'etcdctl', option: String.raw`--user[= ]`, after: ':' },
  { programs: 'lftp', option: String.raw`-u\s*`, after: ',' },
  {
    programs: 'rabbitmqctl (?:add_user|change_password|authenticate_user)|radtest|net user',
    option: String.raw`(?:-\S{1,20}\s+\S{1,60}\s+)?(?!-)\S{1,60}\s+`,
  },
  { programs: 'htpasswd', option: String.raw`-\w{0,6}b\w{0,6}\s+(?:\S{1,200}\s+)?(?!-)\S{1,60}\s+` },
  { programs: 'net use', option: String.raw`(?:[A-Z]:\s+)?\\\S{1,200}\s+(?!/)` },
  {
    programs:
      'vault (?:operator (?:unseal|rekey|generate-root)|unwrap|login)|cargo login|wandb login|ngrok config add-authtoken|kubeadm token create|ansible-vault encrypt_string',
    option: String.raw`(?:-\S{1,200}\s+){0,6}(?!-)`,
    drawn: true,
  },
  {
    programs: 'vault (?:kv (?:put|patch)|write)',
    option: String.raw`\S{1,200}\s+(?:\S{1,200}\s+){0,6}?[\w-]{1,60}=`,
    drawn: true,
  },
  { programs: 'mc alias', option: String.raw`set\s+\S{1,60}\s+\S{1,200}\s+\S{1,100}\s+` },
  { programs: 'sqlplus|expdp|impdp|rman', option: String.raw`(?=["']?\w{1,60}/)`, after: '/' },
  { programs: 'openssl', option: String.raw`-pass(?:in|out)?\s+pass:` },
  { programs: 'security add-[a-z]+-password', option: String.raw`-w\s+` },
  { programs: 'ssh-keygen', option: String.raw`-[NP]\s+` },
  { programs: 'eyaml encrypt', option: String.raw`-s\s+` },
  {
    programs: 'useradd|usermod|adduser|twine|ncftp[a-z]*|gpg-preset-passphrase|airflow users',
    option: String.raw`-[pP]\s+`,
  },
  {
    programs: 'elasticsearch-users|kcadm.sh|beeline|influx|esxcli|check_[a-z]+',
    option: String.raw`-p\s+`,
    drawn: true,
  },
  { programs: 'k3s|rke2|doctl|k6', option: String.raw`-t\s+`, drawn: true },
  { programs: 'nuget push|dotnet nuget push', option: String.raw`-(?:k|ApiKey)\s+` },
  { programs: 'gh secret set', option: String.raw`(?:-b|--body)(?:=|\s*)` },
  { programs: 'aws ssm put-parameter|az keyvault secret set', option: String.raw`--value[= ]`, drawn: true },
  { programs: 'https?|xh', option: String.raw`(?:-a|--auth)(?:=|\s+)`, drawn: true },
  { programs: 'hey|ab', option: String.raw`-[aA]\s+`, after: ':' },
  { programs: 'hey|ab', option: String.raw`-C\s+`, after: '=' },
  { programs: 'etcdctl user add', option: String.raw`(?!-)`, after: ':' },
  { programs: 'bundle config', option: String.raw`(?:set\s+)?(?:--[a-z]{1,20}\s+)?\S{1,100}\s+`, after: ':' },
  {
    programs: '(?:poetry|composer) config',
    option: String.raw`(?:http-basic\.\S{1,100}\s+\S{1,100}|(?:pypi-token|github-oauth|gitlab-token|bearer)\.\S{1,100})\s+`,
  },
  { programs: 'mosquitto_passwd', option: String.raw`-b\s+\S{1,200}\s+\S{1,100}\s+` },
  { programs: 'virsh set-user-password', option: String.raw`\S{1,100}\s+\S{1,100}\s+` },
  { programs: 'wpa_passphrase', option: String.raw`\S{1,100}\s+` },
  { programs: 'iwconfig', option: String.raw`key\s+(?:s:)?` },
  { programs: 'unrar|rar', option: '-h?p' },
  { programs: 'qpdf', option: String.raw`--encrypt\s+` },
  { programs: 'pdftk', option: String.raw`(?:input|user|owner)_pw\s+` },
  {
    programs: 'salt',
    option: String.raw`\w{1,30}\.(?:user_chpass|set_password|user_create)\s+\S{1,100}\s+\S{1,100}\s+`,
  },
  { programs: 'swaks', option: String.raw`-ap\s+` },
  { programs: 'winrs|mstsc', option: '[-/]p:' },
];

/**
 * Whatever the program: an option of one letter beside that of a user, where it was drawn by chance. `-u admin -p …`; `login bob -p …`.
 */
const BESIDE_USER =
  /(?:\s(?:-u|-U|-x|-au|--user(?:name)?|--login|--admin-user|useradd|add-user)[= ]\s{0,3}(?!-)|\s(?:useradd|add-user|login)\s)[^\s;|&]{1,100}\s(?:[^\n;|&]{0,200}?\s)?(?:-p|-P|-pw|-w|\/p:)\s{0,3}["']?([^\s"']{8,200})/g;
/** A token in the place of a user who needs no password: `curl -u sk_…:`. */
const TOKEN_AS_USER = /\bcurl\s(?:[^\n;|&]{0,1000}\s)?-u\s{0,3}["']?([^\s"':]{12,200}):["']?(?=\s|$)/g;

/** The program alone, with a path before it or not. */
const BEGIN = String.raw`(?:^|[\s/"'\x60(;|&])`;

// A value has an end: what is repeated without one fills the stack of regular expressions.
const PATTERNS = OPTIONS.map(({ programs, option, after, drawn }) => ({
  after,
  drawn,
  pattern: new RegExp(
    String.raw`${BEGIN}(?:${programs})(?:\.exe)?(?=\s)(?:[^\n;|&]{0,2000}?\s)${option}(?:"([^"]{1,10000})"|'([^']{1,10000})'|(\S{1,100000}))`,
    'g',
  ),
}));

const PROGRAMS = OPTIONS.map(({ programs }) => programs).join('|');
const PROGRAM = new RegExp(String.raw`${BEGIN}(?:${PROGRAMS})(?:\.exe)?\s`);

/** One of the programs, sticky; in a list that was printed too. */
export const PROGRAM_AT = new RegExp(String.raw`(?<=^|[\s/"'\x60(;|&])(?:${PROGRAMS})(?:\.exe)?(?=\s|['"],)`, 'y');

/** What the names of the programs begin with, two characters or more; parts of names are among them. */
export const PROGRAM_WORDS: readonly string[] = [
  ...new Set(
    [...`|${PROGRAMS}`.matchAll(/(?:\||\(\?:)([\w -]*)([?*]?)/g)]
      .map(([, letters = '', optional]) => (optional === '' ? letters : letters.slice(0, -1)))
      .filter((letters) => letters.length > 1),
  ),
];

/** `text`: a command line, or a text in which one stands. */
export function findProgramOptions(given: string): readonly Find[] {
  // A list that was printed: `['mysql', '-psecret']`.
  const text = /['"],/.test(given) ? given.replace(/(['"]), ?\1/g, (between) => ' '.repeat(between.length)) : given;
  const finds: Find[] = [];
  const beside = / -(?:p|P|pw|w)\b|\/p:/.test(text) ? [...text.matchAll(BESIDE_USER)] : [];
  const tokens = text.includes('curl') ? [...text.matchAll(TOKEN_AS_USER)] : [];
  for (const match of [...beside, ...tokens]) {
    const [whole, value = ''] = match;
    const start = match.index + whole.lastIndexOf(value);
    if (isDrawnValue(value)) finds.push({ rule: 'key', name: null, start, end: start + value.length });
  }
  if (!PROGRAM.test(text)) return finds;
  for (const { after, drawn, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [whole, double, single, bare = ''] = match;
      // The quote closes what the command stands in.
      const value = double ?? single ?? withoutEnd(bare, `"'`);
      const from = after === undefined ? 0 : value.indexOf(after) + 1;
      const secret = value.slice(from);
      if ((after !== undefined && from === 0) || !isMaskable(secret) || secret.startsWith('-')) continue;
      if (drawn === true && !isDrawnValue(secret)) continue;
      const end = match.index + whole.lastIndexOf(value) + value.length;
      finds.push({ rule: 'key', name: null, start: end - secret.length, end, onlyHere: !isNoWord(secret) });
    }
  }
  return finds;
}
