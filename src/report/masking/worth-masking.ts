/** A value that a rule points at → whether to mask it there, and whether to look for it everywhere else. */
import { readsAsWords } from './reads-as-words.js';

/** Settings, placeholders and masks of others: nothing is hidden by hiding these. */
const NOT_SECRET = new Set([
  ...['true', 'false', 'null', 'none', 'nil', 'undefined', 'yes', 'no', 'on', 'off', 'n/a', 'na', 'unknown', 'unset'],
  ...['enabled', 'disabled', 'required', 'optional', 'default', 'empty', 'deleted', 'include', 'omit', 'same-origin'],
  ...[
    'basic',
    'bearer',
    'digest',
    'negotiate',
    'ntlm',
    'oauth',
    'oauth2',
    'token',
    'password',
    'apikey',
    'api_key',
    'jwt',
  ],
  ...['redacted', '[redacted]', '(redacted)', '[filtered]', '[hidden]', '[masked]', 'hidden', 'masked', 'omitted'],
  ...['env', 'vault', 'file', 'str', 'string', 'int', 'secret', 'ok', 'up', 'down', 'healthy', 'unhealthy'],
]);

/**
 * Masked where they stand, and not looked for: words so common that the report would be full of holes. The journal's
 * own vocabulary is among them, for a report cannot be made without it.
 */
const COMMON = new Set([
  ...['admin', 'administrator', 'root', 'user', 'username', 'guest', 'test', 'tester', 'demo', 'example', 'changeme'],
  ...['localhost', 'postgres', 'postgresql', 'mysql', 'mariadb', 'mongo', 'mongodb', 'redis', 'rabbitmq', 'elastic'],
  ...['docker', 'kubernetes', 'minikube', 'cluster', 'production', 'staging', 'development', 'service', 'internal'],
  ...['anonymous', 'public', 'private', 'master', 'main', 'http', 'https', 'json', 'text', 'html', 'value', 'name'],
  ...['probe', 'action', 'activity', 'python', 'process', 'experiment', 'hypothesis', 'steady', 'method', 'rollback'],
  ...[
    'rollbacks',
    'succeeded',
    'failed',
    'completed',
    'aborted',
    'interrupted',
    'skipped',
    'success',
    'failure',
    'error',
  ],
  ...['high', 'medium', 'low', 'regex', 'range', 'jsonpath', 'status', 'start', 'end', 'duration', 'output', 'body'],
  ...['headers', 'stdout', 'stderr', 'arguments', 'provider', 'configuration', 'secrets', 'controls', 'actions'],
  ...['probes', 'activities', 'pause', 'pauses', 'before', 'after', 'during', 'get', 'post', 'put', 'patch', 'delete'],
  ...[
    'backend',
    'frontend',
    'database',
    'payment',
    'payments',
    'checkout',
    'orders',
    'customer',
    'application',
    'server',
  ],
  ...[
    'client',
    'monitoring',
    'grafana',
    'prometheus',
    'gateway',
    'worker',
    'primary',
    'secondary',
    'replica',
    'leader',
  ],
  ...['default', 'kube-system', 'kube-public', 'namespace', 'sandbox', 'preprod', 'prod', 'stage', 'debug', 'info'],
  ...['chaos', 'toolkit', 'chaostoolkit', 'chaoslib', 'available', 'running', 'pending', 'deployment', 'message'],
]);

/** As common as those words: versions and IPv4 addresses, this machine, regions of clouds, ports, years and counts. */
const COMMON_FORM =
  /^(?:v?\d{1,5}(?:\.\d{1,5}){0,3}(?::\d{1,5})?|(?:https?:\/\/)?localhost(?::\d{1,5})?\/?|[a-z]{2}(?:-[a-z]+){1,2}-?\d[a-z]?)$/;

/** Fields of the journal that may never be renamed, lest their parts are not found any more. */
const FIELDS = new Set([
  ...['chaoslib-version', 'platform', 'node', 'experiment', 'start', 'end', 'duration', 'status', 'deviated', 'run'],
  ...[
    'rollbacks',
    'steady_states',
    'steady_state_met',
    'steady-state-hypothesis',
    'tolerance_met',
    'tolerance',
    'activity',
  ],
  ...[
    'contributions',
    'configuration',
    'description',
    'extensions',
    'background',
    'exception',
    'provider',
    'arguments',
  ],
  ...[
    'hypothesis',
    'interrupted',
    'secrets',
    'controls',
    'version',
    'probes',
    'method',
    'headers',
    'timeout',
    'runtime',
  ],
]);

/** From this length on a secret is looked for inside longer strings. */
export const LONG = 8;

/** From this length on so is one that is no word, where no letters or digits touch it; a shorter one only as a whole value. */
export const SHORT = 5;

/** Characters of the longest text that may stand in the place of a secret. */
const LONGEST_PLACEHOLDER = 5000;

/** False for what stands in the place of a secret and is none: `${token}`, `***`, `<your key>`, `true`, nothing. */
export function isMaskable(value: string): boolean {
  const text = value.trim();
  if (text === '' || NOT_SECRET.has(text.toLowerCase())) return false;
  // No placeholder is that long, and patterns that go over all of a text would overflow their stack in one of megabytes.
  if (text.length > LONGEST_PLACEHOLDER) return !/^([*•.xX#_-])\1+$/.test(text.slice(0, LONGEST_PLACEHOLDER));
  if (/^([*•.xX#_-])\1*$/.test(text)) return false;
  if (/^(<[^<>]*>|\{\{.*\}\}|\{[\w.]*\}|%\(\w+\)\w?|%[A-Za-z]|%[A-Za-z_]+\d?%|\$\(.*\)|‹secret(?: \d+)?›)$/.test(text))
    return false;
  if (isPath(text) || (/^\$[A-Za-z_]\w*$/.test(text) && readsAsWords(text))) return false;
  return !text.includes('${') || /[\p{L}\p{N}]{3}/u.test(text.replace(/\$\{[\w.:/ -]*\}/g, ' '));
}

/** True where finding the same text elsewhere means that the secret stands there too. */
export function isHuntable(value: string): boolean {
  const text = value.trim();
  if (text.length < 3 || COMMON_FORM.test(text)) return false;
  return !COMMON.has(text.toLowerCase()) && !NOT_SECRET.has(text.toLowerCase());
}

/** True for what is neither a word nor a small number: "hunter2", "p@ss!", "482193". */
export function isNoWord(text: string): boolean {
  return /\d/.test(text) ? /[A-Za-z]/.test(text) || /\d{6}/.test(text) : /[^\w\s.:/,;()'"-]/.test(text);
}

/** Where a secret is kept, such as `/run/secrets/db` or `~/.ssh/id_rsa`, is none; nor is the working directory, `PWD`. */
function isPath(text: string): boolean {
  const [root = '', ...names] = text.split(/[/\\]/);
  return (
    /^(|~|\.\.?|[A-Z]:)$/.test(root) &&
    names.length >= 2 &&
    names.every((name) => /^[\w.@ +-]*$/.test(name) && !looksRandom(name)) &&
    // A key in base64 may begin with a slash too, but not with a word between two.
    (names.every((name) => name.length < 3) || isWord(names[0] ?? ''))
  );
}

/** `.ssh`, `Users`, `a.pem`. */
function isWord(name: string): boolean {
  return /^\.?[A-Za-z]?[A-Z]?[a-z_-]+\d*(?:\.\w+)?$/.test(name) && readsAsWords(name);
}

/** True for a key that keeps its name whatever it holds. */
export function isField(key: string): boolean {
  return FIELDS.has(key);
}

/** True for text that nobody would write as a word: 12 characters or more, with letters and digits and no spaces. */
export function looksRandom(value: string): boolean {
  return value.length >= 12 && /\d/.test(value) && /[A-Za-z]/.test(value) && !/\s/.test(value);
}

/** Letters and three different marks that stand together in no program and no sentence. */
function isFullOfMarks(value: string): boolean {
  return /[A-Za-z]/.test(value) && new Set(value.slice(0, LONGEST_PLACEHOLDER).match(/[$@!#%^&*~|?+<>]/g)).size > 2;
}

/** Like that, and where a name says that it is a secret: eight digits, or letters and digits that read like no words. */
export function looksDrawn(value: string): boolean {
  if (looksRandom(value)) return true;
  if (value.length < 8 || /\s/.test(value)) return false;
  if (isFullOfMarks(value)) return true;
  // Brackets and quotes are of programs, unless there is about everything else too.
  if (/["'`()[\]{}<>,;]/.test(value))
    return /\d/.test(value) && /[A-Za-z]/.test(value) && /[$@!#%^&*+~|?\\]/.test(value);
  // Digits, or an hexadecimal number.
  if (/^[\da-f]+$/i.test(value) && /\d{3}/.test(value)) return true;
  // 7QruH2JAs: no name changes between letters and digits so often.
  const changes = (value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g) ?? []).length;
  return changes > 2 || (/[A-Za-z]/.test(value) && !readsAsWords(value));
}
