/** Coverage: which actions were exercised, against which tags, when each was last seen to hold, and what never was exercised. */
import { compareText } from '../../report/compare-text.js';
import { milliseconds } from '../../report/time.js';
import type { ActionFate, CoveredAction, ReportHead, Sighting } from '../../report/types.js';
import { code, inlines, linkTo, paragraph, present, status, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Column, Inline, Row, Section, Table } from '../types.js';
import { placeInSeries } from '../latest-runs.js';
import { shortChange } from '../words/definition-change.js';
import { named, verdictStatus } from '../words/names.js';
import { count, enumeration, figure } from '../words/quantity.js';

/** More tags than these do not fit the columns of a page: they stand in one. */
const MOST_COLUMNS = 3;
const MOST_ROWS = 60;

/** Fewer rows than these stand below what is before them. */
const PAGE_OF_ITS_OWN = 9;

/** Absent where there is nothing to compare: a report of one experiment, or of one action that was exercised. */
export function coverageSection(head: ReportHead, settings: WordSettings): Section | null {
  const { coverage, lines, tags } = head;
  const { actions } = coverage;
  if (lines.filter(({ latest }) => latest).length < 2 || actions.length === 0) return null;
  if (actions.length === 1 && actions.every(({ exercised }) => exercised > 0)) return null;
  const shown = actions.toSorted(mostUncertainFirst).slice(0, MOST_ROWS);
  const more = actions.length - shown.length;
  return {
    kind: 'section',
    name: 'coverage',
    id: 'coverage',
    title: inlines('Coverage'),
    ...(shown.length < PAGE_OF_ITS_OWN ? {} : { startsPage: true }),
    blocks: present(
      paragraph(opening(coverage.runs, lines.length, actions)),
      gaps(actions, tags),
      table(shown, head, settings),
      more > 0 &&
        paragraph(
          `${count(more, 'more action')} held more lately than these; the JSON of this report has all.`,
          'note',
        ),
    ),
  };
}

/** Never exercised, then never held, then what was last seen to hold the longest ago. */
function mostUncertainFirst(a: CoveredAction, b: CoveredAction): number {
  const rank = ({ exercised, lastHeld }: CoveredAction): string =>
    exercised === 0 ? '0' : lastHeld === null ? '1' : `2 ${lastHeld.instant}`;
  return compareText(rank(a), rank(b));
}

/** `chapters`: how many of the runs the report tells of. */
function opening(runs: number, chapters: number, actions: readonly CoveredAction[]): string {
  const exercised = actions.filter((action) => action.exercised > 0).length;
  const held = actions.filter(({ lastHeld }) => lastHeld !== null).length;
  return (
    `The methods of ${count(runs, 'run')}${untold(runs - chapters)} declare ${count(actions.length, 'action')}, by what they do: a function, the host of a request, a program. ` +
    `${carriedOut(actions.length, exercised, held)} ` +
    'Listed first is what was never exercised or never held, then what last held the longest ago.'
  );
}

/** Runs that count here, and have no chapter. */
function untold(runs: number): string {
  return runs <= 0 ? '' : `, ${figure(runs)} of them without a chapter in this report,`;
}

function carriedOut(all: number, exercised: number, held: number): string {
  if (held === all)
    return all === 1 ? 'It was carried out in a run that held.' : 'Each was carried out in a run that held.';
  if (exercised === 0) return 'None was carried out.';
  const first = exercised === all ? 'Each' : figure(exercised);
  const inOne = exercised === 1 ? (held === 0 ? 'but not' : 'and') : `${held === 0 ? 'none' : figure(held)} of them`;
  return `${first} ${first === 'Each' || exercised === 1 ? 'was' : 'were'} carried out, ${inOne} in a run that held.`;
}

/** Tags against which nothing was exercised. */
function gaps(actions: readonly CoveredAction[], tags: readonly string[]): ReturnType<typeof paragraph> | null {
  const exercised = new Set(
    actions.flatMap((action) => action.tags.filter((one) => one.exercised > 0).map(({ tag }) => tag)),
  );
  const held = new Set(
    actions.flatMap((action) => action.tags.filter((one) => one.lastHeld !== null).map(({ tag }) => tag)),
  );
  const judged = new Set(
    actions.flatMap((action) => action.tags.filter((one) => one.judged > 0).map(({ tag }) => tag)),
  );
  const never = tags.filter((tag) => !exercised.has(tag));
  const notHeld = tags.filter((tag) => judged.has(tag) && !held.has(tag));
  const explored = tags.filter((tag) => exercised.has(tag) && !judged.has(tag));
  const said = [
    ...(never.length > 0 ? [`No action was exercised against ${enumeration(never, 'or')}.`] : []),
    ...(notHeld.length > 0 ? [`Actions were exercised against ${enumeration(notHeld)}, and no such run held.`] : []),
    ...(explored.length > 0
      ? [`Against ${enumeration(explored)} there were exploratory runs only, which have no steady state to hold.`]
      : []),
  ];
  return said.length === 0 ? null : paragraph(said.join(' '));
}

function table(actions: readonly CoveredAction[], head: ReportHead, settings: WordSettings): Table {
  const own = head.tags.filter((tag) => actions.some((action) => action.tags.some((one) => one.tag === tag)));
  const matrix = own.length > 0 && own.length <= MOST_COLUMNS;
  const columns: Column[] = [
    { key: 'action', label: 'Action', align: 'start', width: matrix ? 170 : 190, heading: true },
    { key: 'exercised', label: 'Exercised', align: 'start', width: 66 },
    { key: 'held', label: 'Last held', align: 'start', width: 82 },
    ...(matrix
      ? own.map((tag, index): Column => ({
          key: `tag-${index + 1}`,
          label: `Tag: ${tag}`,
          align: 'start',
          width: 175 / own.length,
        }))
      : [{ key: 'tags', label: 'Against the tags', align: 'start', width: 155 } satisfies Column]),
  ];
  return {
    kind: 'table',
    role: 'coverage',
    label: 'Actions, and when each was last seen to hold',
    columns,
    rows: actions.map((action) => row(action, matrix ? own : null, head, settings)),
  };
}

/** `columns`: the tags that have columns; null where they stand in one. */
function row(action: CoveredAction, columns: readonly string[] | null, head: ReportHead, settings: WordSettings): Row {
  const { provider, target, declared, exercised, never, tags } = action;
  const fixed: Inline[][] = [
    inlines(code(named(target, 'an action')), provider === null ? '' : ` ${provider}`),
    never === null
      ? inlines(`${figure(exercised)}\u00a0of\u00a0${count(declared, 'run')}`)
      : [status('not-run', FATE_WORDS[never])],
    heldCell(action, head, settings),
  ];
  const tagCells = (columns ?? []).map((tag) => {
    const one = tags.find((covered) => covered.tag === tag);
    return one ? heldCell(one, head, settings) : [];
  });
  return {
    ...(exercised === 0 ? { weight: 'muted' as const } : {}),
    cells: [...fixed, ...(columns === null ? [inlines(listOfTags(action))] : tagCells)],
  };
}

/** When it was last seen to hold, and what has become of it since: the older a green word, the less it says. */
function heldCell(
  {
    exercised,
    judged,
    lastHeld,
    lastExercised,
  }: Pick<CoveredAction, 'exercised' | 'judged' | 'lastHeld' | 'lastExercised'>,
  head: ReportHead,
  { zone }: WordSettings,
): Inline[] {
  const sighted = ({ verdict, instant, experiment }: Sighting): Inline[] => {
    const day = time(instant, zone.day(instant));
    return inlines(verdictStatus(verdict), ' ', experiment === null ? day : linkTo(experiment, day));
  };
  if (exercised === 0) return inlines('never exercised');
  if (judged === 0) return [status('exploratory', 'only explored')];
  if (lastHeld === null) return [status('not-met', 'not held')];
  const changed = changeBefore(lastHeld, head);
  return inlines(
    sighted(lastHeld),
    changed === null ? '' : `, but only after ${changed}`,
    lastExercised !== null && isSince(lastExercised, lastHeld) ? inlines('; last run ', sighted(lastExercised)) : [],
  );
}

/** Whether it was exercised again after it last held, and did not hold. */
function isSince({ instant }: Sighting, lastHeld: Sighting): boolean {
  return milliseconds(instant) > milliseconds(lastHeld.instant);
}

/** What of the definition was changed before it held, where it had deviated until then; null where nothing was. */
function changeBefore({ experiment }: Sighting, head: ReportHead): string | null {
  const place = experiment === null ? null : placeInSeries(head, experiment);
  if (!place) return null;
  const { runs } = place.series;
  let opening = place.run;
  while (opening > 0 && ['still-held', 'not-judged'].includes(runs[opening]?.turn ?? '')) opening--;
  return runs[opening]?.turn === 'held-after-change' ? shortChange(runs[opening]?.changes ?? []) : null;
}

/** "payments, database; not in the last run: cache; not held: search; only explored: shop; not exercised: mail". */
function listOfTags({ tags }: CoveredAction): string {
  const group = (is: (one: CoveredAction['tags'][number]) => boolean): string =>
    tags
      .filter(is)
      .map(({ tag }) => tag)
      .join(', ');
  const again = ({ lastHeld, lastExercised }: CoveredAction['tags'][number]): boolean =>
    lastHeld !== null && lastExercised !== null && isSince(lastExercised, lastHeld);
  const held = group((one) => one.lastHeld !== null && !again(one));
  const before = group(again);
  const notHeld = group(({ lastHeld, judged }) => judged > 0 && lastHeld === null);
  const explored = group(({ exercised, judged }) => exercised > 0 && judged === 0);
  const never = group(({ exercised }) => exercised === 0);
  return (
    [
      held,
      before && `not in the last run: ${before}`,
      notHeld && `not held: ${notHeld}`,
      explored && `only explored: ${explored}`,
      never && `not exercised: ${never}`,
    ]
      .filter(Boolean)
      .join('; ') || 'no tags'
  );
}

/** What kept an action from being exercised, the last time. */
const FATE_WORDS: Readonly<Record<ActionFate, string>> = {
  exercised: 'exercised',
  failed: 'never: failed',
  'cut-off': 'never: cut off',
  skipped: 'never: skipped',
  dry: 'never: dry run',
  'not-started': 'never: not started',
};
