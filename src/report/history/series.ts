/** The runs of one experiment, from the first to the last → its history: turns, changes of its definition, how it stands. */
import type {
  DefinitionChange,
  DurationShift,
  ExperimentLine,
  Instant,
  Series,
  SeriesRun,
  Standing,
  Turn,
} from '../types.js';
import type { DefinitionForm } from './definition-form.js';
import { againstEarlier } from './against-earlier.js';
import { compareDefinitions } from './compare-definitions.js';
import { durationShift } from './duration-shift.js';
import type { MeasuredProbe } from './measured.js';
import { silenceOf } from './silence.js';
import { isJudged, turnOf } from './turn.js';

/** What the history needs of a run. */
export interface HistoryRun {
  readonly line: Pick<
    ExperimentLine,
    'file' | 'title' | 'verdict' | 'level' | 'start' | 'duration' | 'activities' | 'definition'
  >;
  /** Null where it is too long to be compared. */
  readonly form: DefinitionForm | null;
  readonly measured: readonly MeasuredProbe[];
  /** The experiment it is in the report; null where it has no chapter. */
  readonly experiment: string | null;
}

/** `newest`: the start of the last run of any experiment in the report. */
export function buildSeries(runs: readonly HistoryRun[], newest: Instant | null): Series {
  const title = runs.at(-1)?.line.title ?? '';
  const built: SeriesRun[] = [];
  let judged: HistoryRun | null = null;
  for (const [index, run] of runs.entries()) {
    const { file, verdict, level, start, duration, activities, definition } = run.line;
    const turn: Turn = turnOf(
      judged?.line.verdict.verdict ?? null,
      verdict.verdict,
      judged ? changesBetween(judged, run) : [],
    );
    if (turn !== 'not-judged') judged = run;
    const before = runs[index - 1];
    built.push({
      experiment: run.experiment,
      file,
      verdict: verdict.verdict,
      level,
      start,
      duration,
      activities,
      definition,
      turn,
      changes: before ? changesBetween(before, run) : [],
    });
  }
  return {
    title,
    formerTitles: [...new Set(runs.map(({ line }) => line.title))].filter((one) => one !== title),
    runs: built,
    standing: standingOf(runs, built, newest),
  };
}

/**
 * Where the definition of the later run differs from the earlier one's, its title included. `since`: the runs that are held
 * against a tolerance that was replaced.
 */
export function changesBetween(
  earlier: HistoryRun,
  later: HistoryRun,
  since: readonly HistoryRun[] = [later],
): DefinitionChange[] {
  const renamed = earlier.line.title !== later.line.title;
  const title: DefinitionChange = {
    part: 'title',
    kind: 'title',
    effect: 'none',
    activity: null,
    key: null,
    from: earlier.line.title,
    to: later.line.title,
    againstEarlier: null,
  };
  return [...(renamed ? [title] : []), ...againstEarlier(formChanges(earlier, later), since)];
}

function formChanges(earlier: HistoryRun, later: HistoryRun): DefinitionChange[] {
  if (earlier.line.definition === later.line.definition) return [];
  if (earlier.form && later.form) return compareDefinitions(earlier.form, later.form);
  const unknown = { activity: null, key: null, from: null, to: null, againstEarlier: null };
  return [{ part: 'settings', kind: 'unknown', effect: 'changed', ...unknown }];
}

function standingOf(runs: readonly HistoryRun[], built: readonly SeriesRun[], newest: Instant | null): Standing {
  const judged = built.flatMap((run, index) => (isJudged(run.verdict) ? [index] : []));
  const verdictAt = (position: number): string | undefined => built[judged[position] ?? -1]?.verdict;
  const verdict = verdictAt(judged.length - 1);
  let first = judged.length;
  while (first > 0 && verdictAt(first - 1) === verdict) first--;
  let other = first;
  while (other > 0 && verdictAt(other - 1) !== verdict) other--;
  const streak = judged.slice(first);
  const start = streak[0];
  const opening = start === undefined ? undefined : built[start];
  const previous = runs[judged[first - 1] ?? -1];
  const opened = start === undefined ? undefined : runs[start];
  const failures = new Set(streak.map((index) => failureKey(runs[index])));
  const changes =
    previous && opened
      ? changesBetween(
          previous,
          opened,
          streak.flatMap((index) => runs[index] ?? []),
        )
      : [];
  return {
    verdict: verdict === 'held' || verdict === 'deviated' ? verdict : null,
    // One of the later runs may hold only by what was changed before the first.
    turn:
      opening && previous ? turnOf(previous.line.verdict.verdict, opening.verdict, changes) : (opening?.turn ?? null),
    since: opening?.start ?? null,
    streak: streak.length,
    before: first - other,
    changes,
    sameFailure: verdict === 'deviated' && streak.length > 1 ? failures.size === 1 : null,
    unjudged: built.length - 1 - (judged.at(-1) ?? -1),
    duration: shiftOf(runs, judged),
    silence: silenceOf(
      built.flatMap(({ start: at }) => at ?? []),
      newest,
    ),
  };
}

/** A change of duration, with what was changed where it began. `judged`: the indexes of the judged runs. */
function shiftOf(runs: readonly HistoryRun[], judged: readonly number[]): DurationShift | null {
  const timed = judged.filter((index) => (runs[index]?.line.duration ?? null) !== null);
  const shift = durationShift(timed.flatMap((index) => runs[index]?.line.duration ?? []));
  if (!shift) return null;
  const { began, ...medians } = shift;
  const [earlier, first] = [runs[timed[began - 1] ?? -1], runs[timed[began] ?? -1]];
  return {
    ...medians,
    since: first?.line.start ?? null,
    changes: earlier && first ? changesBetween(earlier, first) : [],
  };
}

/** What makes two deviations the same: the probe that decided, how, and the root cause where there is one. */
function failureKey(run: HistoryRun | undefined): string {
  const { name, code, cause } = run?.line.verdict.reason ?? {};
  return JSON.stringify([name, code, (cause ?? '').replace(/0x[0-9a-fA-F]+/g, '0x')]);
}
