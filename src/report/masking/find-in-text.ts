/** A string of the journal → the secrets that its own words give away. Every rule for text has its line here. */
import { findAnswers } from './answered.js';
import { findAsserted } from './asserted.js';
import { findAssignments } from './assignments.js';
import { findInCalls } from './calls.js';
import { coverOf } from './cover.js';
import { findInBase64 } from './encoded.js';
import { shifted, type Find } from './find.js';
import { findTypedCommands } from './getters.js';
import { findHeadersInText } from './headers.js';
import { NO_RULES, type OwnRules } from './own-rules.js';
import { findElements } from './elements.js';
import { findOptions, findQuotedPairs, findStatements } from './pairs.js';
import { findKubernetesSecrets } from './kubernetes.js';
import { findInPasswordFiles } from './password-files.js';
import { findPrivateKeys } from './private-keys.js';
import { findPrinted } from './printed.js';
import { findProgramOptions } from './program-options.js';
import { findInProtocols, findInVaultTables } from './protocols.js';
import { mayBeEscaped, readingsOf, type Reading } from './readings.js';
import { findApart, findBlocks } from './apart.js';
import { nextSpot } from './spot-words.js';
import { findCopies, findInStatements } from './statements.js';
import { stretchesOf, type Stretch } from './stretches.js';
import { findInTables } from './tables.js';
import { findToldSecrets } from './told.js';
import { findToldAbroad } from './told-abroad.js';
import { findTokens } from './token-forms.js';
import { findDatabaseCredentials, findInPaths, findQuerySecrets, findUrlCredentials } from './url-credentials.js';

const NOTHING: readonly Find[] = [];

/** False where no name of a secret stands in a text, nor any other word of a rule. */
export function mayNameSecret(text: string): boolean {
  return nextSpot(text, 0) !== -1;
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
    for (const find of read === text ? inReading : inSource(inReading, read, sourceOf, finds)) finds.push(find);
  }
  return finds;
}

/** Finds in a reading, at their places in the text that was read. What was found without reading the escapes covers what is found with them. */
function inSource(
  inReading: readonly Find[],
  read: string,
  sourceOf: Reading['sourceOf'],
  known: readonly Find[],
): readonly Find[] {
  if (inReading.length === 0) return inReading;
  const placed = inReading.map((find): Find => {
    const [start, end] = sourceOf(find.start, find.end);
    return { ...find, start, end, value: find.value ?? read.slice(find.start, find.end) };
  });
  const cover = coverOf([...known, ...placed].map(({ start }) => start));
  for (const { start, end } of known) cover.add(start, end);
  return placed.filter(({ start, end }) => {
    if (cover.covers(start, end)) return false;
    cover.add(start, end);
    return true;
  });
}

/** What is found in a text as it is, and in what stands in it in base64. */
function findPlainly(text: string, commandLine: boolean): readonly Find[] {
  const finds = findAsRead(text, commandLine);
  const encoded = findInBase64(text, (one) => findAsRead(one, false));
  return encoded.length === 0 ? finds : [...finds, ...encoded];
}

/** What is found in a text whose escapes mean nothing. `stretches`: where words of rules stand in it. */
export function findAsRead(
  text: string,
  commandLine: boolean,
  stretches: readonly Stretch[] = stretchesOf(text),
): readonly Find[] {
  // The rules that know a name come first: of several finds of one secret it is the first that is told.
  return [
    ...(stretches.length === 0 ? NOTHING : findAroundNames(text, stretches, commandLine)),
    ...(text.includes('@') || text.includes('://') ? findInAddresses(text) : NOTHING),
    ...(stretches.length === 0
      ? NOTHING
      : around(stretches, findProgramOptions, findInProtocols, findInStatements, findInCalls, findInPaths)),
    ...findInVaultTables(text),
    ...findCopies(text),
    ...findPrivateKeys(text),
    ...findKubernetesSecrets(text),
    ...findInPasswordFiles(text),
    ...(stretches.length === 0 ? NOTHING : around(stretches, findTokens)),
  ];
}

function findAroundNames(text: string, stretches: readonly Stretch[], commandLine: boolean): readonly Find[] {
  return [
    ...around(stretches, findQuerySecrets, findHeadersInText),
    ...findQuotedPairs(text, stretches),
    ...findOptions(text, stretches, commandLine),
    ...around(stretches, findAssignments),
    ...(text.includes('</') ? around(stretches, findElements) : NOTHING),
    ...around(stretches, findStatements, findApart),
    ...findBlocks(text),
    ...around(stretches, findToldSecrets, findToldAbroad),
    ...findInTables(text),
    ...around(stretches, findPrinted, findAsserted, findAnswers, findTypedCommands),
  ];
}

function findInAddresses(text: string): readonly Find[] {
  return [...findUrlCredentials(text), ...findDatabaseCredentials(text)];
}

/** What rules find that look around their words by themselves, and no further than a stretch goes. */
function around(
  stretches: readonly Stretch[],
  ...rules: readonly ((text: string) => readonly Find[])[]
): readonly Find[] {
  return rules.flatMap((rule) =>
    stretches.flatMap(({ start, text }) => (start === 0 ? rule(text) : shifted(rule(text), start))),
  );
}
