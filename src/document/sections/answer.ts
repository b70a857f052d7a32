/** The answer: one sentence for a reader with one minute. "In 4 of 6 experiments the system behaved as expected; 1 deviated; …" */
import { VERDICTS, type ExperimentLine, type ReportHead, type Verdict } from '../../report/types.js';
import { inlines, status, strong } from '../inline.js';
import type { Inline, StatusName } from '../types.js';
import { capital, count } from '../words/quantity.js';
import { changesBehind, sharedChange, type Changes, type HeldSince } from './held-since.js';

/** `ofLatestRuns`: the lines are of the latest runs of experiments some of which ran more than once. */
export function answer(head: HeldSince & Pick<ReportHead, 'totals'>, ofLatestRuns = false): Inline[] {
  const { lines, totals } = head;
  const [only] = lines;
  const changed = changesBehind(head, ofLatestRuns);
  if (only && lines.length === 1) return inlines(...alone(only), ...aloneSinceChange(changed), '.');
  const rest = VERDICTS.filter((verdict) => verdict !== 'held' && totals[verdict] > 0);
  const judged = lines.filter(({ verdict }) => !NOTHING_TO_HOLD.has(verdict.verdict));
  const besides = totals.held > 0 && judged.length < lines.length;
  const parts = [
    judged.length === 0
      ? nothingToHold(lines.length)
      : held(totals.held > 0 ? judged : lines, totals.held, ofLatestRuns, changed),
    ...rest.map((verdict) => clause(verdict, totals[verdict], lines, besides && NOTHING_TO_HOLD.has(verdict))),
  ];
  return inlines(...parts.flatMap((part, index) => (index === 0 ? [part] : ['; ', part])), '.');
}

/** Runs of these had nothing to hold, and do not count among those that could. */
const NOTHING_TO_HOLD = new Set<Verdict>(['exploratory', 'dry-run']);

/** None of the runs could say whether the system behaves as expected. */
function nothingToHold(total: number): Inline[] {
  return inlines(
    total === 2 ? 'Neither of ' : 'None of ',
    strong(count(total, 'experiment')),
    ' could show whether the system behaves as expected',
  );
}

/** How many held of those that could, and of how many of them the fault is in doubt. */
function held(
  lines: readonly ExperimentLine[],
  number: number,
  ofLatestRuns: boolean,
  changed: readonly Changes[],
): Inline[] {
  const total = lines.length;
  if (number === 0)
    return inlines('Of ', strong(count(total, 'experiment')), ' none showed the system behaving as expected');
  const which =
    number === total
      ? total === 2
        ? 'both experiments'
        : total === 1
          ? '1\u00a0experiment'
          : `all ${count(total, 'experiment')}`
      : `${number}\u00a0of\u00a0${total}`;
  const start = inlines(
    'In ',
    strong(which),
    number === total ? '' : ' experiments',
    ` the system behaved as expected${ofLatestRuns ? ' in the latest run' : ''}`,
    ...someSinceChange(changed, number),
  );
  const doubted = lines.filter((line) => line.verdict.verdict === 'held' && faultInDoubt(line)).length;
  const but = number === 1 && changed.length > 0 ? ', and' : ', but';
  const undone = lines.filter((line) => line.verdict.verdict === 'held' && rollbackInDoubt(line)).length;
  if (doubted === 0)
    return undone === 0 ? start : inlines(...start, `${but} ${inThese(undone, number)} `, UNDOING_FAILED);
  return inlines(
    ...start,
    `${but} ${inThese(doubted, number)} `,
    strong(status('not-tested', 'an action did not succeed', true)),
    ', so that the fault may not have been injected',
    ...(undone === 0 ? [] : inlines(number === 1 ? ', and ' : `, and in ${undone} `, UNDOING_FAILED)),
  );
}

/** A rollback did not do its work. */
const UNDOING_FAILED: readonly Inline[] = inlines('a ', strong(status('not-tested', 'rollback did not succeed', true)));

/** "in 2 of these"; `number`: how many these are. */
function inThese(some: number, number: number): string {
  if (number === 1) return 'there';
  if (some < number) return `in ${some} of these`;
  return number === 2 ? 'in both' : 'in each of them';
}

/** ", in 2 of these only since the definition was changed". */
function someSinceChange(changed: readonly Changes[], number: number): Inline[] {
  if (changed.length === 0) return [];
  return inlines(number === 1 ? ', but ' : `, ${inThese(changed.length, number)} `, onlySince(changed));
}

function aloneSinceChange(changed: readonly Changes[]): Inline[] {
  if (changed.length === 0) return [];
  return inlines('; it holds ', onlySince(changed));
}

function onlySince(changed: readonly Changes[]): Inline[] {
  return inlines(strong(status('not-tested', 'only since', true)), ` ${sharedChange(changed)}`);
}

/** True where a declared rollback was not run, or did not succeed. */
function rollbackInDoubt({ verdict }: ExperimentLine): boolean {
  return verdict.checks.everyRollbackSucceeded === 'no';
}

/** True where an action of the method did not succeed. */
function faultInDoubt({ verdict }: ExperimentLine): boolean {
  return verdict.checks.everyActionSucceeded === 'no';
}

/** What is said of several experiments with one verdict. `besides`: they are not among those that were counted before. */
function clause(verdict: Verdict, number: number, lines: readonly ExperimentLine[], besides: boolean): Inline[] {
  const others = besides ? `${number === 1 ? 'other' : 'others'} ` : '';
  const said = (words: string, tail = ''): Inline[] =>
    inlines(strong(status(verdict, `${number}\u00a0${others}${words}`, true)), tail);
  const be = number === 1 ? 'was' : 'were';
  switch (verdict) {
    case 'deviated':
    case 'failed':
      return said(verdict);
    case 'not-tested':
      return said('could not be tested', ` because ${unhealthy(lines)}`);
    case 'dry-run':
      return said(number === 1 ? 'was a dry run' : 'were dry runs');
    default:
      return said(`${be} ${verdict}`);
  }
}

/** The one experiment of a report. */
function alone(line: ExperimentLine): Inline[] {
  const said = (name: StatusName, words: string, tail: string): Inline[] =>
    inlines(strong(status(name, capital(words), true)), tail);
  const { verdict } = line.verdict;
  switch (verdict) {
    case 'held':
      return faultInDoubt(line)
        ? said(
            'not-tested',
            'the steady state held, but not every action succeeded',
            ': the fault may not have been injected',
          )
        : rollbackInDoubt(line)
          ? said(
              'not-tested',
              'the steady state held, but not every rollback succeeded',
              ': something may be left behind',
            )
          : said(verdict, 'the system behaved as expected', '');
    case 'deviated':
      return line.verdict.reason.code.startsWith('not-measured-')
        ? said(verdict, 'the steady state could not be measured', `${whenLooked(line)}, which counts as deviated`)
        : said(verdict, 'the system deviated', ' from its steady state');
    case 'not-tested':
      return said(verdict, 'the experiment could not be tested', ` because ${unhealthy([line])}`);
    case 'failed':
      return said(verdict, 'the run itself failed', ', and no deviation was seen');
    case 'aborted':
    case 'interrupted':
      return said(verdict, `the run was ${verdict}`, stopped(line));
    case 'inconclusive':
      return line.verdict.reason.code === 'not-recorded'
        ? said(
            verdict,
            'the run was inconclusive',
            ': the journal does not record whether the steady state was checked',
          )
        : said(verdict, 'the run was inconclusive', ': nothing was verified after or during the method');
    case 'exploratory':
      return said(
        verdict,
        'the run was exploratory',
        line.verdict.reason.code === 'no-probes'
          ? ': its hypothesis has no probes, and could neither hold nor be deviated from'
          : ': it had no hypothesis to hold or to deviate from',
      );
    case 'dry-run':
      return said(verdict, 'this was a dry run', ': nothing was learnt about the system');
  }
}

function whenLooked({ verdict }: ExperimentLine): string {
  return verdict.reason.code === 'not-measured-after' ? ' after the method' : ' during the method';
}

function stopped({ level, verdict }: ExperimentLine): string {
  if (level.after !== 'met') return ' before the system could be judged';
  const when = verdict.reason.evidence?.phase === 'rollback' ? ' during a rollback' : '';
  return `${when}, after the steady state had been verified`;
}

/** Why experiments could not be tested: what is said must be true of all of them. */
function unhealthy(lines: readonly ExperimentLine[]): string {
  const untested = lines.filter(({ verdict }) => verdict.verdict === 'not-tested');
  const codes = new Set(untested.map(({ verdict }) => verdict.reason.code));
  if (!codes.has('not-measured-before')) return 'the system was not healthy at the start';
  return codes.size === 1
    ? 'the health of the system could not be measured at the start'
    : 'the system was not healthy, or could not be measured, at the start';
}
