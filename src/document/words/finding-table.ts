/** Every finding in words: what it says, and what to do next. One entry a rule; `docs/findings.md` is made of them. */
import type { JsonValue } from '../../json.js';
import type { Finding } from '../../report/types.js';
import { inlines } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Inline, StatusName } from '../types.js';
import {
  amount,
  causeSuffix,
  cutOff,
  deviation,
  failed,
  listed,
  message,
  nameOf,
  namesOf,
  recovery,
  samplesOf,
  words,
} from './finding-phrases.js';
import { metricMoved } from './metric-moved.js';
import { count, duration, figure } from './quantity.js';
import { outOfTolerance } from './reason.js';
import { instantInRun } from './recovery.js';
import { skipWords } from './skip.js';

/** What is said of the findings of one rule. */
export interface FindingWords {
  /** The mark, and the word beside it. */
  readonly status: StatusName;
  readonly word: string | ((detail: Finding['detail']) => string);
  /** When it is found, for the list of rules. */
  readonly when: string;
  readonly sentence: (finding: Told) => Inline[];
  /** What to do about it. */
  readonly next: string;
}

/** A finding on its way into words. */
export interface Told extends Finding {
  readonly notation: Notation;
  /** Words that lead to the evidence. */
  readonly linked: (words: string) => Inline[];
}

/** The words of each rule. */
export const FINDING_WORDS: Readonly<Record<string, FindingWords>> = {
  deviated: {
    status: 'deviated',
    word: 'deviated',
    when: 'The steady state was not met, or could not be measured, after the method, or during it and not after.',
    sentence: ({ detail, linked, notation }) => inlines(linked(nameOf(detail)), ` ${deviation(detail, notation)}.`),
    next: 'Compare the outputs before and after to see what the fault did; then decide whether to change the system or the tolerance.',
  },
  'violated-during': {
    status: 'deviated',
    word: 'deviated',
    when: 'Samples during the method were out of tolerance, though the steady state was met after it; the journal calls that no deviation.',
    sentence: ({ detail, linked }) =>
      inlines(
        linked(nameOf(detail)),
        ` ${detail.code === 'not-measured-during' ? 'could not be measured' : 'was out of tolerance'} in ${samplesOf(detail)} during the method, though it was met after${detail.deviated === false ? '; the journal says “deviated: false”' : ''}.`,
      ),
    next: 'Decide whether a violation that passes is acceptable: if so, allow for it in the tolerance; if not, fix the system.',
  },
  'recovery-missed': {
    status: 'not-met',
    word: 'missed',
    when: 'The steady state was surely away for longer than the recovery objective of the sidecar allows.',
    sentence: ({ detail, linked }) =>
      inlines(
        'The ',
        linked('recovery objective'),
        ` of ${seconds(detail.objective)} was missed: the steady state was away for ${
          typeof detail.atMost === 'number'
            ? `between ${seconds(detail.atLeast)} and ${seconds(detail.atMost)}`
            : `${seconds(detail.atLeast)} or more`
        }.`,
      ),
    next: 'Look in the timeline for what the time was spent on: noticing the fault, deciding, or coming back.',
  },
  'baseline-not-met': {
    status: 'not-tested',
    word: 'not tested',
    when: 'The steady state was not met, or could not be measured, before the method.',
    sentence: ({ detail, linked, notation }) => {
      const measured = detail.code === 'out-of-tolerance-before';
      const how = measured
        ? outOfTolerance(
            { name: words(detail.name), observed: detail.observed ?? null, tolerance: detail.tolerance ?? null },
            notation,
          )
        : 'could not be measured';
      return inlines(
        linked(nameOf(detail)),
        ` ${how}${causeSuffix(detail)} before anything was done, so nothing was tested.`,
      );
    },
    next: 'Get the system healthy, or fix the probe, and run the experiment again: this run says nothing about the fault.',
  },
  'not-recovered': {
    status: 'not-met',
    word: 'not recovered',
    when: 'The steady state was violated during the method, and no later sample, nor the check after it, met it.',
    sentence: ({ detail, linked }) =>
      inlines(
        'The steady state ',
        linked(`was not met from ${instantInRun(detail.from)} on`),
        ` and in no later sample${detail.after === 'not-run' ? '; it was not checked after the method' : ', nor after the method'}.`,
      ),
    next: 'Check whether the system has recovered since, and what kept it from doing so.',
  },
  recovered: {
    status: 'met',
    word: 'recovered',
    when: 'The steady state was violated during the method, and a later sample met it.',
    sentence: ({ detail, linked }) => inlines('The steady state was ', linked(recovery(detail)), '.'),
    next: 'Compare the time with the recovery objective of the service.',
  },
  'rollback-failed': {
    status: 'failed',
    word: 'failed',
    when: 'A rollback failed.',
    sentence: ({ detail, linked }) =>
      inlines(
        'The rollback ',
        linked(nameOf(detail)),
        ` failed${message(detail.message)}; the system may still be as the experiment left it.`,
      ),
    next: 'Undo by hand what the rollback should have undone, then fix the rollback.',
  },
  'action-failed': {
    status: 'failed',
    word: 'failed',
    when: 'An action of the method failed. Failures with the same root cause are one finding.',
    sentence: ({ detail, linked, evidence }) =>
      inlines(
        failed(detail, linked, evidence.length),
        `; ${amount(detail.of) > amount(detail.failed) ? 'part of ' : ''}the fault may not have been injected.`,
      ),
    next: 'Fix the action and run the experiment again: without its fault a verdict says little.',
  },
  'stopped-by-signal': {
    status: 'interrupted',
    word: (detail) => words(detail.signal) || 'signal',
    when: 'A signal stopped an activity, which the tool records as a failed activity of a run that may be “completed”.',
    sentence: ({ detail, linked }) =>
      inlines(
        linked(nameOf(detail)),
        ` was stopped by ${words(detail.signal)}${detail.status === 'interrupted' ? '' : `, and the journal says “${words(detail.status) || 'completed'}”`}; the fault may not have been injected in full.`,
      ),
    next: 'Run the experiment again without stopping it; in a pipeline, check its time limit.',
  },
  'rollback-skipped': {
    status: 'skipped',
    word: 'not run',
    when: 'Rollbacks were declared and not run, after the method had started.',
    sentence: ({ detail, linked }) =>
      inlines(
        linked(listed(namesOf(detail))),
        ` ${namesOf(detail).length === 1 ? 'was' : 'were'} declared and not run${skipWords(words(detail.reason))}.`,
      ),
    next: 'Check whether what should have been undone is still in place; “--rollback-strategy always” runs rollbacks after every run.',
  },
  'no-end': {
    status: 'no-end',
    word: ({ after }) => (typeof after === 'number' ? 'cut off' : 'no end'),
    when: 'An activity of the method was started and has no status: the run was stopped in it.',
    sentence: ({ detail, linked }) => inlines(linked(nameOf(detail)), ` ${cutOff(detail)}.`),
    next: 'Check what it had already changed, and whether anything it started still runs.',
  },
  'rollback-cut-off': {
    status: 'no-end',
    word: ({ after }) => (typeof after === 'number' ? 'cut off' : 'no end'),
    when: 'A rollback was started and has no status: the run was stopped in it.',
    sentence: ({ detail, linked }) =>
      inlines('The rollback ', linked(nameOf(detail)), ` ${cutOff(detail)}; what it should undo may still be there.`),
    next: 'Finish by hand what the rollback had begun.',
  },
  'probe-failed': {
    status: 'failed',
    word: 'failed',
    when: 'A probe of the method could not be run. Failures with the same root cause are one finding.',
    sentence: ({ detail, linked, evidence }) => inlines(failed(detail, linked, evidence.length), '.'),
    next: 'If the fault is meant to cause that failure, say so in the description; if not, fix the probe.',
  },
  'http-error': {
    status: 'failed',
    word: 'refused',
    when: 'An action or rollback was answered with an HTTP error, and the journal counts it as succeeded.',
    sentence: ({ detail, linked }) =>
      inlines(
        linked(nameOf(detail)),
        ` was answered with HTTP status ${words(detail.code)}; the journal counts it as succeeded, and ${detail.phase === 'rollback' ? 'nothing may have been undone' : 'the fault may not have been injected'}.`,
      ),
    next: 'Look at the answer in the output, fix the call, and run the experiment again.',
  },
  'exit-code': {
    status: 'warning',
    word: 'exit code',
    when: 'A process ended with another exit code than 0, and the journal counts it as succeeded.',
    sentence: ({ detail, linked }) =>
      inlines(
        'The process of ',
        linked(nameOf(detail)),
        ` ended with exit code ${words(detail.code)}${message(detail.stderr)}; the journal counts it as succeeded${detail.kind === 'action' ? ', and the fault may not have been injected' : ''}.`,
      ),
    next: 'Read its stderr; give a probe a tolerance of 0, or let the action raise an error.',
  },
  'probes-not-evaluated': {
    status: 'not-evaluated',
    word: 'not evaluated',
    when: 'After the run the hypothesis stopped at a probe out of tolerance, so that others were not evaluated.',
    sentence: ({ detail, linked }) =>
      inlines(
        linked(`${figure(namesOf(detail).length)} of ${count(amount(detail.probes), 'probe')}`),
        ` of the hypothesis ${namesOf(detail).length === 1 ? 'was' : 'were'} not evaluated after the run: it stops at the first one out of tolerance.`,
      ),
    next: 'Their state after the run is unknown.',
  },
  'tolerance-not-checked': {
    status: 'not-evaluated',
    word: 'not checked',
    when: 'A probe of the method declares a tolerance, which the tool does not look at.',
    sentence: ({ detail, linked }) =>
      inlines(
        'The tolerance of ',
        linked(listed(namesOf(detail))),
        ' was not checked: the Chaos Toolkit checks those of the hypothesis only.',
      ),
    next: 'Move the probe into the hypothesis if its value matters.',
  },
  'unresolved-variables': {
    status: 'not-known',
    word: 'not known',
    when: 'The experiment refers to variables whose values are neither in the journal nor given to the report.',
    sentence: ({ detail, linked }) => {
      const names = namesOf(detail).map((name) => `\${${name}}`);
      return inlines(
        linked(listed(names)),
        ` ${names.length === 1 ? 'stands' : 'stand'} as written: ${names.length === 1 ? 'its value is' : 'their values are'} not in the journal.`,
      );
    },
    next: 'Give the values with “--var NAME=VALUE” or “--var-file FILE”, or “--env” where they are in the environment.',
  },
  'metric-moved': {
    status: 'warning',
    word: 'moved',
    when: 'A series of numbers moved in the fault window, held against what it was before; the two groups of series that moved most.',
    sentence: (finding) => metricMoved(finding, finding.linked),
    next: 'Look at its chart under Metrics; if users feel it, make it a probe of the steady state.',
  },
  clock: {
    status: 'warning',
    word: 'clock',
    when: 'A time lies before the one it should follow, or cannot be read as a time.',
    sentence: ({ detail, linked }) =>
      inlines(
        linked(words(detail.name) || 'The run'),
        detail.code === 'backwards'
          ? ' ends before it starts, by the clock of the machine it ran on.'
          : ' has a time that cannot be read.',
      ),
    next: 'Do not trust durations and the order of events here; check the clock of the machine.',
  },
  'dry-run': {
    status: 'dry-run',
    word: 'dry run',
    when: 'The run was dry: what the journal records as done was not carried out.',
    sentence: ({ detail, linked }) =>
      inlines(
        'A ',
        linked('dry run'),
        `: ${detail.dry === 'actions' ? 'no action was carried out' : detail.dry === 'probes' ? 'no probe was run' : 'nothing was carried out'}.`,
      ),
    next: 'Run the experiment for real to learn something about the system.',
  },
  'secrets-masked': {
    status: 'warning',
    word: 'secrets',
    when: 'The journal holds secrets in clear, which the report masks.',
    sentence: ({ detail }) =>
      inlines(
        `The journal ${words(detail.file)} holds ${count(amount(detail.secrets), 'secret')} in clear; the report masks ${detail.secrets === 1 ? 'it' : 'them'}.`,
      ),
    next: 'Keep the journal as confidential as the secrets, and change them if it was shared.',
  },
};

function seconds(value: JsonValue | undefined): string {
  return duration(amount(value));
}
