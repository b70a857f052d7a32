/** What was left behind, by kind: always there, for "nothing" is an answer too. */
import type { ExperimentLine, LeftBehind, ReportHead } from '../../report/types.js';
import { evidenceId } from '../ids.js';
import { inlines, linkToEvidence, paragraph, present } from '../inline.js';
import type { Notation } from '../settings.js';
import type { FactRow, Inline, Section } from '../types.js';
import { listed } from '../words/finding-phrases.js';
import { named, shortTitle } from '../words/names.js';
import { count, duration, figure } from '../words/quantity.js';
import { skipWords } from '../words/skip.js';
import { answerRows, type Answered } from './rollback-answers.js';

/** The titles of experiments by their ids. */
type Titles = ReadonlyMap<string, string>;

/** How many things of one kind are named. */
const NAMED = 6;

/** The kinds with their labels. Without an end and cut off are the same to the journal, and not to the reader. */
const KINDS: readonly { readonly label: string; readonly is: (item: LeftBehind) => boolean }[] = [
  { label: 'Rollbacks not run', is: ({ kind }) => kind === 'rollback-not-run' },
  { label: 'Rollbacks failed', is: ({ kind }) => kind === 'rollback-failed' },
  { label: 'Rollbacks in doubt', is: ({ kind }) => kind === 'rollback-refused' },
  { label: 'Cut off', is: ({ kind, cutOffAfter }) => kind === 'no-end' && cutOffAfter !== null },
  { label: 'Without an end', is: ({ kind, cutOffAfter }) => kind === 'no-end' && cutOffAfter === null },
];

export function leftBehindSection(head: ReportHead, notation: Notation): Section {
  const titles = new Map(head.lines.map(({ id, title }) => [id, title]));
  const alone = head.lines.length === 1;
  const notStarted = new Map(head.lines.map(({ id, activities }) => [id, activities.notStarted]));
  const rows = leftBehindRows(head.leftBehind, alone ? null : titles, (id) => notStarted.get(id) ?? 0);
  const answers = head.lines.flatMap(({ id, title, rollbackAnswers }) =>
    rollbackAnswers.map((answer): Answered => ({ ...answer, experiment: id, title: alone ? null : title })),
  );
  const facts = [...rows, ...answerRows(answers, notation)];
  return {
    kind: 'section',
    name: 'left-behind',
    id: 'left-behind',
    title: inlines('Left behind'),
    blocks: present(
      rows.length === 0 && paragraph(nothing(head)),
      facts.length > 0 && { kind: 'facts', role: 'left-behind', rows: facts },
    ),
  };
}

/** What "nothing" rests on: it is no answer where an action was done and nothing was declared to undo it. */
function nothing({ lines }: ReportHead): string {
  const real = lines.filter(({ verdict }) => verdict.verdict !== 'dry-run');
  if (real.length === 0) return 'Nothing: no action was carried out.';
  const acted = real.filter(isActed);
  const blind = acted.filter(({ rollbacks }) => rollbacks.declared === 0);
  const unrecorded = acted.filter(
    ({ rollbacks, verdict }) => rollbacks.declared > 0 && verdict.checks.everyRollbackSucceeded === 'not-known',
  );
  const steady = steadyWords(real);
  if (blind.length === real.length) return `Not known: no rollback was declared; ${steady}.`;
  if (unrecorded.length === real.length)
    return `Not known: ${lines.length === 1 ? 'the journal does' : 'the journals do'} not record whether rollbacks ran; ${steady}.`;
  const unknown = [
    ...(blind.length === 0
      ? []
      : [` Not known for ${count(blind.length, 'experiment')} that declared actions but no rollback.`]),
    ...(unrecorded.length === 0
      ? []
      : [
          ` Not known for ${count(unrecorded.length, 'experiment')} of which the journals do not record whether rollbacks ran.`,
        ]),
  ];
  const tells = lines.length === 1 ? 'journal tells' : 'journals tell';
  return `Nothing, as far as the ${tells}: ${undoneWords(real, acted)}; ${steady}.${unknown.join('')}`;
}

/** True where an action may have done something: one is declared, and the method started. */
function isActed({ actions, activities }: ExperimentLine): boolean {
  const { succeeded, failed, noEnd, other } = activities;
  return actions.length > 0 && succeeded + failed + noEnd + other > 0;
}

/** Why nothing has to be undone. */
function undoneWords(real: readonly ExperimentLine[], acted: readonly ExperimentLine[]): string {
  if (acted.some(({ rollbacks }) => rollbacks.declared > 0)) return 'every declared rollback ran and succeeded';
  const declared = real.filter(({ actions }) => actions.length > 0).length;
  if (declared === 0) return 'no action was declared';
  if (acted.length === 0) return real.length === 1 ? 'the method did not start' : 'no action was declared and started';
  return `in ${figure(real.length - acted.length)} of ${count(real.length, 'experiment')} no action was started`;
}

/** Whether the steady state was seen after the method. */
function steadyWords(real: readonly ExperimentLine[]): string {
  const checked = real.filter(({ level }) => level.after === 'met').length;
  if (checked === real.length) return 'the steady state was verified after the method';
  if (checked > 0) return 'the steady state was verified wherever it was checked after the method';
  return real.every(({ verdict }) => verdict.reason.code === 'not-recorded')
    ? 'whether the steady state was checked is not recorded'
    : 'no steady state was checked after the method';
}

/** How many activities of an experiment's method were never started. */
type NotStarted = (experiment: string) => number;

/** A row for each thing left behind. `titles` of the experiments by their ids where there are several, null for one alone. */
export function leftBehindRows(items: readonly LeftBehind[], titles: Titles | null, notStarted: NotStarted): FactRow[] {
  return [
    ...KINDS.flatMap(({ label, is }) => kindRows(items.filter(is), label, titles, notStarted)),
    ...(titles === null ? steadyRowAlone(items) : steadyRows(items, titles)),
  ];
}

function kindRows(
  items: readonly LeftBehind[],
  label: string,
  titles: Titles | null,
  notStarted: NotStarted,
): FactRow[] {
  const rows = items.slice(0, NAMED).map((item, index): FactRow => ({
    label: inlines(index === 0 ? label : ''),
    value: inlines(...sentence(item, notStarted(item.experiment)), whose([item], titles)),
    target: evidenceId(item.evidence),
  }));
  const more = items.length - rows.length;
  if (more > 0) rows.push({ label: [], value: inlines(`and ${figure(more)} more`) });
  return rows;
}

/** The titles of the first experiments, in brackets. */
function whose(items: readonly LeftBehind[], titles: Titles | null): string {
  if (titles === null) return '';
  const names = items.map(({ experiment }) => shortTitle(titles.get(experiment) ?? ''));
  return ` (${listed(names)})`;
}

function sentence(
  { kind, name, evidence, reason, methodStarted, cutOffAfter }: LeftBehind,
  notStarted: number,
): Inline[] {
  const linked = linkToEvidence(evidence, named(name ?? '', 'an activity'));
  switch (kind) {
    case 'rollback-not-run':
      return inlines(
        linked,
        ` was declared but not run${methodStarted ? skipWords(reason) : ': the method did not start, so nothing had been done'}.`,
      );
    case 'rollback-failed':
      return inlines(linked, ' failed.');
    case 'rollback-refused':
      return inlines(linked, ' was answered with an error, though the journal counts it as succeeded.');
    default:
      return inlines(
        linked,
        cutOffAfter === null
          ? ' was started, and its end is not recorded'
          : ` was cut off after ${duration(cutOffAfter)}: it did not complete`,
        evidence.phase === 'method' ? neverCame(notStarted) : '',
        '.',
      );
  }
}

/** What came after it in the method may have been what puts things right. */
function neverCame(notStarted: number): string {
  if (notStarted === 0) return '';
  return `; ${count(notStarted, 'activity', 'activities')} of the method ${notStarted === 1 ? 'was' : 'were'} not started`;
}

/** When the steady state was last looked at, and what was found: in the order of the rows. */
const LOOKS = [
  { kind: 'steady-state-not-met', phase: 'after', said: 'Not met after the method' },
  { kind: 'steady-state-not-measured', phase: 'after', said: 'Could not be measured after the method' },
  { kind: 'steady-state-not-met', phase: 'before', said: 'Not met before the method' },
  { kind: 'steady-state-not-measured', phase: 'before', said: 'Could not be measured before the method' },
  { kind: 'steady-state-not-checked', phase: 'after', said: 'Not checked after the method' },
] as const;

type Look = (typeof LOOKS)[number];

const isLook =
  ({ kind, phase }: Look) =>
  (item: LeftBehind): boolean =>
    item.kind === kind && item.evidence.phase === phase;

/** The steady state of one experiment, when it was last looked at. */
function steadyRowAlone(items: readonly LeftBehind[]): FactRow[] {
  return LOOKS.flatMap((look) =>
    items.filter(isLook(look)).map(({ evidence, rolledBack }): FactRow => {
      const then =
        look.kind === 'steady-state-not-checked'
          ? ''
          : rolledBack
            ? '; the rollbacks ran after that check, and it was not checked again'
            : '; it was not checked again';
      return {
        label: inlines('Steady state'),
        value: inlines(linkToEvidence(evidence, `${look.said}${then}`), '.'),
        target: evidenceId(evidence),
      };
    }),
  );
}

/** Rollbacks may have put right what was not met: nobody looked. */
function afterwards({ kind }: Look, group: readonly LeftBehind[]): string {
  if (kind === 'steady-state-not-checked') return '';
  const rolledBack = group.filter((item) => item.rolledBack).length;
  if (rolledBack === 0) return '; it was not checked again';
  const where = rolledBack === group.length ? '' : `in ${figure(rolledBack)} of them `;
  return `; ${where}the rollbacks ran after that check, and it was not checked again`;
}

/** "Not met after the method in 1 experiment", "Not checked after the method in 2 experiments": a row each, with their titles. */
function steadyRows(items: readonly LeftBehind[], titles: Titles): FactRow[] {
  return LOOKS.map((look) => ({ look, group: items.filter(isLook(look)) }))
    .filter(({ group }) => group.length > 0)
    .map(({ look, group }, index): FactRow => {
      const evidence = group[0]?.evidence;
      const said = `${look.said} in ${count(group.length, 'experiment')}`;
      return {
        label: inlines(index === 0 ? 'Steady state' : ''),
        value: inlines(
          evidence ? linkToEvidence(evidence, said) : said,
          whose(group, titles),
          afterwards(look, group),
          '.',
        ),
        ...(evidence ? { target: evidenceId(evidence) } : {}),
      };
    });
}
