/** Ids of the places that other places point to. */
import type { Evidence, Phase } from '../report/types.js';

/** The table of all experiments. */
export const MATRIX_ID = 'experiments';

/** The log of masking. */
export const MASKED_ID = 'masked';

/** The heading of an activity, the row of a probe or rollback, or its experiment: where a piece of evidence stands. */
export function evidenceId({ experiment, phase, index }: Evidence): string {
  if (phase === null) return experiment;
  // Samples stand in one table; their section is the place to go to.
  return index === null || phase === 'during' ? `${experiment}-${phase}` : placeId(experiment, phase, index);
}

/** The place of an entry: `e1-method-3`. */
export function placeId(experiment: string, phase: Phase, index: number): string {
  return `${experiment}-${phase}-${index}`;
}

/** Where the output of an entry stands. */
export function outputId(experiment: string, phase: Phase, index: number): string {
  return `${placeId(experiment, phase, index)}-output`;
}

/** A part of an experiment's chapter: `e1-definition`. */
export function partId(experiment: string, part: string): string {
  return `${experiment}-${part}`;
}
