/** Facts → how a test case ended: the message first, then what shows it. */
import { exceptionHeadline } from '../../report/exception.js';
import { refusal } from '../../report/doubt.js';
import { culprit } from '../../report/steady-state.js';
import type { ActivityResult, Experiment, Hypothesis, ProbeCheck, SteadyState } from '../../report/types.js';
import type { Notation } from '../settings.js';
import { failedWithoutError, noEndSentence } from '../words/failure.js';
import { firstLine } from '../words/first-line.js';
import { kindNoun, named } from '../words/names.js';
import { count, figure } from '../words/quantity.js';
import { outOfTolerance, reasonText } from '../words/reason.js';
import { visible, visibleLine } from '../words/visible.js';
import type { TestOutcome, TestProblem } from './types.js';

const PASSED: TestOutcome = { kind: 'passed' };

/** Runs that ended before their end are errors, even where no activity is to blame. */
const STOPPED: ReadonlySet<string> = new Set(['failed', 'aborted', 'interrupted']);

/** The run as a whole: whether it came to its end. What it learnt is told by the other cases. */
export function runOutcome({ verdict, status }: Experiment, notation: Notation): TestOutcome {
  const reason = reasonText(verdict, notation);
  if (verdict.verdict === 'dry-run') return skipped(reason);
  const stopped = STOPPED.has(verdict.verdict) ? verdict.verdict : STOPPED.has(status ?? '') ? status : null;
  if (stopped === null) return PASSED;
  return problem('error', stopped, STOPPED.has(verdict.verdict) ? reason : `The journal says “${stopped}”.`);
}

/** The steady state before or after the method. */
export function steadyOutcome(
  state: SteadyState,
  phase: 'before' | 'after',
  { recorded }: Hypothesis,
  notation: Notation,
): TestOutcome {
  if (state.status === 'met') return PASSED;
  if (state.status === 'not-run') {
    return skipped(
      recorded
        ? 'The steady state was not checked.'
        : 'The journal does not record whether the steady state was checked.',
    );
  }
  const found = culprit(state)?.check;
  const lines = state.probes.filter((check) => check !== found).map((check) => probeLine(check, notation));
  return problem(
    phase === 'before' ? 'error' : 'failure',
    typeOf(found),
    found ? probeLine(found, notation) : 'The steady state was not met.',
    [...lines, ...tracebacks(state)],
  );
}

/** All samples during the method. */
export function samplesOutcome({ during }: Hypothesis, notation: Notation): TestOutcome {
  const sampled = during.filter(({ status }) => status !== 'not-run');
  const notMet = sampled.filter(({ status }) => status === 'not-met');
  const [first] = notMet;
  if (!first) return sampled.length > 0 ? PASSED : skipped('Nothing sampled the steady state during the method.');
  const found = culprit(first)?.check;
  const extent = `${figure(notMet.length)} of ${count(sampled.length, 'sample')} ${notMet.length === 1 ? 'was' : 'were'} out of tolerance`;
  return problem(
    'failure',
    typeOf(found),
    found ? `${extent}; the first: ${probeLine(found, notation)}` : `${extent}.`,
    tracebacks(first),
  );
}

/** An activity or a rollback that has an entry. */
export function activityOutcome(result: ActivityResult): TestOutcome {
  const { outcome, exception, status, dry, name, kind } = result;
  if (dry) return skipped('A dry run: it was not carried out.');
  switch (outcome) {
    case 'succeeded': {
      const refused = refusal(result);
      return refused?.by === 'http'
        ? problem(
            'error',
            'http-error',
            `${named(name, kindNoun(kind))} was answered with HTTP status ${String(refused.code)}; the journal counts it as succeeded.`,
          )
        : PASSED;
    }
    case 'skipped':
      return skipped('The journal says that it was skipped.');
    case 'failed': {
      if (exception === null) return problem('error', 'failed', failedWithoutError(result));
      const { type, message } = exceptionHeadline(exception);
      return problem('error', type === '' ? 'failed' : type, headline(type, message), [tracebackText(exception)]);
    }
    case 'no-end':
      return problem('error', 'no-end', noEndSentence(result));
    case 'aborted':
    case 'other':
      return problem(
        'error',
        outcome,
        `The journal says “${status ?? outcome}”.`,
        exception === null ? [] : [tracebackText(exception)],
      );
  }
}

/** Something that was declared and has no entry. */
export function skipped(message: string): TestOutcome {
  return { kind: 'skipped', message: visibleLine(message) };
}

function problem(
  kind: TestProblem['kind'],
  type: string,
  message: string,
  details: readonly string[] = [],
): TestProblem {
  return { kind, type: visibleLine(type), message: visibleLine(message), details: visible(details.join('\n\n')) };
}

function typeOf(check: ProbeCheck | undefined): string {
  return check?.state === 'not-measured' ? 'not-measured' : 'not-met';
}

/** "frontend returned 503 where 200 is expected.", "frontend could not be measured (ConnectionError: refused)." */
function probeLine(check: ProbeCheck, notation: Notation): string {
  const name = check.name === '' ? named('', 'a probe') : `“${check.name}”`;
  switch (check.state) {
    case 'met':
      return `${name} was in tolerance.`;
    case 'not-met':
      return `${name} ${outOfTolerance(check, notation)}.`;
    case 'not-measured': {
      const { type, message } = exceptionHeadline(check.result?.exception ?? '');
      const cause = headline(type, message);
      return `${name} could not be measured${cause === '' ? '' : ` (${firstLine(cause)})`}.`;
    }
    case 'not-evaluated':
      return `${name} was not evaluated.`;
  }
}

function tracebacks({ probes }: SteadyState): string[] {
  return probes.flatMap(({ result }) => (result?.exception ? [tracebackText(result.exception)] : []));
}

function tracebackText(exception: string): string {
  let end = exception.length;
  while (exception[end - 1] === '\n') end--;
  return exception.slice(0, end);
}

/** Class and message on one line. */
function headline(type: string, message: string): string {
  return [type, message].filter((part) => part !== '').join(': ');
}
