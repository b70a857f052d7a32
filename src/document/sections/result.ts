/** What happened: when, and each activity and rollback with its facts and, where it failed, its error. */
import type { Experiment, RollbackResult } from '../../report/types.js';
import { partId, placeId } from '../ids.js';
import { fullTime, inlines, paragraph, present, status, strong, text } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Block, Inline, Section } from '../types.js';
import { kindNoun, named } from '../words/names.js';
import { count, duration, enumeration } from '../words/quantity.js';
import { skipSentence } from '../words/skip.js';
import { activitySection } from './activity.js';
import { metricsSection } from './metrics.js';
import { timelineChart } from './timeline.js';

export function resultSection(experiment: Experiment, settings: WordSettings): Section {
  const { id, run } = experiment;
  return {
    kind: 'section',
    name: 'result',
    id: partId(id, 'result'),
    title: inlines('Result'),
    blocks: present(
      paragraph(conducted(experiment, settings)),
      timelineChart(experiment, settings.zone),
      metricsSection(experiment, settings),
      run.length === 0 && paragraph(nothingRan(experiment)),
      ...run.map((result, index) => activitySection(result, placeId(id, 'method', index), experiment, settings)),
      ...notStarted(experiment),
      rollbacksSection(experiment, settings),
    ),
  };
}

function conducted({ start, duration: seconds }: Experiment, { zone }: WordSettings): Inline[] {
  const lasted = seconds === null ? [] : inlines(` and lasted ${lasting(seconds)}`);
  return start === null
    ? inlines(
        'The journal does not say when the experiment was conducted',
        ...(seconds === null ? [] : inlines(`; it lasted ${lasting(seconds)}`)),
        '.',
      )
    : inlines('The experiment was conducted on ', fullTime(start, zone), ...lasted, '.');
}

/** Whole seconds are rough; milliseconds are not. */
function lasting(seconds: number): string {
  return `${seconds < 1 ? '' : 'roughly '}${duration(seconds)}`;
}

function nothingRan({ definition, verdict }: Experiment): string {
  const { length } = definition.method;
  if (length === 0) return 'The method has no activities: nothing was done.';
  const why = verdict.verdict === 'not-tested' ? ', because the steady state was not verified before it' : '';
  return length === 1
    ? `The only activity of the method was not started${why}.`
    : `None of the ${count(length, 'activity', 'activities')} of the method was started${why}.`;
}

/** Activities at the end of a method that was cut short. */
function notStarted({ definition, run, activityCounts, status: written }: Experiment): Block[] {
  if (activityCounts.notStarted === 0 || run.length === 0) return [];
  const names = definition.method
    .slice(-activityCounts.notStarted)
    .map(({ kind, name }) => `“${named(name, kindNoun(kind))}”`);
  const why = written === 'interrupted' || written === 'aborted' ? `, because the run was ${written}` : '';
  return [paragraph(`${enumeration(names)} ${names.length === 1 ? 'was' : 'were'} not started${why}.`)];
}

/** Every rollback: those that ran like activities, the others with the reason. */
function rollbacksSection(experiment: Experiment, settings: WordSettings): Section | null {
  const { id, rollbacks } = experiment;
  if (rollbacks.length === 0) return null;
  return {
    kind: 'section',
    name: 'rollback-results',
    id: partId(id, 'rollback-results'),
    title: inlines('Rollbacks'),
    blocks: rollbacks.flatMap((rollback, index) =>
      rollbackBlocks(rollback, placeId(id, 'rollback', index), experiment, settings),
    ),
  };
}

function rollbackBlocks(
  { name, declared, result, skipped }: RollbackResult,
  id: string,
  experiment: Experiment,
  settings: WordSettings,
): Block[] {
  if (result) {
    const section = activitySection(result, id, experiment, settings);
    return [
      declared
        ? section
        : { ...section, blocks: [paragraph('This rollback ran without being declared.', 'note'), ...section.blocks] },
    ];
  }
  return [
    {
      kind: 'section',
      name: 'activity',
      id,
      title: [text('Rollback - '), strong(named(name, 'a rollback'))],
      status: skipped === 'not-recorded' ? status('not-known', 'not recorded') : status('skipped', 'not run'),
      blocks: [paragraph(skipSentence(skipped))],
    },
  ];
}
