/**
 * Facts → the text of `report.json`, piece by piece: the head on the first line, then one experiment a line, so that a report
 * of any length can be written, and read back, without being in memory as a whole.
 */
import { factsPieces, factsText } from './facts-text.js';
import type { Experiment, ReportHead } from './types.js';

/** The head, and the beginning of the list of experiments. */
export function textBeforeExperiments(head: ReportHead): string {
  return `{"head":${factsText(head)},\n"experiments":[`;
}

/** `first`: no experiment was written before it. */
export function* textOfExperiment(facts: Experiment, first: boolean): Generator<string> {
  yield first ? '\n' : ',\n';
  yield* factsPieces(facts);
}

export const TEXT_AFTER_EXPERIMENTS = '\n]}\n';
