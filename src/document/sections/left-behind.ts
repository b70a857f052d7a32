/** What was left behind, by kind: always there, for "nothing" is an answer too. */
import type { LeftBehind, ReportHead } from '../../report/types.js';
import { evidenceId } from '../ids.js';
import { inlines, linkToEvidence, paragraph, present } from '../inline.js';
import type { Notation } from '../settings.js';
import type { FactRow, Inline, Section } from '../types.js';
import { listed } from '../words/finding-phrases.js';
import { named, shortTitle } from '../words/names.js';
import { capital, count, duration, figure } from '../words/quantity.js';
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
  { label: 'Cut off', is: ({ kind, cutOffAfter }) => kind === 'no-end' && cutOffAfter !== null },
  { label: 'Without an end', is: ({ kind, cutOffAfter }) => kind === 'no-end' && cutOffAfter === null },
];

export function leftBehindSection(head: ReportHead, notation: Notation): Section {
  const titles = new Map(head.lines.map(({ id, title }) => [id, title]));
  const alone = head.lines.length === 1;
  const rows = leftBehindRows(head.leftBehind, alone ? null : titles);
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
  const blind = real.filter(({ actions, rollbacks }) => actions.length > 0 && rollbacks.declared === 0);
  const checked = real.filter(({ level }) => level.after === 'met').length;
  const steady =
    checked === real.length
      ? 'the steady state was verified at the end'
      : checked > 0
        ? 'the steady state was verified wherever it was checked at the end'
        : 'no steady state was checked at the end';
  if (blind.length === real.length) return `Not known: no rollback was declared; ${steady}.`;
  const undone = real.some(({ rollbacks }) => rollbacks.declared > 0)
    ? 'every declared rollback ran and succeeded'
    : blind.length === 0
      ? 'no action was declared'
      : `of ${count(real.length, 'experiment')} ${figure(real.length - blind.length)} declared no action`;
  const unknown =
    blind.length === 0
      ? ''
      : ` Not known of ${count(blind.length, 'experiment')} that declared actions and no rollback.`;
  return `Nothing, as far as the journals tell: ${undone}; ${steady}.${unknown}`;
}

/** A row for each thing left behind. `titles` of the experiments by their ids where there are several, null for one alone. */
export function leftBehindRows(items: readonly LeftBehind[], titles: Titles | null): FactRow[] {
  return [
    ...KINDS.flatMap(({ label, is }) => kindRows(items.filter(is), label, titles)),
    ...(titles === null ? steadyRowAlone(items) : steadyRows(items, titles)),
  ];
}

function kindRows(items: readonly LeftBehind[], label: string, titles: Titles | null): FactRow[] {
  const rows = items.slice(0, NAMED).map((item, index): FactRow => ({
    label: inlines(index === 0 ? label : ''),
    value: inlines(...sentence(item), whose([item], titles)),
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

function sentence({ kind, name, evidence, reason, methodStarted, cutOffAfter }: LeftBehind): Inline[] {
  const linked = linkToEvidence(evidence, named(name ?? '', 'an activity'));
  switch (kind) {
    case 'rollback-not-run':
      return inlines(
        linked,
        ` was declared and not run${methodStarted ? skipWords(reason) : ': the method did not start, so nothing had been done'}.`,
      );
    case 'rollback-failed':
      return inlines(linked, ' failed.');
    default:
      return cutOffAfter === null
        ? inlines(linked, ' was started, and its end is not recorded.')
        : inlines(linked, ` was cut off after ${duration(cutOffAfter)}: it did not complete.`);
  }
}

/** The steady state of one experiment, when it was last looked at. */
function steadyRowAlone(items: readonly LeftBehind[]): FactRow[] {
  return items.flatMap((item) => {
    if (item.kind !== 'steady-state-not-met' && item.kind !== 'steady-state-not-checked') return [];
    const then = item.rolledBack
      ? 'the rollbacks ran after that check, and it was not checked again'
      : 'it was not checked again';
    const said =
      item.kind === 'steady-state-not-checked'
        ? 'not checked after the method'
        : item.methodStarted
          ? `not met after the method; ${then}`
          : 'not met, or not measurable, when it was last checked, before the method';
    return [steadyFact(item, said)];
  });
}

function steadyFact({ evidence }: LeftBehind, said: string): FactRow {
  return {
    label: inlines('Steady state'),
    value: inlines(linkToEvidence(evidence, capital(said)), '.'),
    target: evidenceId(evidence),
  };
}

/** Rollbacks may have put right what was not met: nobody looked. */
function afterwards(group: readonly LeftBehind[]): string {
  const rolledBack = group.filter((item) => item.rolledBack).length;
  if (rolledBack === 0) return '';
  const where = rolledBack === group.length ? '' : `in ${figure(rolledBack)} of them `;
  return ` (${where}the rollbacks ran after that check, and it was not checked again)`;
}

/** "Not met at the end of 1 experiment", "Not checked at the end of 2 experiments": a row each, with their titles. */
function steadyRows(items: readonly LeftBehind[], titles: Titles): FactRow[] {
  const notMet = items.filter(({ kind, methodStarted }) => kind === 'steady-state-not-met' && methodStarted);
  const before = items.filter(({ kind, methodStarted }) => kind === 'steady-state-not-met' && !methodStarted);
  const notChecked = items.filter(({ kind }) => kind === 'steady-state-not-checked');
  const groups = [
    { what: 'Not met at the end of', group: notMet },
    { what: 'Not met before the method, and not checked again, in', group: before },
    { what: 'Not checked at the end of', group: notChecked },
  ];
  return groups
    .filter(({ group }) => group.length > 0)
    .map(({ what, group }, index): FactRow => {
      const evidence = group[0]?.evidence;
      const said = `${what} ${count(group.length, 'experiment')}`;
      return {
        label: inlines(index === 0 ? 'Steady state' : ''),
        value: inlines(
          evidence ? linkToEvidence(evidence, said) : said,
          group === notMet ? afterwards(group) : '',
          whose(group, titles),
          '.',
        ),
        ...(evidence ? { target: evidenceId(evidence) } : {}),
      };
    });
}
