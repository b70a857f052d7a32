/** Numbers over time: each group of series as a sentence, a chart against the fault window, and its statistics. */
import { isShown } from '../../report/metrics/shown.js';
import { milliseconds } from '../../report/time.js';
import type { Experiment, MetricGroup, MetricSeries, Metrics, Phase } from '../../report/types.js';
import { evidenceId, partId } from '../ids.js';
import { code, inlines, linkTo, paragraph, present, strong, time } from '../inline.js';
import type { WordSettings } from '../settings.js';
import type { Block, Inline, Section } from '../types.js';
import type { Zone } from '../words/zone.js';
import { named } from '../words/names.js';
import { count, duration, enumeration } from '../words/quantity.js';
import { MOVEMENTS, movementWords } from '../words/movement.js';
import { groupTitle, seriesName } from '../words/series-name.js';
import { loadTestSection } from './load-test.js';
import { haveOwnAxes, MOST_LINES, MOST_PLOTS, seriesChart } from './metric-chart.js';
import { byMovement, isOverTime } from './metric-order.js';
import { parted, tableOf } from './metric-rest.js';
import { scaleOf } from './metric-table.js';

/** Sentences of many series, at most. */
const MOST_SENTENCES = 4;

/** The part of the result; null where nothing was measured over time. */
export function metricsSection(experiment: Experiment, settings: WordSettings): Section | null {
  const { id, metrics } = experiment;
  const sections = [
    ...metrics.groups.flatMap((group, index) =>
      isShown(group) ? [groupSection(group, `${partId(id, 'metrics')}-${index}`, experiment, settings)] : [],
    ),
    ...metrics.loadTests.map((test, index) =>
      loadTestSection(test, `${partId(id, 'load-test')}-${index}`, experiment, settings),
    ),
  ];
  const left = leftOut(experiment);
  if (sections.length + left.length === 0) return null;
  return {
    kind: 'section',
    name: 'metrics',
    id: partId(id, 'metrics'),
    title: inlines('Metrics'),
    blocks: present(windowNote(experiment, settings), ...left, ...sections),
  };
}

/** What the fault window is, where series are held against it: a fault may have ended before it did. */
function windowNote({ faultWindow, metrics }: Experiment, { zone }: WordSettings): Block | null {
  const compared = metrics.groups.some(
    (group) => isShown(group) && group.series.some(({ movement }) => movement.kind !== 'unknown'),
  );
  if (!faultWindow || !compared) return null;
  return paragraph(
    inlines(
      'The fault window is the time between the first action and the end of the method, from ',
      time(faultWindow.start, zone.clock(faultWindow.start)),
      ' to ',
      time(faultWindow.end, zone.clock(faultWindow.end)),
      '. The fault itself may have ended earlier: the journal does not say which action ended it.',
    ),
    'note',
  );
}

const LEFT_OUT = {
  'other-run': 'has times of another run, and is left out',
  'too-large': 'is too large to be read',
  'unknown-format': 'is in no format that is known',
} as const;

/** Files of evidence that activities name and that no numbers came of. */
function leftOut({ id, metrics }: Experiment): Block[] {
  return metrics.files.flatMap(({ path, phase, index, state }): Block[] =>
    state === 'read'
      ? []
      : [
          paragraph(
            inlines(
              'The file ',
              code(path),
              `, which `,
              linkTo(evidenceId({ experiment: id, phase, index, pointer: '' }), 'an activity'),
              ` names, ${LEFT_OUT[state]}.`,
            ),
            'note',
          ),
        ],
  );
}

function groupSection(group: MetricGroup, id: string, experiment: Experiment, settings: WordSettings): Section {
  const { zone } = settings;
  const { shown } = parted(group);
  const said = sentences(group, experiment, zone);
  const chart = seriesChart(group, shown, experiment.faultWindow, zone, said.join(' '));
  return {
    kind: 'section',
    name: 'metric',
    id,
    title: inlines(strong(groupTitle(group))),
    blocks: present(
      ...said.map((sentence) => paragraph(sentence)),
      chart,
      chart !== null &&
        haveOwnAxes(chart) &&
        paragraph('Each small plot has an axis of its own: on one for all, the lowest lines would be flat.', 'note'),
      paragraph(caption(group, experiment, settings), 'note'),
      tableOf(group, shown, zone),
      ...notes(group, id),
    ),
  };
}

/** What moved, a paragraph a series: of few series each, of many how many did what, and the first of them. */
function sentences(group: MetricGroup, { faultWindow }: Experiment, zone: Zone): string[] {
  const { series } = group;
  if (!isOverTime(group)) return [];
  const words = (some: readonly MetricSeries[]): string[] =>
    some.flatMap((one) => {
      const said = movementWords(seriesName(one, group), one, group, zone);
      return said === null ? [] : [`${said}.`];
    });
  if (series.length <= MOST_LINES) {
    const said = words(series);
    return said.length === 0 ? whyNothing(group, faultWindow) : said;
  }
  const told = series.filter(({ movement }) => movement.kind !== 'unknown');
  if (told.length === 0) return whyNothing(group, faultWindow);
  const kinds = MOVEMENTS.flatMap(([kind, word]) => {
    const many = told.filter(({ movement }) => movement.kind === kind).length;
    return many === 0 ? [] : [`${many} ${word}`];
  });
  const moved = byMovement(told).filter(({ movement }) => movement.size > 0);
  const all = count(told.length, 'series', 'series');
  if (moved.length === 0) return [`Of ${all} none moved beyond what it was before the fault window.`];
  return [
    `In the fault window, of ${all} ${enumeration(kinds)}; ${moved.length === told.length ? 'none' : told.length - moved.length} did none of this.`,
    ...words(moved.slice(0, MOST_SENTENCES)),
    ...alsoMoved(moved.slice(MOST_SENTENCES).map((one) => seriesName(one, group))),
  ];
}

/** Names of those that moved less: all of few. */
function alsoMoved(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    names.length <= MOST_LINES ? `${enumeration(names)} moved less.` : `${count(names.length, 'other')} moved less.`,
  ];
}

/** Why nothing is held against each other. */
function whyNothing({ start, end }: MetricGroup, window: Experiment['faultWindow']): string[] {
  if (!window) return ['There was no fault window, so there is no before and after.'];
  if (start === null || end === null) return [];
  const late = (milliseconds(start) - milliseconds(window.end)) / 1000;
  const early = (milliseconds(window.start) - milliseconds(end)) / 1000;
  if (early > 0) return [`These values end ${duration(early)} before the fault window, and say nothing about it.`];
  if (late > 0) return [`These values begin ${duration(late)} after the fault window, and say nothing about it.`];
  return ['There are too few values before or in the fault window to say what moved.'];
}

/** Whence the numbers are, how many, from when to when, in what unit. */
function caption(group: MetricGroup, experiment: Experiment, { zone }: WordSettings): Inline[] {
  const { origin, series, start, end, step, regular, shared, query, name } = group;
  const title = named(origin.activity, 'a probe');
  const from =
    origin.index === null
      ? inlines(`All results of ${title}`)
      : inlines(
          'From ',
          linkTo(
            evidenceId({ experiment: experiment.id, phase: origin.phase, index: origin.index, pointer: '' }),
            title,
          ),
        );
  const values = new Set(series.map((one) => one.values));
  const many = Math.max(...values);
  const each = values.size === 1 ? count(many, 'value') : `up to ${count(many, 'value')}`;
  const [only] = series;
  // Of one line the plot has no name beside it.
  const own = only && Object.keys(only.labels).length > 0 ? seriesName(only, group) : '';
  const which = own === '' || own === groupTitle(group) ? '' : `, ${own}`;
  const unit = scaleOf(group).word;
  const labels = Object.entries(shared).filter(([label]) => label !== '__name__');
  return inlines(
    ...from,
    ...(origin.file === null ? [] : inlines(', file ', code(origin.file))),
    series.length === 1 ? `${which}: ${each}` : `: ${count(series.length, 'series', 'series')} of ${each}`,
    ...(start === null || end === null
      ? []
      : start === end
        ? inlines(' at ', time(start, zone.full(start)))
        : inlines(
            ', from ',
            time(start, zone.full(start)),
            ' to ',
            time(end, sameDay(start, end) ? zone.clock(end) : zone.full(end)),
          )),
    step !== null && regular ? `, one every ${step === 1 ? 'second' : duration(step)}` : '',
    unit === '' ? '' : unit.startsWith('per') ? `, ${unit}` : `, in ${unit}`,
    '.',
    ...(labels.length === 0
      ? []
      : inlines(` All have ${enumeration(labels.map(([label, value]) => `${label} ${value}`))}.`)),
    ...(query === null || query === name ? [] : inlines(' Query: ', code(query))),
  );
}

function sameDay(start: string, end: string): boolean {
  return start.slice(0, 10) === end.slice(0, 10);
}

/** What is not drawn: values that are no numbers, gaps, series beyond the first. */
function notes(group: MetricGroup, id: string): Block[] {
  const { series } = group;
  const { shown, rest } = parted(group);
  const odd = series.flatMap((one) => {
    const parts = [
      one.nan > 0 ? `${count(one.nan, 'value')} of NaN` : '',
      one.plusInfinity > 0 ? `${count(one.plusInfinity, 'value')} of +Inf` : '',
      one.minusInfinity > 0 ? `${count(one.minusInfinity, 'value')} of -Inf` : '',
      one.gaps > 0 ? count(one.gaps, 'gap') : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? [] : [{ name: seriesName(one, group), parts }];
  });
  const one = odd.length === 1 && odd[0]?.parts.length === 1 && odd[0].parts[0]?.startsWith('1\u00a0');
  const told = odd.slice(0, MOST_PLOTS).map(({ name, parts }) => `${name} has ${enumeration(parts)}`);
  const more = odd.length > MOST_PLOTS ? ` So do ${count(odd.length - MOST_PLOTS, 'more series', 'more series')}.` : '';
  return present(
    told.length > 0 &&
      isOverTime(group) &&
      paragraph(
        `${told.join('; ')}. ${one ? 'It is counted, not drawn, and no line goes over it' : 'They are counted, not drawn, and no line goes over them'}.${more}`,
        'note',
      ),
    rest.length > 0 &&
      paragraph(
        inlines(
          `Shown are ${shown.length} of ${series.length} series, ${shown.some(({ movement }) => movement.size > 0) ? 'those that moved most' : 'the first ones'}; `,
          linkTo(`${id}-rest`, 'the others stand in the appendix'),
          '.',
        ),
        'note',
      ),
  );
}

const placesOfOutputs = new WeakMap<Metrics, Map<string, number>>();

/** Where the series stand that were read from an activity's output; null where there are none. */
export function metricsId({ id, metrics }: Experiment, phase: Phase, index: number): string | null {
  let known = placesOfOutputs.get(metrics);
  if (known === undefined) {
    known = new Map<string, number>();
    for (const [at, { source, origin }] of metrics.groups.entries()) {
      const place = `${origin.phase} ${String(origin.index)}`;
      if (source !== 'probe' && origin.file === null && !known.has(place)) known.set(place, at);
    }
    placesOfOutputs.set(metrics, known);
  }
  const at = known.get(`${phase} ${index}`);
  return at === undefined ? null : `${partId(id, 'metrics')}-${at}`;
}
