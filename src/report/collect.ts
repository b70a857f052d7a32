/** Journals, one at a time → the head of the report. Only what the head needs is kept of each. */
import type { ReportError } from '../errors.js';
import type { Journal } from '../journal/types.js';
import { buildExperiment, identify, type Named } from './build-experiment.js';
import { mergeFindings } from './findings/index.js';
import type { VariableSettings } from './variables.js';
import {
  SCHEMA_VERSION, VERDICTS, type Experiment, type ExperimentLine, type Instant, type Report, type ReportHead, type UnreadableSource,
  type Verdict,
} from './types.js';

/** The order of experiments: worst first, by start, or by title. */
export type SortOrder = 'severity' | 'time' | 'name';

export interface CollectSettings {
  /** Null for the default title. */
  readonly title: string | null;
  /** When the report is made: RFC 3339 in UTC. */
  readonly generated: Instant;
  readonly sort: SortOrder;
  readonly generator: ReportHead['generator'];
  /** What `${name}` is read as, beyond what the journals say. */
  readonly variables?: VariableSettings;
}

/** The first pass: takes journals in any order and gives the head. */
export interface Collector {
  /** Takes a journal and gives its experiment, under a provisional name: {@link Collector.order} says the final one. */
  add(journal: Journal): Experiment;
  addUnreadable(error: ReportError): void;
  passedOver(count: number): void;
  head(): ReportHead;
  /** For each experiment in the order of the report, the how-manieth journal it came from. */
  order(): readonly number[];
}

/** What the head keeps of an experiment. */
type Kept = Named & { readonly line: Omit<ExperimentLine, 'id' | 'verdict'> };

/** Starts a first pass. */
export function createCollector({ title, generated, sort, generator, variables }: CollectSettings): Collector {
  const kept: Kept[] = [];
  const unreadable: UnreadableSource[] = [];
  let passedOver = 0;
  const order = (): number[] => kept.map((_, index) => index).sort((a, b) => compare(kept[a], kept[b], sort) || a - b);
  return {
    add(journal) {
      const experiment = buildExperiment(journal, `j${kept.length}`, variables);
      kept.push(keep(experiment));
      return experiment;
    },
    addUnreadable(error) {
      unreadable.push(unreadableSource(error));
    },
    passedOver(count) {
      passedOver += count;
    },
    order,
    head() {
      const ordered = order().map((index, position) => identify(kept[index] as Kept, `e${position + 1}`));
      return {
        schemaVersion: SCHEMA_VERSION,
        generator,
        title,
        generated,
        sources: ordered.map(({ source }) => source),
        unreadable: unreadable.toSorted((a, b) => compareText(a.file, b.file)),
        passedOver,
        totals: totalsOf(ordered.map(({ verdict }) => verdict.verdict)),
        tags: [...new Set(ordered.flatMap(({ line }) => line.tags))],
        lines: ordered.map(({ id, verdict, line }) => ({ ...line, id, verdict })),
        findings: mergeFindings(ordered.flatMap(({ findings }) => findings)),
        leftBehind: ordered.flatMap((one) => one.leftBehind),
        redactions: ordered.flatMap(({ redactions }) => redactions),
      };
    },
  };
}

/** All at once: for few journals in memory. */
export function buildReport(journals: readonly Journal[], settings: CollectSettings): Report {
  const collector = createCollector(settings);
  const experiments = journals.map((journal) => collector.add(journal));
  return {
    head: collector.head(),
    experiments: collector.order().map((index, position) => identify(experiments[index] as Experiment, `e${position + 1}`)),
  };
}

function keep(experiment: Experiment): Kept {
  const { id, source, verdict, findings, leftBehind, redactions, start, end } = experiment;
  const { title, level, tags, contributions, status, duration, activityCounts, rollbackCounts } = experiment;
  return {
    id, source, verdict, findings, leftBehind, redactions,
    line: {
      file: source.file, title, level, tags, contributions, status, duration,
      start: start?.instant ?? null, end: end?.instant ?? null, activities: activityCounts, rollbacks: rollbackCounts,
    },
  };
}

function unreadableSource({ code, message, place, hint }: ReportError): UnreadableSource {
  return {
    file: place?.file ?? '', code, message, line: place?.line ?? null, column: place?.column ?? null,
    pointer: place?.pointer ?? null, hint: hint ?? null,
  };
}

function totalsOf(verdicts: readonly Verdict[]): Record<Verdict, number> {
  const totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const verdict of verdicts) totals[verdict]++;
  return totals;
}

/** By code point, the same in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of two experiments. Files tell equal ones apart, so that the order in a folder does not matter. */
function compare(a: Kept | undefined, b: Kept | undefined, sort: SortOrder): number {
  if (!a || !b) return 0;
  const severity = VERDICTS.indexOf(a.verdict.verdict) - VERDICTS.indexOf(b.verdict.verdict);
  const time = compareText(a.line.start ?? '9', b.line.start ?? '9');
  const name = compareText(a.line.title, b.line.title);
  const keys = { severity: [severity, time, name], time: [time, name], name: [name, time] }[sort];
  return keys.find((key) => key !== 0) ?? compareText(a.line.file, b.line.file);
}
