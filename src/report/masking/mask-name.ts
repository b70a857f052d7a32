/**
 * The name of a file → the same name without the secrets that it says by itself: tokens of known forms, `token=…`, what rules of
 * the user's own find. Names of files that are no journals have nothing else to be known by.
 */
import { findInText } from './find-in-text.js';
import { keeperOf, type MaskingSettings } from './own-rules.js';

/** What stands in the place of a secret that is of no journal, and so has no number. */
const NAMELESS_MASK = '‹secret›';

/** Masks a name, or a text that has names in it. */
export function maskName(name: string, { off, rules }: MaskingSettings): string {
  if (off) return name;
  const isKept = keeperOf(rules.keep);
  const given = rules.mask.flatMap((rule) => (rule.kind === 'value' ? [rule.value] : []));
  const text = given.reduce((left, value) => left.replaceAll(value, NAMELESS_MASK), name);
  const finds = findInText(text, false, rules)
    .filter((find) => !isKept(find.value ?? text.slice(find.start, find.end), find.name))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let masked = '';
  let from = 0;
  for (const { start, end } of finds) {
    // Where secrets overlap, one mask covers them.
    if (start >= from) masked += text.slice(from, start) + NAMELESS_MASK;
    from = Math.max(from, end);
  }
  return masked + text.slice(from);
}
