/** Rules of the people who make the report: what to mask beside what is found, and what to leave although it is found. */

/** One rule: a text, a form of texts, a place, or a name. */
export type OwnRule =
  /** A whole value. */
  | { readonly kind: 'value'; readonly value: string; readonly name: string | null }
  /** Where in a text the pattern matches; for what is kept it has to match the whole value. */
  | {
      readonly kind: 'pattern';
      readonly find: (text: string) => readonly (readonly [start: number, end: number])[];
      readonly name: string | null;
    }
  /** Everything at and below the places that a JSON path leads to; `isJsonPath` holds for it. */
  | { readonly kind: 'path'; readonly path: string; readonly name: string | null }
  /** The name by which a value was found: a key, header, option or parameter. Only for what is kept. */
  | { readonly kind: 'name'; readonly name: string };

/** What to mask, and what to leave. */
export interface OwnRules {
  readonly mask: readonly OwnRule[];
  readonly keep: readonly OwnRule[];
}

export const NO_RULES: OwnRules = { mask: [], keep: [] };

/** What masking is told beyond the journal. */
export interface MaskingSettings {
  /** Nothing is masked. */
  readonly off: boolean;
  readonly rules: OwnRules;
}

export const DEFAULT_MASKING: MaskingSettings = { off: false, rules: NO_RULES };

/** Whether rules say that a value is no secret. `name`: what it was found by. */
export function keeperOf(rules: readonly OwnRule[]): (value: string, name: string | null) => boolean {
  const values = new Set(rules.flatMap((rule) => (rule.kind === 'value' ? [rule.value] : [])));
  const names = new Set(rules.flatMap((rule) => (rule.kind === 'name' ? [rule.name.toLowerCase()] : [])));
  const patterns = rules.flatMap((rule) => (rule.kind === 'pattern' ? [rule.find] : []));
  return (value, name) =>
    values.has(value.trim()) ||
    (name !== null && names.has(name.toLowerCase())) ||
    patterns.some((find) => find(value).some(([start, end]) => start === 0 && end === value.length));
}
