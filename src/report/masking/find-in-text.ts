/** A string of the journal → the secrets that its own words give away. Every rule for text has its line here. */
import type { Find } from './find.js';
import { findHeadersInText } from './headers.js';
import { findAssignments, findOptions, findQuotedPairs } from './pairs.js';
import { findPrivateKeys } from './private-keys.js';
import { findQuerySecrets, findUrlCredentials } from './url-credentials.js';

/** Without one of these in it, no rule finds anything in a text: most strings are done with here. */
const HINT =
  /pass|pwd|pw=|secret|token|cred|auth|cookie|bearer|jwt|key|sig|hmac|sas=|connection.?string|PRIVATE KEY|honeycomb/i;

/** Overlapping finds are possible. `commandLine`: the text is known to be a program's arguments. */
export function findInText(text: string, commandLine: boolean): readonly Find[] {
  if (text.length < 6) return [];
  const address = text.includes('://') ? findUrlCredentials(text) : [];
  if (!HINT.test(text)) return address;
  return [
    ...address,
    ...findQuerySecrets(text),
    ...findHeadersInText(text),
    ...findQuotedPairs(text),
    ...findOptions(text, commandLine),
    ...findAssignments(text),
    ...findPrivateKeys(text),
  ];
}
