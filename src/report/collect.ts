/** Journals, one at a time → the head of the report. Only what the head needs is kept of each. */
import type { ReportError } from '../errors.js';
import type { Journal } from '../journal/types.js';
import { buildExperiment, identify, type Named } from './build-experiment.js';
import { detach } from './detach.js';
import { mergeFindings } from './findings/index.js';
import { meets, type Filter } from './filter.js';
import { maskedJournalText } from './journal-text.js';
import { DEFAULT_MASKING, type MaskingSettings } from './masking/own-rules.js';
import { groupRuns, runKeys, type RunKeys } from './runs.js';
import type { VariableSettings } from './variables.js';
import {
  SCHEMA_VERSION,
  VERDICTS,
  type Duplicate,
  type Experiment,
  type ExperimentLine,
  type Instant,
  type Masking,
  type Report,
  type ReportHead,
  type Selection,
  type Series,
  type SeriesRun,
  type Source,
  type UnreadableSource,
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
  /** What is masked beside what is found, what is left, or that nothing is masked. */
  readonly masking?: MaskingSettings;
  /** Which experiments the report is about, and the words in which that was asked. */
  readonly filter?: { readonly conditions: Filter; readonly words: string };
  /** `latest`: of several runs of one experiment only the last has a chapter. */
  readonly runs?: 'all' | 'latest';
}

/** The first pass: takes journals in any order and gives the head. */
export interface Collector {
  /** Takes a journal and gives its experiment, under a provisional name: {@link Collector.order} says the final one. */
  add(journal: Journal): Experiment;
  /** Takes an experiment of a report that was read back, in the place of its journal. */
  addExperiment(experiment: Experiment): Experiment;
  /** Takes what the head of a report tells of journals that have no experiment in it. */
  addReport(head: ReportHead): void;
  /** Whether a journal of the same bytes was added already: it is counted once, and told of where its name is another. */
  isKnown(source: Pick<Source, 'file' | 'pointer' | 'sha256'>): boolean;
  addUnreadable(error: ReportError): void;
  passedOver(count: number): void;
  head(): ReportHead;
  /** Builds an experiment again, under its final name. */
  rebuild(journal: Journal, id: string): Experiment;
  /** The JSON text of a journal without its secrets. */
  maskedText(journal: Journal): string;
  /** For each experiment in the order of the report, the how-manieth journal it came from. */
  order(): readonly number[];
}

/** What the head keeps of an experiment. */
type Kept = Named & {
  readonly line: Omit<ExperimentLine, 'id' | 'verdict'>;
  readonly keys: RunKeys;
  readonly wanted: boolean;
};

/** Starts a first pass. */
export function createCollector({
  title,
  generated,
  sort,
  generator,
  variables,
  masking = DEFAULT_MASKING,
  filter,
  runs = 'all',
}: CollectSettings): Collector {
  const kept: Kept[] = [];
  const unreadable: UnreadableSource[] = [];
  const duplicates: Duplicate[] = [];
  const known = new Map<string, string>();
  const selections: Selection[] = [];
  let passedOver = 0;
  let masked: Masking = { unmasked: masking.off, rules: masking.rules.mask.length, kept: masking.rules.keep.length };
  const register = (experiment: Experiment): Experiment => {
    const { source } = experiment;
    known.set(keyOf(source), source.file);
    kept.push(detach(keep(experiment, !filter || meets(experiment, filter.conditions))));
    return experiment;
  };
  const chosen = (): ReadonlySet<number> => {
    const wanted = kept.flatMap((one, index) => (one.wanted ? [index] : []));
    if (runs === 'all') return new Set(wanted);
    const groups = seriesOf(wanted.map((index) => kept[index] as Kept));
    return new Set(groups.map((group) => wanted[group.at(-1) ?? 0] ?? 0));
  };
  const order = (): number[] => [...chosen()].sort((a, b) => compare(kept[a], kept[b], sort) || a - b);
  return {
    add(journal) {
      return register(buildExperiment(journal, `j${kept.length}`, variables, masking));
    },
    addExperiment(experiment) {
      return register(identify(experiment, `j${kept.length}`));
    },
    addReport(head) {
      unreadable.push(...head.unreadable);
      duplicates.push(...head.duplicates);
      passedOver += head.passedOver;
      if (head.selection) selections.push(head.selection);
      masked = {
        unmasked: masked.unmasked || head.masking.unmasked,
        rules: masked.rules + head.masking.rules,
        kept: masked.kept + head.masking.kept,
      };
    },
    isKnown(source) {
      const { file, pointer } = source;
      const sameAs = known.get(keyOf(source));
      if (sameAs === undefined) return false;
      if (sameAs !== file) duplicates.push({ file, pointer, sameAs });
      return true;
    },
    rebuild(journal, id) {
      return buildExperiment(journal, id, variables, masking);
    },
    maskedText(journal) {
      return maskedJournalText(journal, variables, masking);
    },
    addUnreadable(error) {
      unreadable.push(unreadableSource(error));
    },
    passedOver(count) {
      passedOver += count;
    },
    order,
    head() {
      const indexes = order();
      const ids = new Map(indexes.map((index, position) => [index, `e${position + 1}`]));
      const ordered = indexes.map((index) => identify(kept[index] as Kept, ids.get(index) ?? ''));
      const older = kept.flatMap((one, index) =>
        one.wanted && !ids.has(index) ? [{ ...one.source, experiment: null }] : [],
      );
      return {
        schemaVersion: SCHEMA_VERSION,
        generator,
        title,
        generated,
        sources: [...ordered.map(({ source }) => source), ...older.sort((a, b) => compareText(a.file, b.file))],
        unreadable: unreadable.toSorted((a, b) => compareText(a.file, b.file)),
        passedOver,
        duplicates: duplicates.toSorted((a, b) => compareText(a.file, b.file) || compareText(a.pointer, b.pointer)),
        selection: joined(
          filter
            ? [...selections, { filter: filter.words, leftOut: kept.filter(({ wanted }) => !wanted).length }]
            : selections,
        ),
        series: allSeries(kept, ids),
        totals: totalsOf(ordered.map(({ verdict }) => verdict.verdict)),
        tags: [...new Set(ordered.flatMap(({ line }) => line.tags))],
        lines: ordered.map(({ id, verdict, line }) => ({ ...line, id, verdict })),
        findings: mergeFindings(ordered.flatMap(({ findings }) => findings)),
        leftBehind: ordered.flatMap((one) => one.leftBehind),
        redactions: ordered.flatMap(({ redactions }) => redactions),
        masking: masked,
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
    experiments: collector
      .order()
      .map((index, position) => identify(experiments[index] as Experiment, `e${position + 1}`)),
  };
}

/** The runs of each experiment, as indexes, from the first to the last; experiments with one run too. */
function seriesOf(runs: readonly Kept[]): number[][] {
  const groups = new Map<number, number[]>();
  groupRuns(runs.map(({ keys }) => keys)).forEach((group, index) => {
    const known = groups.get(group);
    if (known) known.push(index);
    else groups.set(group, [index]);
  });
  return [...groups.values()].map((group) => group.sort((a, b) => compare(runs[a], runs[b], 'time')));
}

/** Experiments with several runs. `ids`: the name of each run that has a chapter. */
function allSeries(kept: readonly Kept[], ids: ReadonlyMap<number, string>): Series[] {
  const wanted = kept.flatMap((one, index) => (one.wanted ? [{ one, index }] : []));
  const series = seriesOf(wanted.map(({ one }) => one)).filter((group) => group.length > 1);
  return series
    .map((group): Series => {
      const runs = group.flatMap((position) => wanted[position] ?? []);
      return {
        title: runs.at(-1)?.one.line.title ?? '',
        runs: runs.map(({ one, index }) => seriesRun(one, ids.get(index) ?? null)),
      };
    })
    .sort((a, b) => compareText(a.title, b.title));
}

function seriesRun({ line, verdict }: Kept, experiment: string | null): SeriesRun {
  const { file, level, start, duration, activities } = line;
  return { experiment, file, verdict: verdict.verdict, level, start, duration, activities };
}

function keep(experiment: Experiment, wanted: boolean): Kept {
  const { id, source, verdict, findings, leftBehind, redactions, start, end } = experiment;
  const { title, level, tags, contributions, status, duration, activityCounts, rollbackCounts } = experiment;
  return {
    id,
    source,
    verdict,
    findings,
    leftBehind,
    redactions,
    wanted,
    keys: runKeys(experiment),
    line: {
      file: source.file,
      title,
      level,
      tags,
      contributions,
      status,
      duration,
      start: start?.instant ?? null,
      end: end?.instant ?? null,
      activities: activityCounts,
      rollbacks: rollbackCounts,
      actions: experiment.definition.method.flatMap(({ kind, name }) => (kind === 'action' ? [name] : [])),
    },
  };
}

/** What tells one journal from another, whatever its file is called. */
function keyOf({ sha256, pointer }: Pick<Source, 'pointer' | 'sha256'>): string {
  return `${sha256} ${pointer}`;
}

/** What several reports, and this run, were asked to be about. */
function joined(selections: readonly Selection[]): Selection | null {
  if (selections.length === 0) return null;
  return {
    filter: [...new Set(selections.map(({ filter }) => filter))].join('; '),
    leftOut: selections.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

function unreadableSource({ code, message, place, hint }: ReportError): UnreadableSource {
  return {
    file: place?.file ?? '',
    code,
    message,
    line: place?.line ?? null,
    column: place?.column ?? null,
    pointer: place?.pointer ?? null,
    hint: hint ?? null,
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
