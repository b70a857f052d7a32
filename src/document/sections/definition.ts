/** What was to be done: hypothesis with its evaluations, method, rollbacks, configuration, controls. */
import type { JsonObject } from '../../json.js';
import { refusal } from '../../report/doubt.js';
import { textOf } from '../../report/read-parts.js';
import { isDryRun } from '../../report/dry.js';
import { hasFields } from '../../report/steady-state.js';
import type { Experiment } from '../../report/types.js';
import { partId } from '../ids.js';
import { inlines, paragraph, present } from '../inline.js';
import { valueBlocks } from '../output.js';
import type { Notation, WordSettings } from '../settings.js';
import type { Block, Section } from '../types.js';
import { count, figure } from '../words/quantity.js';
import { activitiesSection } from './declared-activities.js';
import { fieldBlocks } from './fields.js';
import { otherSection } from './other-fields.js';
import { hypothesisSection } from './hypothesis.js';

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
        intro: [paragraph(rollbackSentence(rollbacks, rollbackCounts))],
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

function rollbackSentence(rollbacks: Experiment['rollbacks'], counts: Experiment['rollbackCounts']): string {
  if (rollbacks.length === 0) return 'No rollbacks were declared.';
  const { declared, run, succeeded, failed, cutOff, dry } = counts;
  const refused = rollbacks.filter(({ result }) => result !== null && refusal(result) !== null).length;
  const what = `${count(declared, 'rollback was', 'rollbacks were')} declared`;
  if (dry > 0) return `${what}; ${declared === 1 ? 'it was' : 'they were'} not carried out, for this was a dry run.`;
  if (rollbacks.every(({ skipped }) => skipped === 'not-recorded'))
    return `${what}; the journal does not record whether ${declared === 1 ? 'it' : 'they'} ran.`;
  if (run === 0) return `${what}; ${declared === 1 ? 'it was not' : 'none was'} run.`;
  const all = declared === 1 ? 'it' : declared === 2 ? 'both' : 'all';
  if (run >= declared && succeeded - refused === run) return `${what}; ${all} ran and succeeded.`;
  const notes = [
    ...(failed > 0 ? [`${figure(failed)} failed`] : []),
    ...(cutOff > 0 ? [`${figure(cutOff)} ${cutOff === 1 ? 'was' : 'were'} cut off`] : []),
    ...(refused > 0 ? [`${figure(refused)} ${refused === 1 ? 'was' : 'were'} answered with an error`] : []),
  ];
  if (declared === 1 && run === 1 && failed + cutOff > 0)
    return `${what}; it ${failed > 0 ? 'failed' : 'was cut off'}.`;
  if (declared === 1 && run === 1 && refused > 0) return `${what}; it ran, and was answered with an error.`;
  const ran = run >= declared ? `${all} ran` : `${figure(run)} of them ran`;
  return `${what}; ${ran}${notes.length === 0 ? '' : `, and ${notes.join(', ')}`}.`;
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
