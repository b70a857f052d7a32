/** Findings about activities of the method and rollbacks, in words. */
import type { Finding } from '../../report/types.js';
import { inlines } from '../inline.js';
import { amount, cutOff, failed, listed, message, nameOf, namesOf, words } from './finding-phrases.js';
import type { FindingWords } from './finding-words.js';
import { skipWords } from './skip.js';

export const ACTIVITY_FINDINGS: Readonly<Record<string, FindingWords>> = {
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
  'rollback-cut-off': {
    status: 'no-end',
    word: ({ after }) => (typeof after === 'number' ? 'cut off' : 'no end'),
    when: 'A rollback was started and has no status: the run was stopped in it.',
    sentence: ({ detail, linked }) =>
      inlines('The rollback ', linked(nameOf(detail)), ` ${cutOff(detail)}; what it should undo may still be there.`),
    next: 'Finish by hand what the rollback had begun.',
  },
  'rollback-skipped': {
    status: 'skipped',
    word: 'not run',
    when: 'Rollbacks were declared but not run, after the method had started.',
    sentence: ({ detail, linked }) =>
      inlines(
        namesOf(detail).length === 1 ? 'The rollback ' : 'The rollbacks ',
        linked(listed(namesOf(detail))),
        ` ${namesOf(detail).length === 1 ? 'was' : 'were'} declared but not run${skipWords(words(detail.reason))}.`,
      ),
    next: 'Check whether what should have been undone is still in place; “--rollback-strategy always” runs rollbacks after every run.',
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
  'http-error': {
    status: 'failed',
    word: 'refused',
    when: 'An action or rollback was answered with an HTTP error, and the journal counts it as succeeded.',
    sentence: ({ detail, linked }) =>
      inlines(
        detail.phase === 'rollback' ? 'The rollback ' : '',
        linked(nameOf(detail)),
        ` was answered with HTTP status ${words(detail.code)}; the journal counts it as succeeded, and ${inVain(detail)}.`,
      ),
    next: 'Look at the answer in the output, fix the call, and run the experiment again.',
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
  'no-end': {
    status: 'no-end',
    word: ({ after }) => (typeof after === 'number' ? 'cut off' : 'no end'),
    when: 'An activity of the method was started and has no status: the run was stopped in it.',
    sentence: ({ detail, linked }) => inlines(linked(nameOf(detail)), ` ${cutOff(detail)}.`),
    next: 'Check what it had changed by then, and whether anything it started still runs; the log of the run may say what stopped it.',
  },
  'probe-failed': {
    status: 'failed',
    word: 'failed',
    when: 'A probe of the method could not be run. Failures with the same root cause are one finding.',
    sentence: ({ detail, linked, evidence }) => inlines(failed(detail, linked, evidence.length), '.'),
    next: 'Where the fault is meant to make a probe fail, say so in the description; elsewhere, fix the probe.',
  },
  'exit-code': {
    status: 'warning',
    word: 'exit code',
    when: 'A process ended with an exit code other than 0, and the journal counts it as succeeded.',
    sentence: ({ detail, linked }) =>
      inlines(
        detail.phase === 'rollback' ? 'The process of the rollback ' : 'The process of ',
        linked(nameOf(detail)),
        ` ended with exit code ${words(detail.code)}${message(detail.stderr)}; the journal counts it as succeeded${detail.kind === 'action' ? `, and ${inVain(detail)}` : ''}.`,
      ),
    next: 'Read its stderr to see what went wrong. The Chaos Toolkit looks at an exit code only where the tolerance of a probe in the hypothesis does.',
  },
  'tolerance-not-checked': {
    status: 'not-evaluated',
    word: 'not checked',
    when: 'An activity of the method declares a tolerance, which the tool does not look at.',
    sentence: ({ detail, linked }) =>
      inlines(
        'The tolerance of ',
        linked(listed(namesOf(detail))),
        ' was not checked: the Chaos Toolkit checks tolerances in the hypothesis only.',
      ),
    next: 'If the value matters, check it with a probe of the hypothesis.',
  },
};

/** What an answer that is an error puts in doubt. */
function inVain({ phase }: Finding['detail']): string {
  return phase === 'rollback' ? 'nothing may have been undone' : 'the fault may not have been injected';
}
