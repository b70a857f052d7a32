/** Names of the closed sets, in words. */
import type {
  ActivityKind,
  ActivityResult,
  Outcome,
  Phase,
  ProbeCheck,
  SteadyStatus,
  Verdict,
} from '../../report/types.js';
import type { StatusInline, StatusName } from '../types.js';
import { status } from '../inline.js';

/** The words of the verdicts. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  deviated: 'deviated',
  failed: 'failed',
  'not-tested': 'not tested',
  aborted: 'aborted',
  interrupted: 'interrupted',
  inconclusive: 'inconclusive',
  exploratory: 'exploratory',
  'dry-run': 'dry run',
  held: 'held',
};

/** What each verdict means, for the key. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  deviated: 'out of tolerance, or not measurable, after or during the method',
  failed: 'the run itself failed; no deviation was seen',
  'not-tested': 'not met, or not measurable, before the method',
  aborted: 'stopped by the tool; no deviation was seen',
  interrupted: 'stopped from outside; no deviation was seen',
  inconclusive: 'there is a hypothesis, but nothing was verified after or during the method',
  exploratory: 'there is no hypothesis, or it has no probes',
  'dry-run': 'nothing, or only a part, was exercised',
  held: 'verified after or during the method, and never violated',
};

/** A verdict as a status, in its word. */
export function verdictStatus(verdict: Verdict): StatusInline {
  return status(verdict, VERDICT_WORDS[verdict]);
}

/** The status of an activity: the journal's own word where it is none of the known ones. */
export function outcomeStatus({
  outcome,
  status: written,
  end,
  dry,
}: Pick<ActivityResult, 'outcome' | 'status' | 'end' | 'dry'>): StatusInline {
  if (dry) return status('dry-run', `${written ?? 'no status'} (dry)`);
  const marks: Readonly<Record<Outcome, StatusName>> = {
    succeeded: 'succeeded',
    failed: 'failed',
    skipped: 'skipped',
    aborted: 'aborted',
    'no-end': 'no-end',
    other: 'not-known',
  };
  // Without a status, an end is when the activity was cut off.
  const word = outcome === 'no-end' ? (end ? 'cut off' : 'no end') : (written ?? outcome);
  return status(marks[outcome], word);
}

/** Whether a probe was in tolerance; `True` and `False` as the sample has them. */
export function checkStatus(state: ProbeCheck['state']): StatusInline {
  switch (state) {
    case 'met':
      return status('met', 'True');
    case 'not-met':
      return status('not-met', 'False');
    case 'not-measured':
      return status('failed', 'not measured');
    case 'not-evaluated':
      return status('not-evaluated', 'not evaluated');
  }
}

export const STEADY_WORDS: Readonly<Record<SteadyStatus, string>> = {
  met: 'verified',
  'not-met': 'not met',
  'not-run': 'not checked',
};

export const KIND_WORDS: Readonly<Record<ActivityKind, string>> = {
  action: 'Action',
  probe: 'Probe',
  activity: 'Activity',
};

/** `action`, `probe`, for sentences. */
export function kindNoun(kind: ActivityKind): string {
  return KIND_WORDS[kind].toLowerCase();
}

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  before: 'before the run',
  during: 'during the run',
  method: 'in the method',
  after: 'after the run',
  rollback: 'in the rollbacks',
};

/** A name, or what to say where a journal has none. */
export function named(name: string, what: string): string {
  return name === '' ? `(${what} without a name)` : name;
}

const TITLE_LIMIT = 60;

/** The title of an experiment beside what is told of it: its first words. */
export function shortTitle(title: string): string {
  const whole = named(title, 'an experiment');
  return whole.length <= TITLE_LIMIT ? whole : `${whole.slice(0, TITLE_LIMIT).replace(/\s+\S*$/, '')}…`;
}
