/** A word → whether it says how a password or a token is, as "required" and "expired" do, and is none. The table is the rule. */

const STATES = new Set([
  ...['absent', 'accepted', 'active', 'bad', 'blank', 'broken', 'changed', 'correct', 'denied', 'different', 'error'],
  ...['exists', 'expires', 'failed', 'failure', 'fails', 'fault', 'forbidden', 'found', 'generated', 'given', 'good'],
  ...[
    'hash',
    'hashed',
    'inactive',
    'incorrect',
    'invalid',
    'known',
    'long',
    'malformed',
    'match',
    'matches',
    'mismatch',
  ],
  ...['missing', 'must', 'needed', 'needs', 'never', 'new', 'none', 'not', 'obsolete', 'okay', 'older', 'outdated'],
  ...['present', 'protected', 'reset', 'revoked', 'rotated', 'rotation', 'safe', 'secure', 'sent', 'set', 'short'],
  ...['stale', 'strong', 'success', 'succeeds', 'successful', 'temporary', 'the', 'this', 'that', 'there', 'their'],
  ...['unauthorized', 'unauthorised', 'unknown', 'unset', 'update', 'valid', 'weak', 'when', 'which', 'will', 'with'],
  ...['without', 'would', 'wrong', 'your', 'yours', 'please', 'policy', 'prompt', 'should', 'cannot', 'could', 'does'],
  ...['authentication', 'authorization', 'verification', 'validation', 'change', 'expiry', 'lookup', 'refresh'],
  ...['example', 'placeholder', 'string', 'value', 'text', 'plain', 'plaintext', 'stdin', 'somebody', 'something'],
]);

/** "expired", "not-required", "unreadable", "checking". */
export function isState(value: string): boolean {
  const words = value.toLowerCase().split(/[^a-z]+/);
  return words.every((word) => STATES.has(word) || /^.{3,}(?:ed|ing|able|ible)$/.test(word) || word.length < 3);
}
