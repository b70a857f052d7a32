/** Every finding in words: what it says, and what to do next. One entry a rule; `docs/findings.md` is made of them. */
import type { FindingWords } from './finding-words.js';
import { ACTIVITY_FINDINGS } from './findings-of-activities.js';
import { RUN_FINDINGS } from './findings-of-run.js';
import { STEADY_STATE_FINDINGS } from './findings-of-steady-state.js';

/** The words of each rule. */
export const FINDING_WORDS: Readonly<Record<string, FindingWords>> = {
  ...STEADY_STATE_FINDINGS,
  ...ACTIVITY_FINDINGS,
  ...RUN_FINDINGS,
};
