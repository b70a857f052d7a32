/** What is to be done because of what was learnt: open things first, the overdue ones before all. */
import type { CalendarDate, FollowUp, HeadSidecar, Instant, ReportHead } from '../../report/types.js';
import { inlines, linkTo, paragraph, status, text } from '../inline.js';
import type { Inline, Row, Section, StatusName, Table } from '../types.js';
import { named } from '../words/names.js';
import { count, enumeration } from '../words/quantity.js';
import { ticketWords } from './about.js';

type Item = HeadSidecar['followUps'][number];

/** The section, where somebody wrote something down. */
export function followUpsSection({ sidecar, lines, generated }: ReportHead): Section | null {
  const items = sidecar?.followUps ?? [];
  if (items.length === 0) return null;
  const titles = new Map(lines.map(({ id, title }) => [id, named(title, 'an experiment')]));
  return {
    kind: 'section',
    name: 'follow-ups',
    id: 'follow-ups',
    title: inlines('Follow-ups'),
    blocks: [paragraph(sum(items, generated), 'intro'), followUpTable(items, generated, titles)],
  };
}

/** The table; with a column of experiments where there are titles to name them by. */
export function followUpTable(
  items: readonly (FollowUp & { readonly experiment?: string | null })[],
  generated: Instant,
  titles: ReadonlyMap<string, string> | null,
): Table {
  return {
    kind: 'table',
    role: 'follow-ups',
    label: 'What is to be done',
    columns: [
      { key: 'what', label: 'What', align: 'start', width: 200, heading: true },
      { key: 'who', label: 'Who', align: 'start', width: 80 },
      { key: 'by', label: 'By', align: 'start', width: 70 },
      { key: 'state', label: 'State', align: 'start', width: 80 },
      ...(titles === null
        ? []
        : [{ key: 'experiment', label: 'Experiment', align: 'start' as const, width: 150, under: 'what' }]),
    ],
    rows: [...items]
      .sort((a, b) => rank(a, generated) - rank(b, generated) || compareDates(a.by, b.by))
      .map((item): Row => ({
        cells: [
          inlines(item.what, ...(item.ticket === null ? [] : [' (', ...ticketWords(item.ticket), ')'])),
          inlines(item.who ?? 'nobody yet'),
          inlines(item.by ?? 'no date'),
          [stateWord(item, generated)],
          ...(titles === null ? [] : [experimentWords(item.experiment ?? null, titles)]),
        ],
      })),
  };
}

function experimentWords(id: string | null, titles: ReadonlyMap<string, string>): Inline[] {
  return id === null ? inlines('the whole report') : [linkTo(id, text(titles.get(id) ?? id))];
}

const STATES: Readonly<Record<FollowUp['state'], readonly [StatusName, string]>> = {
  open: ['warning', 'open'],
  'in-progress': ['not-checked', 'in progress'],
  done: ['yes', 'done'],
  dropped: ['skipped', 'dropped'],
};

function stateWord(item: FollowUp, generated: Instant): Inline {
  if (isOverdue(item, generated)) return status('not-met', 'overdue');
  return status(...STATES[item.state]);
}

/** "3 open, 1 of them overdue; 2 done." */
function sum(items: readonly Item[], generated: Instant): string {
  const of = (...states: readonly FollowUp['state'][]): number =>
    items.filter(({ state }) => states.includes(state)).length;
  const open = of('open', 'in-progress');
  const overdue = items.filter((item) => isOverdue(item, generated)).length;
  const parts = [
    open === 0 ? 'nothing open' : `${open} open${overdue === 0 ? '' : ` (${overdue} overdue)`}`,
    ...(of('done') > 0 ? [`${of('done')} done`] : []),
    ...(of('dropped') > 0 ? [`${of('dropped')} dropped`] : []),
  ];
  return `${count(items.length, 'follow-up')}: ${enumeration(parts)}.`;
}

/** By the day of the report, in UTC: a date of no zone has no hour to be exact about. */
function isOverdue({ state, by }: FollowUp, generated: Instant): boolean {
  return by !== null && (state === 'open' || state === 'in-progress') && by < generated.slice(0, 10);
}

function rank(item: FollowUp, generated: Instant): number {
  return isOverdue(item, generated) ? -1 : ['open', 'in-progress', 'done', 'dropped'].indexOf(item.state);
}

function compareDates(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === b) return 0;
  return a === null || (b !== null && a > b) ? 1 : -1;
}
