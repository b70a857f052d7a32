/** The sections that somebody named → the sections that are composed: those that hold them included. */
import type { SectionChoice } from './settings.js';

/** Parts of an experiment's chapter. */
const PARTS = ['definition', 'result', 'outputs'] as const satisfies readonly SectionChoice[];

/** The summary is always in. A part brings its chapter with it, and a chapter named alone brings all its parts. */
export function chosenSections(named: Iterable<SectionChoice>): ReadonlySet<SectionChoice> {
  const chosen = new Set<SectionChoice>(['summary', ...named]);
  if (PARTS.some((part) => chosen.has(part))) chosen.add('experiments');
  else if (chosen.has('experiments')) for (const part of PARTS) chosen.add(part);
  return chosen;
}
