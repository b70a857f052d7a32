/** A string of the journal → the secrets that its own words give away. Every rule for text has its line here. */
import { findAssignments } from './assignments.js';
import { findInBase64 } from './encoded.js';
import type { Find } from './find.js';
import { findHeadersInText } from './headers.js';
import { NO_RULES, type OwnRules } from './own-rules.js';
import { findElements } from './elements.js';
import { findOptions, findQuotedPairs, findStatements } from './pairs.js';
import { findKubernetesSecrets } from './kubernetes.js';
import { findInPasswordFiles } from './password-files.js';
import { findPrivateKeys } from './private-keys.js';
import { findPrinted } from './printed.js';
import { findProgramOptions } from './program-options.js';
import { findInProtocols } from './protocols.js';
import { mayBeEscaped, readingsOf } from './readings.js';
import { findApart } from './apart.js';
import { findInTables } from './tables.js';
import { findToldSecrets } from './told.js';
import { findTokens } from './token-forms.js';
import { findDatabaseCredentials, findQuerySecrets, findUrlCredentials } from './url-credentials.js';

/** Without one of these in it, no rule for names finds anything in a text: most strings are done with here. */
const HINT =
  /pass|pwd|pw=|secret|token|cred|auth|cookie|bearer|jwt|key|sig|hmac|sas=|sess|otp|mnemonic|recovery|connection.?string|webhook|identified|honeycomb|psk|community|assertion|samlresp|device_code|code_verifier|\bpw\b|\bpin\b|(?:verification|security|time|recovery|backup|confirmation|login|mfa|2fa) code|[?&]code=|from-literal|\bsid\b|sonar\.login|salt|pepper|senha|wachtwoord|kennwort|contrase|has[lł]o\b|encrypt[ =]/i;

/** Words of protocols and settings that have their own place for a secret. */
const PROTOCOL =
  /\b(?:LOGIN|PASS|AUTH|ACL|PSK|CREDENTIALS|334|rootpw|bindpw|requirepass|addauth|Digest|Hawk|PDO|Cookie|SimpleCookie|chpasswd|stdin)\b|= ?Data ?=|community|_AUTH=|\t(?:TRUE|FALSE)\t/;

/** Shorter texts are no command and no line of a protocol. */
const SHORTEST = 10;

/** False where no rule for names finds anything in a text. */
export function mayNameSecret(text: string): boolean {
  return HINT.test(text);
}

/** Overlapping finds are possible. `commandLine`: the text is known to be a program's arguments. `own`: rules beside ours. */
export function findInText(text: string, commandLine: boolean, own: OwnRules = NO_RULES): readonly Find[] {
  const patterns = own.mask.filter((rule) => rule.kind === 'pattern');
  if (text.length < 6 && patterns.length === 0) return [];
  // Most texts say nothing else when they are read.
  if (patterns.length === 0 && !mayBeEscaped(text)) return findPlainly(text, commandLine);
  const finds: Find[] = [];
  for (const { text: read, sourceOf } of readingsOf(text)) {
    const inReading = [
      ...patterns.flatMap(({ find, name }) =>
        find(read).map(([start, end]): Find => ({ rule: 'own-rule', name, start, end })),
      ),
      ...findPlainly(read, commandLine),
    ];
    if (read === text) finds.push(...inReading);
    for (const find of read === text ? [] : inReading) {
      const [start, end] = sourceOf(find.start, find.end);
      // What was found without reading the escapes covers what is found with them.
      if (finds.some((known) => known.start <= start && known.end >= end)) continue;
      finds.push({ ...find, start, end, value: find.value ?? read.slice(find.start, find.end) });
    }
  }
  return finds;
}

/** What is found in a text as it is, and in what stands in it in base64. */
function findPlainly(text: string, commandLine: boolean): readonly Find[] {
  return [...findAsRead(text, commandLine), ...findInBase64(text, (one) => findAsRead(one, false))];
}

/** The rules that know a name come first: it is their name that is told. */
function findAsRead(text: string, commandLine: boolean): readonly Find[] {
  const hinted = mayNameSecret(text);
  return [
    ...(hinted ? findByName(text, commandLine) : []),
    ...(text.includes('@') || text.includes('://')
      ? [...findUrlCredentials(text), ...findDatabaseCredentials(text)]
      : []),
    ...(commandLine ||
    (text.length > SHORTEST && /[\s'"][-/]|user|unseal|alias|sqlplus|radtest|change_password/.test(text))
      ? findProgramOptions(text)
      : []),
    ...(text.length > SHORTEST && (hinted || PROTOCOL.test(text)) ? findInProtocols(text) : []),
    ...findPrivateKeys(text),
    ...findKubernetesSecrets(text),
    ...findInPasswordFiles(text),
    ...findTokens(text),
  ];
}

function findByName(text: string, commandLine: boolean): readonly Find[] {
  return [
    ...findQuerySecrets(text),
    ...findHeadersInText(text),
    ...findQuotedPairs(text),
    ...findOptions(text, commandLine),
    ...findAssignments(text),
    ...(text.includes('</') ? findElements(text) : []),
    ...findStatements(text),
    ...findApart(text),
    ...findToldSecrets(text),
    ...findInTables(text),
    ...findPrinted(text),
  ];
}
