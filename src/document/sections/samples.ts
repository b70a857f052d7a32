/**
 * Outputs of samples: what all samples of a probe returned alike is shown once, and what differed in a table, a row a
 * sample. Hundreds of samples are hundreds of nearly equal outputs; none of them may be lost, and nobody reads them apart.
 */
import { emptyObject, isArray, isObject, pointer, type JsonValue } from '../../json.js';
import type { ActivityResult, Experiment, ProbeCheck, SteadyState } from '../../report/types.js';
import { partId } from '../ids.js';
import { code, inlines, paragraph, present, strong, text, time } from '../inline.js';
import { valueBlocks } from '../output.js';
import type { WordSettings } from '../settings.js';
import { errorBlocks } from '../traceback.js';
import type { Block, Inline, Section, Table } from '../types.js';
import { fineClock } from '../words/fine-clock.js';
import { literal } from '../words/literal.js';
import { checkStatus, named } from '../words/names.js';
import { count, enumeration, figure } from '../words/quantity.js';
import { visibleLine } from '../words/visible.js';

/** More differing places than this, and each output is shown whole. */
const MOST_COLUMNS = 6;
/** A leaf with at most this many values tells groups apart, and at most this many groups are told. */
const FEW_VALUES = 4;
const MOST_GROUPS = 8;
/** Longer values do not go into a cell. */
const CELL_LENGTH = 200;

interface Sample {
  /** Counted from 1. */
  readonly number: number;
  readonly check: ProbeCheck;
  readonly result: ActivityResult;
}

/** Null where there are no samples. */
export function samplesSection(
  during: readonly SteadyState[],
  experiment: Experiment,
  settings: WordSettings,
): Section | null {
  const samples = during.flatMap((state, index) =>
    state.probes.flatMap((check): Sample[] =>
      check.result ? [{ number: index + 1, check, result: check.result }] : [],
    ),
  );
  if (samples.length === 0) return null;
  const byName = new Map<string, Sample[]>();
  for (const sample of samples) {
    const same = byName.get(sample.check.name);
    if (same) same.push(sample);
    else byName.set(sample.check.name, [sample]);
  }
  return {
    kind: 'section',
    name: 'output',
    id: partId(experiment.id, 'during-output'),
    title: inlines('Samples during the run'),
    blocks: [...byName].map(([name, ofProbe], index): Section => ({
      kind: 'section',
      name: 'output',
      id: partId(experiment.id, `during-output-${index}`),
      title: [text('Probe - '), strong(named(name, 'probe')), text(', during the run')],
      blocks: probeBlocks(ofProbe, experiment.source.file, settings),
    })),
  };
}

function probeBlocks(samples: readonly Sample[], file: string, settings: WordSettings): Block[] {
  const answered = samples.filter(({ result }) => result.exception === null);
  const raised = samples.filter(({ result }) => result.exception !== null);
  return present(
    ...groupAlike(answered)
      .toSorted((a, b) => Number(isMet(a)) - Number(isMet(b)))
      .flatMap((group) => groupBlocks(group, file, settings)),
    ...raised.flatMap(({ number, result }) => [
      paragraph(`Sample ${number} raised the following error:`),
      ...errorBlocks(result.exception ?? '', `sample ${number}`, { file, pointer: `${result.pointer}/exception` }),
    ]),
  );
}

/** What was out of tolerance is shown first. */
function isMet(group: readonly Sample[]): boolean {
  return group.every(({ check }) => check.state === 'met');
}

/**
 * Outputs that read as one: the same leaves, and the same values in those that take only a few (`ok`, `replicas`). What
 * is left to differ within a group are times, numbers of requests and the like.
 */
function groupAlike(samples: readonly Sample[]): Sample[][] {
  const shapes = groupBy(samples, ({ result }) => [...leaves(result.output).keys()].join('\n'));
  return shapes.flatMap((group) => {
    const all = group.map(({ result }) => leaves(result.output));
    const few = [...(all[0]?.keys() ?? [])].filter(
      (at) => new Set(all.map((one) => JSON.stringify(one.get(at)))).size <= FEW_VALUES,
    );
    const alike = groupBy(group, ({ result }) => {
      const own = leaves(result.output);
      return few.map((at) => JSON.stringify(own.get(at))).join('\n');
    });
    return alike.length <= MOST_GROUPS ? alike : [group];
  });
}

function groupBy(samples: readonly Sample[], keyOf: (sample: Sample) => string): Sample[][] {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = keyOf(sample);
    const group = groups.get(key);
    if (group) group.push(sample);
    else groups.set(key, [sample]);
  }
  return [...groups.values()];
}

/** Every leaf by its JSON pointer. */
function leaves(value: JsonValue, at = '', into = new Map<string, JsonValue>()): Map<string, JsonValue> {
  if (isArray(value) && value.length > 0) value.forEach((item, index) => leaves(item, pointer(at, index), into));
  else if (isObject(value) && Object.keys(value).length > 0)
    for (const key of Object.keys(value).sort()) leaves(value[key] as JsonValue, pointer(at, key), into);
  else into.set(at, value);
  return into;
}

function groupBlocks(group: readonly Sample[], file: string, settings: WordSettings): Block[] {
  const { notation } = settings;
  const first = group[0];
  if (!first) return [];
  const all = group.map(({ result }) => leaves(result.output));
  const written = (value: JsonValue | undefined): string => (value === undefined ? '' : literal(value, { notation }));
  const differing = [...(all[0]?.keys() ?? [])].filter((at) =>
    all.some((one) => written(one.get(at)) !== written(all[0]?.get(at))),
  );
  const long = all.some((one) => differing.some((at) => written(one.get(at)).length > CELL_LENGTH));
  const which =
    group.length === 1
      ? `Sample ${first.number}`
      : `${count(group.length, 'sample')} (${ranges(group.map(({ number }) => number))})`;
  const source = { file, pointer: `${first.result.pointer}/output` };

  if (group.length > 1 && (differing.length > MOST_COLUMNS || long)) {
    return group.flatMap(({ number, result }) => [
      paragraph(`Sample ${number} returned the following result:`, 'intro'),
      ...valueBlocks(result.output, { file, pointer: `${result.pointer}/output` }, notation),
    ]);
  }
  return [
    paragraph(
      differing.length === 0
        ? `${which} returned the following result:`
        : `${which} returned the following result; the table below has what differs:`,
      'intro',
    ),
    ...valueBlocks(
      differing.length === 0 ? first.result.output : without(first.result.output, differing),
      source,
      notation,
    ),
    sampleTable(group, all, differing, settings),
  ];
}

/** A row a sample: when, whether it was in tolerance, and the values that differ. */
function sampleTable(
  group: readonly Sample[],
  all: readonly Map<string, JsonValue>[],
  differing: readonly string[],
  { zone, notation }: WordSettings,
): Table {
  const label = (at: string): string => at.slice(1).replaceAll('/', ' › ') || 'value';
  return {
    kind: 'table',
    role: 'samples',
    label: 'Samples, a row a sample',
    columns: [
      { key: 'sample', label: 'Sample', align: 'end', width: 8, heading: true },
      { key: 'started', label: `Started, ${zone.name}`, align: 'start', width: 14 },
      { key: 'verified', label: 'Verified', align: 'start', width: 12 },
      ...differing.map((at) => ({
        key: visibleLine(at),
        label: visibleLine(label(at)),
        align: 'start' as const,
        width: 24,
      })),
    ],
    rows: group.map(({ number, check, result }, index) => ({
      ...(check.state === 'met' ? {} : { weight: 'strong' as const }),
      cells: [
        [text(String(number))],
        startCell(result, zone),
        [checkStatus(check.state)],
        ...differing.map((at) => [code(literal(all[index]?.get(at) ?? null, { notation }))]),
      ],
    })),
  };
}

function startCell({ start }: ActivityResult, zone: WordSettings['zone']): Inline[] {
  if (!start) return inlines('N/A');
  if (start.instant === null) return inlines(start.text);
  return [time(start.instant, fineClock(start.instant, zone))];
}

/** A copy without some of its leaves. */
function without(value: JsonValue, leavesOut: readonly string[], at = ''): JsonValue {
  if (isArray(value))
    return value.map((item, index) =>
      leavesOut.includes(pointer(at, index)) ? '…' : without(item, leavesOut, pointer(at, index)),
    );
  if (!isObject(value)) return leavesOut.includes(at) ? '…' : value;
  const copy = emptyObject();
  for (const [key, item] of Object.entries(value))
    copy[key] = leavesOut.includes(pointer(at, key)) ? '…' : without(item, leavesOut, pointer(at, key));
  return copy;
}

/** `1 to 8, 10 and 12 to 14`. */
function ranges(numbers: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  const shown = spans.slice(0, 8).map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`));
  return spans.length > 8 ? `${shown.join(', ')} and ${figure(spans.length - 8)} more ranges` : enumeration(shown);
}
