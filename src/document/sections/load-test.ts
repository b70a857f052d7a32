/** A load test as its tool sums it up: a row a measure, the conditions it set itself, the errors it met. */
import { milliseconds } from '../../report/time.js';
import type { Experiment, Instant, LoadMeasure, LoadTest } from '../../report/types.js';
import { evidenceId, partId } from '../ids.js';
import { code, inlines, linkTo, paragraph, present, status, strong, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Code, Inline, Section, Table } from '../types.js';
import { measure } from '../words/measure.js';
import { named } from '../words/names.js';
import { count, duration } from '../words/quantity.js';
import { visible } from '../words/visible.js';

export function loadTestSection(test: LoadTest, id: string, experiment: Experiment, settings: WordSettings): Section {
  const { tool, measures, thresholds, errors } = test;
  return {
    kind: 'section',
    name: 'metric',
    id,
    title: inlines(strong(`${tool} summary`)),
    blocks: present(
      paragraph(caption(test, experiment, settings), 'note'),
      measuresTable(measures),
      thresholds.length > 0 && thresholdsTable(thresholds),
      errors.length > 0 && paragraph(`${count(errors.length, 'error message')}:`, 'intro'),
      errors.length > 0 && errorsCode(errors),
    ),
  };
}

function caption({ origin, start, end, tool }: LoadTest, experiment: Experiment, { zone }: WordSettings): Inline[] {
  const place = { experiment: experiment.id, phase: origin.phase, index: origin.index, pointer: '' };
  const title = named(origin.activity, 'an activity');
  const when =
    start === null || end === null
      ? [
          `. The summary of ${tool} has no times${origin.file === null ? '' : ': that it is of this run, only the name of the file says'}.`,
        ]
      : [
          ', from ',
          time(start, zone.full(start)),
          ' to ',
          time(end, zone.clock(end)),
          '. ',
          againstWindow(start, end, experiment.faultWindow),
        ];
  return inlines(
    'From ',
    linkTo(origin.index === null ? partId(experiment.id, 'result') : evidenceId(place), title),
    ...(origin.file === null ? [] : inlines(', file ', code(origin.file))),
    ...when,
  );
}

/** A summary does not tell its parts apart: how much of it was in the window is all that can be said. */
function againstWindow(start: Instant, end: Instant, window: Experiment['faultWindow']): string {
  if (!window) return '';
  const [from, to] = [milliseconds(start), milliseconds(end)];
  const within = Math.min(to, milliseconds(window.end)) - Math.max(from, milliseconds(window.start));
  if (within <= 0) return 'None of it was in the fault window.';
  if (within >= to - from) return 'All of it was in the fault window.';
  return `Of its ${duration((to - from) / 1000)}, ${duration(within / 1000)} were in the fault window; the summary does not tell them apart.`;
}

/** Figures of a measure in one cell, each under its tool's name. */
function measuresTable(measures: readonly LoadMeasure[]): Table {
  return {
    kind: 'table',
    role: 'statistics',
    label: 'What the load test measured',
    columns: [
      { key: 'measure', label: 'Measure', align: 'start', width: 28, heading: true },
      { key: 'figures', label: 'Figures', align: 'start', width: 72 },
    ],
    rows: measures.map(({ name, unit, figures }) => ({
      cells: [
        inlines(name),
        inlines(
          figures
            .map((one) => {
              const value = measure(one.value, unit);
              if (one.name === name) return value;
              // A name that is a figure, like a status, would read as one with its value.
              return `${one.name}${/^\d+$/.test(one.name) ? ':' : ''} ${value}`;
            })
            .join(', '),
        ),
      ],
    })),
  };
}

function thresholdsTable(thresholds: LoadTest['thresholds']): Table {
  return {
    kind: 'table',
    role: 'statistics',
    label: 'Conditions that the load test set itself',
    columns: [
      { key: 'measure', label: 'Measure', align: 'start', width: 36, heading: true },
      { key: 'condition', label: 'Condition', align: 'start', width: 40 },
      { key: 'met', label: 'Met', align: 'start', width: 16 },
    ],
    rows: thresholds.map(({ measure: name, condition, met }) => ({
      ...(met ? {} : { weight: 'strong' as const }),
      cells: [inlines(name), [code(condition)], [status(met ? 'met' : 'not-met', met ? 'met' : 'not met')]],
    })),
  };
}

function errorsCode(errors: readonly string[]): Code {
  return { kind: 'code', language: 'text', text: errors.map(visible).join('\n') };
}
