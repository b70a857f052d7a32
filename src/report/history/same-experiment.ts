/** Several journals of one experiment are its runs: recognised by the title, and across a change of title by the definition. */
import { compareText } from '../compare-text.js';
import type { Instant } from '../types.js';
import { EMPTY_DEFINITION } from './definition-form.js';

/** What makes journals runs of one experiment. */
export interface RunKeys {
  readonly title: string;
  /** Digest of the definition, which the title is no part of. */
  readonly definition: string;
  /** Null where the journal does not say. */
  readonly start: Instant | null;
}

/**
 * Puts runs of one experiment together: lists of indexes, each from the first run to the last.
 *
 * Equal titles (but for case) are one experiment. Under another title it goes on where the last run under the old one and
 * the first under the new one have the same definition and follow each other: of two titles that were run side by side,
 * neither is the other's old name.
 *
 * @param runs In any order; `file` tells equal starts apart.
 */
export function groupRuns(runs: readonly (RunKeys & { readonly file: string })[]): number[][] {
  const at = (index: number): string => runs[index]?.start ?? '9';
  const order = runs
    .map((_, index) => index)
    .sort((a, b) => compareText(at(a), at(b)) || compareText(runs[a]?.file ?? '', runs[b]?.file ?? ''));
  const byTitle = new Map<string, number[]>();
  for (const index of order) {
    const key = titleKey(runs[index], index);
    const known = byTitle.get(key);
    if (known) known.push(index);
    else byTitle.set(key, [index]);
  }
  // Groups by their first run: whatever could have been an earlier name comes earlier.
  const groups: number[][] = [];
  const ended = new Map<string, number[]>();
  for (const group of byTitle.values()) {
    const first = runs[group[0] ?? 0];
    const before = first && first.definition !== EMPTY_DEFINITION ? ended.get(first.definition) : undefined;
    const known = before && first?.start && at(before.at(-1) ?? 0) < first.start ? before : undefined;
    if (known) {
      ended.delete(first?.definition ?? '');
      for (const index of group) known.push(index);
    } else groups.push(group);
    const whole = known ?? group;
    ended.set(runs[whole.at(-1) ?? 0]?.definition ?? '', whole);
  }
  return groups;
}

/** What tells experiments apart: the title; without one the definition; without that too, `index`, for it is like no other. */
export function titleKey(run: Pick<RunKeys, 'title' | 'definition'> | undefined, index: number): string {
  const title = run?.title.trim().toLowerCase() ?? '';
  if (title !== '') return `title ${title}`;
  return run && run.definition !== EMPTY_DEFINITION ? `definition ${run.definition}` : `alone ${index}`;
}
