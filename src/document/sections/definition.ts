/** What was to be done: hypothesis with its evaluations, method, rollbacks, configuration, controls. */
import { isObject, type JsonObject, type JsonValue } from '../../json.js';
import { textOf } from '../../report/read-parts.js';
import { isDryRun } from '../../report/dry.js';
import { hasFields } from '../../report/steady-state.js';
import { substitute } from '../../report/variables.js';
import type { DeclaredActivity, Experiment } from '../../report/types.js';
import { partId } from '../ids.js';
import { code, inlines, paragraph, present } from '../inline.js';
import { valueBlocks } from '../output.js';
import type { Notation, WordSettings } from '../settings.js';
import type { Block, FactRow, Inline, Row, Section, Table } from '../types.js';
import { literal } from '../words/literal.js';
import { named } from '../words/names.js';
import { count, figure } from '../words/quantity.js';
import type { Variables } from '../words/read-as.js';
import { toleranceWords } from '../words/tolerance.js';
import { abridged, cellValue } from '../words/value.js';
import { pauseWords } from '../words/pause.js';
import { hypothesisSection } from './hypothesis.js';

const VALUE_LIMIT = 400;

export function definitionSection(experiment: Experiment, settings: WordSettings): Section {
  const { definition, id, rollbacks, rollbackCounts } = experiment;
  const { notation } = settings;
  const { actions, probes } = definition;
  return {
    kind: 'section',
    name: 'definition',
    id: partId(id, 'definition'),
    title: inlines('Definition'),
    blocks: present(
      paragraph(
        `The experiment was made of ${count(actions, 'action')}, to vary conditions in your system, and ${count(probes, 'probe')}, to collect objective data from your system during the experiment.`,
      ),
      hypothesisSection(experiment, settings),
      activitiesSection({
        id: partId(id, 'method'),
        title: 'Method',
        activities: definition.method,
        notation,
        none: 'No activities were declared.',
        intro: methodIntro(experiment),
        missing: experiment.activityCounts.notStarted,
        variables: experiment.variables,
      }),
      activitiesSection({
        id: partId(id, 'rollbacks'),
        title: 'Rollbacks',
        activities: definition.rollbacks,
        notation,
        none: 'No rollbacks were declared.',
        intro: [paragraph(rollbackSentence(rollbacks.length > 0 ? rollbackCounts : null))],
        missing: 0,
        variables: experiment.variables,
      }),
      settingsSection('configuration', 'Configuration', id, definition.configuration, experiment, notation),
      settingsSection('secrets', 'Secrets', id, definition.secrets, experiment, notation),
      controlsSection(id, definition.controls, experiment, notation),
      otherSection(id, experiment, notation),
    ),
  };
}

function rollbackSentence(counts: Experiment['rollbackCounts'] | null): string {
  if (!counts) return 'No rollbacks were declared.';
  const { declared, run, succeeded, failed, cutOff, dry } = counts;
  const what = `${count(declared, 'rollback was', 'rollbacks were')} declared`;
  if (dry > 0) return `${what}; ${declared === 1 ? 'it was' : 'they were'} not carried out, for this was a dry run.`;
  if (run === 0) return `${what}; ${declared === 1 ? 'it was not' : 'none was'} run.`;
  const all = declared === 1 ? 'it' : declared === 2 ? 'both' : 'all';
  if (run >= declared && succeeded === run) return `${what}; ${all} ran and succeeded.`;
  const notes = [
    ...(failed > 0 ? [`${figure(failed)} failed`] : []),
    ...(cutOff > 0 ? [`${figure(cutOff)} ${cutOff === 1 ? 'was' : 'were'} cut off`] : []),
  ];
  if (declared === 1 && run === 1) return `${what}; it ${failed > 0 ? 'failed' : 'was cut off'}.`;
  const ran = run >= declared ? `${all} ran` : `${figure(run)} of them ran`;
  return `${what}; ${ran}${notes.length === 0 ? '' : `, and ${notes.join(', ')}`}.`;
}

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

function activitiesSection(list: ActivityList): Section {
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

/** What is said over the table of the method: it declares, and not all of it need have been done. */
function methodIntro({ activityCounts, definition, dry }: Experiment): Block[] {
  const { notStarted } = activityCounts;
  const opening = paragraph(
    'The experiment method defines the sequence of activities that help gathering evidence towards, or against, the hypothesis.',
  );
  if (isDryRun(dry))
    return [opening, paragraph('The method declares the following activities; this was a dry run:', 'intro')];
  if (notStarted === 0)
    return [
      opening,
      paragraph(
        `The following ${definition.method.length === 1 ? 'activity was' : 'activities were'} conducted as part of the experiment’s method:`,
        'intro',
      ),
    ];
  const which =
    notStarted < definition.method.length
      ? `${figure(notStarted)} of them ${notStarted === 1 ? 'was' : 'were'} not started`
      : notStarted === 1
        ? 'it was not started'
        : 'none was started';
  return [
    opening,
    paragraph(
      `The method declares the following ${definition.method.length === 1 ? 'activity' : 'activities'}; ${which}:`,
      'intro',
    ),
  ];
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
  return inlines(`${named(type, 'a provider')} `, what === '' ? '' : code(abridged(what, VALUE_LIMIT)));
}

/** Configuration or secrets: a row a name. Values that do not fit a row stand below. */
function settingsSection(
  name: 'configuration' | 'secrets',
  title: string,
  id: string,
  values: JsonObject | null,
  experiment: Experiment,
  notation: Notation,
): Section | null {
  if (!values || !hasFields(values)) return null;
  return {
    kind: 'section',
    name,
    id: partId(id, name),
    title: inlines(title),
    blocks: fieldBlocks(values, { file: experiment.source.file, pointer: `/experiment/${name}` }, notation),
  };
}

/** Fields as rows; a value that is too long for a row gets blocks of its own under its name. */
export function fieldBlocks(
  values: JsonObject,
  source: { readonly file: string; readonly pointer: string },
  notation: Notation,
): Block[] {
  const rows: FactRow[] = [];
  const apart: Block[] = [];
  for (const [key, value] of Object.entries(values)) {
    const words = environmentWords(value, notation);
    const written = literal(value, { notation });
    if (words) rows.push({ label: inlines(key), value: words });
    else if (written.length <= VALUE_LIMIT)
      rows.push({ label: inlines(key), value: [code(typeof value === 'string' && value !== '' ? value : written)] });
    else
      apart.push(
        paragraph(key, 'intro'),
        ...valueBlocks(value, { file: source.file, pointer: `${source.pointer}/${key}` }, notation),
      );
  }
  return [...(rows.length > 0 ? [{ kind: 'facts' as const, rows }] : []), ...apart];
}

const ENVIRONMENT_KEYS = new Set(['type', 'key', 'default', 'env_var_type']);

/** "0.3, the default of the environment variable LAB_COOLDOWN". */
function environmentWords(value: JsonValue, notation: Notation): Inline[] | null {
  if (!isObject(value) || value.type !== 'env' || !Object.keys(value).every((key) => ENVIRONMENT_KEYS.has(key)))
    return null;
  const key = textOf(value.key);
  if (key === null) return null;
  const type = textOf(value.env_var_type);
  const as = type === null ? '' : `, read as ${type}`;
  if (value.default === undefined) return inlines('the environment variable ', code(key), as);
  return inlines(cellValue(value.default, notation), ', the default of the environment variable ', code(key), as);
}

function controlsSection(
  id: string,
  controls: readonly JsonObject[],
  experiment: Experiment,
  notation: Notation,
): Section {
  const base = {
    kind: 'section' as const,
    name: 'controls' as const,
    id: partId(id, 'controls'),
    title: inlines('Controls'),
  };
  if (controls.length === 0) return { ...base, blocks: [paragraph('No controls were declared.')] };
  return {
    ...base,
    blocks: [
      paragraph(`${count(controls.length, 'control was', 'controls were')} declared.`),
      ...controls.flatMap((control, index) => {
        const source = { file: experiment.source.file, pointer: `/experiment/controls/${index}` };
        return [
          paragraph(textOf(control.name) ?? '(a control without a name)', 'intro'),
          ...valueBlocks(control, source, notation),
        ];
      }),
    ],
  };
}

/** Fields of the journal and of the experiment that nobody knows. */
function otherSection(
  id: string,
  { definition, otherFields, hypothesis, source }: Experiment,
  notation: Notation,
): Section | null {
  const { file } = source;
  const runtime: JsonObject = definition.runtime === null ? {} : { runtime: definition.runtime };
  const blocks = [
    ...fieldBlocks(runtime, { file, pointer: '/experiment' }, notation),
    ...fieldBlocks(definition.otherFields, { file, pointer: '/experiment' }, notation),
    ...fieldBlocks(hypothesis?.otherFields ?? {}, { file, pointer: '/experiment/steady-state-hypothesis' }, notation),
    ...fieldBlocks(otherFields, { file, pointer: '' }, notation),
  ];
  return blocks.length === 0
    ? null
    : { kind: 'section', name: 'other-fields', id: partId(id, 'other-fields'), title: inlines('Other fields'), blocks };
}
