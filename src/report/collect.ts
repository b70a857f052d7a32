/** Journals, one at a time → the head of the report. Only what the head needs is kept of each. */
import type { ReportError } from '../errors.js';
import type { Journal } from '../journal/types.js';
import { buildExperiment, identify } from './build-experiment.js';
import { mergeFindings } from './findings/index.js';
import { meets, type Filter } from './filter.js';
import { maskedJournalText } from './journal-text.js';
import { maskName } from './masking/mask-name.js';
import { DEFAULT_MASKING, type MaskingSettings } from './masking/own-rules.js';
import { compareWithBaseline, type Baseline } from './baseline.js';
import { compareText } from './compare-text.js';
import { detach } from './detach.js';
import { coverageOf } from './coverage.js';
import { allSeries, coverageRuns, keep, latestRun, seriesOf, type Kept } from './kept-run.js';
import { keyOf } from './source-key.js';
import type { DefinitionForm } from './history/definition-form.js';
import type { EvidenceFolder } from './metrics/evidence.js';
import { unreadableSource } from './unreadable-source.js';
import { strangersOf, type Stranger } from './sidecar/match.js';
import type { Sidecar } from './sidecar/read-sidecar.js';
import { headSidecar, withSidecar } from './sidecar/with-sidecar.js';
import type { VariableSettings } from './variables.js';
import {
  SCHEMA_VERSION,
  VERDICTS,
  type Duplicate,
  type Experiment,
  type HeadSidecar,
  type Instant,
  type Masking,
  type PipelineContext,
  type Report,
  type ReportHead,
  type Selection,
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
  /** The CI server, where it is to be named. */
  readonly context?: PipelineContext;
  /** What `${name}` is read as, beyond what the journals say. */
  readonly variables?: VariableSettings;
  /** What is masked beside what is found, what is left, or that nothing is masked. */
  readonly masking?: MaskingSettings;
  /** Files that activities may have written. */
  readonly evidence?: EvidenceFolder;
  /** Which experiments the report is about, and the words in which that was asked. */
  readonly filter?: { readonly conditions: Filter; readonly words: string };
  /** `latest`: of several runs of one experiment only the last has a chapter. */
  readonly runs?: 'all' | 'latest';
  /** Whether older runs come after the latest ones of all experiments; where there is no history they are like any other. */
  readonly latestFirst?: boolean;
  /** An earlier report that this one is held against. */
  readonly baseline?: Baseline;
  /** What people know besides the journals. */
  readonly sidecars?: readonly Sidecar[];
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
  /** What sidecars say of experiments that are in none of the journals, whether the report is about them or not. */
  strangers(): readonly Stranger[];
  head(): ReportHead;
  /** Builds an experiment again, under its final name. */
  rebuild(journal: Journal, id: string): Experiment;
  /** An experiment of a report that was read back again, under its final name. */
  recalled(experiment: Experiment, id: string): Experiment;
  /** The JSON text of a journal without its secrets, piece by piece. */
  maskedText(journal: Journal): Iterable<string>;
  /** For each experiment in the order of the report, the how-manieth journal it came from. */
  order(): readonly number[];
}

/** Starts a first pass. */
export function createCollector({
  title,
  generated,
  sort,
  generator,
  context,
  variables,
  masking = DEFAULT_MASKING,
  evidence,
  filter,
  runs = 'all',
  latestFirst = true,
  baseline,
  sidecars = [],
}: CollectSettings): Collector {
  const kept: Kept[] = [];
  // Runs of one experiment have one definition, as a rule: it is kept once.
  const forms = new Map<string, DefinitionForm | null>();
  const unreadable: UnreadableSource[] = [];
  const duplicates: Duplicate[] = [];
  const known = new Map<string, { readonly file: string; readonly shown: string }>();
  const selections: Selection[] = [];
  const heads: HeadSidecar[] = [];
  let passedOver = 0;
  let masked: Masking = { unmasked: masking.off, rules: masking.rules.mask.length, kept: masking.rules.keep.length };
  /** `file`: the name as it is, which the source may have masked. */
  const register = (bare: Experiment, file: string): Experiment => {
    const experiment = withSidecar(bare, sidecars);
    const source = detach(experiment.source);
    known.set(detach(keyOf(source)), { file: detach(file), shown: source.file });
    kept.push(keep(experiment, !filter || meets(experiment, filter.conditions), forms));
    return experiment;
  };
  const chosen = (): ReadonlySet<number> => {
    if (runs === 'all') return new Set(kept.flatMap((one, index) => (one.wanted ? [index] : [])));
    return new Set(seriesOf(kept).map((group) => group.at(-1) ?? 0));
  };
  // The latest run of each experiment is what the report is about: its older runs come after all of these.
  const order = (): number[] => {
    const latest = new Set(latestFirst ? seriesOf(kept).map((group) => group.at(-1)) : []);
    return [...chosen()].sort(
      (a, b) => Number(latest.has(b)) - Number(latest.has(a)) || compare(kept[a], kept[b], sort) || a - b,
    );
  };
  return {
    add(journal) {
      return register(buildExperiment(journal, `j${kept.length}`, variables, masking, evidence), journal.file);
    },
    addExperiment(experiment) {
      return register(identify(experiment, `j${kept.length}`), experiment.source.file);
    },
    addReport(head) {
      unreadable.push(...detach(head.unreadable));
      duplicates.push(...detach(head.duplicates));
      passedOver += head.passedOver;
      if (head.selection) selections.push(detach(head.selection));
      masked = {
        unmasked: masked.unmasked || head.masking.unmasked,
        rules: Math.max(masked.rules, head.masking.rules),
        kept: Math.max(masked.kept, head.masking.kept),
      };
      if (head.sidecar) heads.push(detach(head.sidecar));
    },
    isKnown(source) {
      const { file, pointer } = source;
      const sameAs = known.get(keyOf(source));
      if (sameAs === undefined) return false;
      if (sameAs.file !== file) duplicates.push({ file: maskName(file, masking), pointer, sameAs: sameAs.shown });
      return true;
    },
    rebuild(journal, id) {
      return withSidecar(buildExperiment(journal, id, variables, masking, evidence), sidecars);
    },
    recalled(experiment, id) {
      return identify(withSidecar(experiment, sidecars), id);
    },
    maskedText(journal) {
      return maskedJournalText(journal, variables, masking);
    },
    addUnreadable(error) {
      unreadable.push(detach(unreadableSource(error, masking)));
    },
    passedOver(count) {
      passedOver += count;
    },
    strangers() {
      return strangersOf(
        sidecars,
        kept.map(({ line }) => line),
      );
    },
    order,
    head() {
      const indexes = order();
      const ids = new Map(indexes.map((index, position) => [index, `e${position + 1}`]));
      const groups = seriesOf(kept);
      const latest = new Set(groups.map((group) => ids.get(group.at(-1) ?? -1)));
      const ordered = indexes.map((index) => identify(kept[index] as Kept, ids.get(index) ?? ''));
      const older = kept.flatMap((one, index) =>
        one.wanted && !ids.has(index) ? [{ ...one.source, experiment: null }] : [],
      );
      // Those of the latest runs first: what is said of several is said of them.
      const findings = mergeFindings(
        ordered
          .toSorted((a, b) => Number(latest.has(b.id)) - Number(latest.has(a.id)))
          .flatMap(({ findings }) => findings),
      );
      return {
        schemaVersion: SCHEMA_VERSION,
        generator,
        title,
        generated,
        context: context ?? null,
        sources: [...ordered.map(({ source }) => source), ...older.sort((a, b) => compareText(a.file, b.file))],
        unreadable: unreadable.toSorted((a, b) => compareText(a.file, b.file)),
        passedOver,
        duplicates: duplicates.toSorted((a, b) => compareText(a.file, b.file) || compareText(a.pointer, b.pointer)),
        selection: joined(
          filter
            ? [...selections, { filter: filter.words, leftOut: kept.filter(({ wanted }) => !wanted).length }]
            : selections,
        ),
        series: allSeries(kept, groups, ids),
        baseline: baseline
          ? compareWithBaseline(
              baseline,
              indexes.flatMap((index) => (latest.has(ids.get(index)) ? latestRun(kept[index], ids.get(index)) : [])),
              findings,
            )
          : null,
        coverage: coverageOf(coverageRuns(kept, ids), [...new Set(ordered.flatMap(({ line }) => line.tags))]),
        totals: totalsOf(ordered.map(({ verdict }) => verdict.verdict)),
        tags: [...new Set(ordered.flatMap(({ line }) => line.tags))],
        lines: ordered.map(({ id, verdict, line }) => ({ ...line, id, verdict, latest: latest.has(id) })),
        findings,
        leftBehind: ordered.flatMap((one) => one.leftBehind),
        redactions: ordered.flatMap(({ redactions }) => redactions),
        masking: masked,
        sidecar: headSidecar(
          sidecars,
          ordered.filter(({ id }) => latest.has(id)),
          heads,
        ),
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

/** What several reports, and this run, were asked to be about. */
function joined(selections: readonly Selection[]): Selection | null {
  if (selections.length === 0) return null;
  return {
    filter: [...new Set(selections.map(({ filter }) => filter))].join('; '),
    leftOut: selections.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

function totalsOf(verdicts: readonly Verdict[]): Record<Verdict, number> {
  const totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const verdict of verdicts) totals[verdict]++;
  return totals;
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
