/** What the rules of masking find. */

/** The rules, by the name that the report gives them. */
export type RuleName =
  'secrets' | 'key' | 'header' | 'url-credentials' | 'private-key' | 'token-form' | 'given' | 'own-rule';

/** What a rule says of a value: why it is a secret, and the name it goes by. */
export interface Reason {
  readonly rule: RuleName;
  /** The key, header, parameter or option; null where there is none. */
  readonly name: string | null;
}

/** A secret inside a text, from `start` up to and not including `end` (UTF-16 code units). */
export interface Find extends Reason {
  readonly start: number;
  readonly end: number;
  /** The secret itself, where the text holds it in an encoded form; else as it stands. */
  readonly value?: string;
  /** Not looked for elsewhere although it is masked here. */
  readonly onlyHere?: boolean;
}

/** The same finds, made in a part of a text that begins at `offset`. */
export function shifted(finds: readonly Find[], offset: number): readonly Find[] {
  return finds.map((find) => ({ ...find, start: find.start + offset, end: find.end + offset }));
}
