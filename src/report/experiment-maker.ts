/** Journals → their experiments, masked, with what people know besides; and the text of the masked journals. */
import type { Journal, JournalRoot } from '../journal/types.js';
import { buildExperiment } from './build-experiment.js';
import type { CollectSettings } from './collect-settings.js';
import { identify } from './identify.js';
import { journalText } from './journal-text.js';
import { maskedParts } from './masked-parts.js';
import { DEFAULT_MASKING } from './masking/own-rules.js';
import type { Shown } from './sidecar/match.js';
import { withSidecar } from './sidecar/with-sidecar.js';
import type { Experiment } from './types.js';
import { NO_VARIABLES } from './variables.js';

/** Makes the same of a journal each time. */
export interface ExperimentMaker {
  /** The experiment of a journal. `id`: its name in the report. */
  made(journal: Journal, id: string): Experiment;
  /** An experiment of a report that was read back, under another name. */
  recalled(experiment: Experiment, id: string): Experiment;
  /** The JSON text of a journal of which an experiment was made, without its secrets, piece by piece. */
  maskedText(journal: Journal): Iterable<string>;
}

/** `shown`: how names are masked. */
export function experimentMaker(settings: CollectSettings, shown: Shown): ExperimentMaker {
  const { variables = NO_VARIABLES, masking = DEFAULT_MASKING, evidence = null, sidecars = [] } = settings;
  /** Journals as they may be shown, for as long as they stay as they were read. */
  const roots = new WeakMap<Journal, JournalRoot>();
  return {
    made(journal, id) {
      const parts = maskedParts(journal, variables, masking, evidence);
      roots.set(journal, parts.root);
      return withSidecar(buildExperiment(journal, parts, id, variables), journal.file, sidecars, shown);
    },
    recalled(experiment, id) {
      return identify(withSidecar(experiment, experiment.source.file, sidecars, shown), id);
    },
    maskedText(journal) {
      const root = roots.get(journal);
      if (root === undefined) throw new Error(`${journal.file} was not added.`);
      return journalText(root);
    },
  };
}
