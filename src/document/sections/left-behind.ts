/** What was left behind, by kind: always there, for "nothing" is an answer too. */
import type { LeftBehind, ReportHead } from '../../report/types.js';
import { evidenceId } from '../ids.js';
import { inlines, linkToEvidence, paragraph } from '../inline.js';
import type { FactRow, Inline, Section } from '../types.js';
import { named } from '../words/names.js';
import { count, enumeration, figure } from '../words/quantity.js';
import { skipWords } from '../words/skip.js';

/** How many things of one kind are named. */
const NAMED = 6;

const LABELS: readonly (readonly [LeftBehind['kind'], string])[] = [
  ['rollback-not-run', 'Rollbacks not run'],
  ['rollback-failed', 'Rollbacks failed'],
  ['no-end', 'Without an end'],
];

export function leftBehindSection(head: ReportHead): Section {
  const rows = leftBehindRows(head.leftBehind);
  const nothing = head.lines.every(({ verdict }) => verdict.verdict === 'dry-run')
    ? 'Nothing: nothing was carried out.'
    : 'Nothing, as far as the journals tell: every declared rollback ran and succeeded, every activity ended, and no steady state was left unmet.';
  return {
    kind: 'section',
    name: 'left-behind',
    id: 'left-behind',
    title: inlines('Left behind'),
    blocks: rows.length === 0 ? [paragraph(nothing)] : [{ kind: 'facts', role: 'left-behind', rows }],
  };
}

/** A row for each kind of thing left behind. */
export function leftBehindRows(items: readonly LeftBehind[]): FactRow[] {
  const rows = LABELS.flatMap(([kind, label]) =>
    kindRows(
      items.filter((item) => item.kind === kind),
      label,
    ),
  );
  return [...rows, ...steadyRow(items)];
}

function kindRows(items: readonly LeftBehind[], label: string): FactRow[] {
  const rows = items.slice(0, NAMED).map((item, index): FactRow => ({
    label: inlines(index === 0 ? label : ''),
    value: sentence(item),
    target: evidenceId(item.evidence),
  }));
  const more = items.length - rows.length;
  if (more > 0) rows.push({ label: [], value: inlines(`and ${figure(more)} more`) });
  return rows;
}

function sentence({ kind, name, evidence, reason, methodStarted }: LeftBehind): Inline[] {
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
      return inlines(linked, ' was started, and its end is not recorded.');
  }
}

/** "Not met at the end of 1 experiment, not checked at the end of 2." */
function steadyRow(items: readonly LeftBehind[]): FactRow[] {
  const notMet = items.filter(({ kind }) => kind === 'steady-state-not-met');
  const notChecked = items.filter(({ kind }) => kind === 'steady-state-not-checked');
  const first = notMet[0] ?? notChecked[0];
  if (!first) return [];
  const parts = [
    ...(notMet.length > 0 ? [`not met at the end of ${count(notMet.length, 'experiment')}`] : []),
    ...(notChecked.length > 0
      ? [
          `not checked at the end of ${notMet.length > 0 ? figure(notChecked.length) : count(notChecked.length, 'experiment')}`,
        ]
      : []),
  ];
  const said = enumeration(parts);
  return [
    {
      label: inlines('Steady state'),
      value: inlines(linkToEvidence(first.evidence, said.slice(0, 1).toUpperCase() + said.slice(1)), '.'),
      target: evidenceId(first.evidence),
    },
  ];
}
