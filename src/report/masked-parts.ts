/** A journal and the evidence it names → both as they may be shown: masked as one tree, or left as they are. */
import type { Journal, JournalRoot } from '../journal/types.js';
import { maskName } from './masking/mask-name.js';
import { maskJournal, type MaskedJournal } from './masking/mask-journal.js';
import type { MaskingSettings } from './masking/own-rules.js';
import type { FoundFile } from './metrics/collect-metrics.js';
import { readEvidence, type EvidenceFolder } from './metrics/evidence.js';
import { takeTexts, withTexts } from './metrics/evidence-texts.js';
import { givenSecrets, outsideValues, variablesOf, type VariableSettings } from './variables.js';

/** A masked journal, and the files of evidence that it names. */
export interface MaskedParts extends MaskedJournal {
  readonly files: readonly FoundFile[];
}

/** Masks a journal; where it names files of evidence, once more with their texts. */
export function maskedParts(
  journal: Journal,
  variables: VariableSettings,
  masking: MaskingSettings,
  evidence: EvidenceFolder | null,
): MaskedParts {
  const mask = (root: JournalRoot): MaskedJournal =>
    masking.off ? unmasked({ ...journal, root }) : masked({ ...journal, root }, variables, masking);
  const alone = mask(journal.root);
  const files = evidence ? readEvidence(alone.root, evidence, variablesOf(alone.root, variables, alone.hidden)) : [];
  if (files.length === 0) return { ...alone, files };
  const together = mask(withTexts(journal.root, files));
  return { ...together, ...takeTexts(together.root, files) };
}

function masked({ root, file }: Journal, variables: VariableSettings, masking: MaskingSettings): MaskedJournal {
  const { rules } = masking;
  const given = givenSecrets(root, variables);
  const { file: name, ...rest } = maskJournal(root, { file, given, rules, outside: outsideValues(root, variables) });
  return { ...rest, file: maskName(name, masking) };
}

function unmasked({ root, file }: Journal): MaskedJournal {
  return { root, file, redactions: [], hidden: new Set() };
}
