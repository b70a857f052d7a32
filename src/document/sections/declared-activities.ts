/** What the method or the rollbacks declare: a table, a row an activity. */
import type { JsonValue } from '../../json.js';
import { textOf } from '../../report/read-parts.js';
import type { DeclaredActivity } from '../../report/types.js';
import { substitute } from '../../report/variables.js';
import { code, inlines, paragraph } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Block, Inline, Row, Section, Table } from '../types.js';
import { named } from '../words/names.js';
import { pauseWords } from '../words/pause.js';
import type { Variables } from '../words/read-as.js';
import { toleranceWords } from '../words/tolerance.js';
import { abridged } from '../words/value.js';

/** As long as an address or a path in the table may be. */
const ADDRESS_LIMIT = 400;

interface ActivityList {
  readonly id: string;
  readonly title: 'Method' | 'Rollbacks';
  readonly activities: readonly DeclaredActivity[];
  readonly intro: readonly Block[];
  readonly none: string;
  readonly notation: Notation;
  /** How many at the end were never started. */
  readonly missing: number;
  readonly variables: Variables;
}

export function activitiesSection(list: ActivityList): Section {
  const { id, title, activities, intro, none } = list;
  const name = title === 'Method' ? ('method' as const) : ('rollbacks' as const);
  const base = { kind: 'section' as const, name, id, title: inlines(title) };
  if (activities.length === 0) return { ...base, blocks: [paragraph(none)] };
  return { ...base, blocks: [...intro, activitiesTable(list)] };
}

function activitiesTable({ title, activities, notation, missing, variables }: ActivityList): Table {
  return {
    kind: 'table',
    role: 'method',
    label: title === 'Method' ? 'The activities of the method' : 'The rollbacks',
    columns: [
      { key: 'type', label: 'Type', align: 'start', width: 44 },
      { key: 'name', label: 'Name', align: 'start', width: 120, heading: true },
      { key: 'provider', label: 'Provider', align: 'start', width: 190 },
      { key: 'background', label: 'Background', align: 'start', width: 54 },
      { key: 'pauses', label: 'Pauses', align: 'start', width: 85 },
    ],
    rows: activities.map((activity, index) =>
      activityRow(activity, notation, variables, index >= activities.length - missing),
    ),
  };
}

function activityRow(activity: DeclaredActivity, notation: Notation, variables: Variables, notStarted: boolean): Row {
  const { kind, name, ref, provider, background, pauses, tolerance } = activity;
  const held =
    tolerance === null ? [] : ['; tolerance: ', ...toleranceWords(tolerance, provider?.type ?? null, notation)];
  const notes = [...(ref === null ? [] : ['by reference']), ...(notStarted ? ['not started'] : [])];
  return {
    ...(notStarted ? { weight: 'muted' as const } : {}),
    cells: [
      inlines(kind),
      inlines(named(name, kind), notes.length === 0 ? '' : ` (${notes.join(', ')})`),
      inlines(...providerWords(provider, variables), ...held),
      inlines(background ? 'True' : 'False'),
      pauseWords(resolvedPauses(pauses, variables), notation),
    ],
  };
}

/** The pauses with their variables read: a table has no room for both. */
function resolvedPauses(
  { before, after }: DeclaredActivity['pauses'],
  variables: Variables,
): DeclaredActivity['pauses'] {
  const read = (pause: JsonValue | null): JsonValue | null =>
    pause === null ? null : (substitute(pause, variables) ?? pause);
  return { before: read(before), after: read(after) };
}

/** The provider in a few words: `http GET http://…`, `python module.function`, `process path`. */
function providerWords(provider: DeclaredActivity['provider'], variables: Variables): Inline[] {
  if (!provider) return inlines('N/A');
  const { type, settings } = provider;
  const setting = (key: string): string => {
    const written = textOf(settings[key]) ?? '';
    return textOf(substitute(written, variables)) ?? written;
  };
  const what =
    type === 'http'
      ? `${setting('method') || 'GET'} ${setting('url')}`
      : type === 'python'
        ? [setting('module'), setting('func')].filter(Boolean).join('.')
        : type === 'process'
          ? setting('path')
          : '';
  return inlines(`${named(type, 'a provider')} `, what === '' ? '' : code(abridged(what, ADDRESS_LIMIT)));
}
