/** Journals, one at a time → what the head of the report needs of each, which is all that is kept. */
import type { ReportError } from '../errors.js';
import type { Journal } from '../journal/types.js';
import { baselineAsShown } from './baseline.js';
import type { CollectSettings } from './collect-settings.js';
import { detach } from './detach.js';
import { experimentMaker } from './experiment-maker.js';
import { meets } from './filter.js';
import { headOf } from './head.js';
import { identify } from './identify.js';
import type { DefinitionForm } from './history/definition-form.js';
import { keep, type Kept } from './kept-run.js';
import { maskName } from './masking/mask-name.js';
import { DEFAULT_MASKING } from './masking/own-rules.js';
import { orderOf } from './order.js';
import { strangersOf, type Shown, type Stranger } from './sidecar/match.js';
import { keyOf } from './source-key.js';
import type {
  Duplicate,
  Experiment,
  HeadSidecar,
  Masking,
  Report,
  ReportHead,
  Selection,
  Source,
  UnreadableSource,
} from './types.js';
import { unreadableSource } from './unreadable-source.js';

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
  /** The JSON text of a journal that was added or built again, without its secrets, piece by piece. */
  maskedText(journal: Journal): Iterable<string>;
  /** For each experiment in the order of the report, the how-manieth journal it came from. */
  order(): readonly number[];
}

/** Starts a first pass. */
export function createCollector(settings: CollectSettings): Collector {
  const { sort, runs = 'all', latestFirst = true, filter, masking = DEFAULT_MASKING, sidecars = [] } = settings;
  const baseline = settings.baseline && baselineAsShown(settings.baseline, masking);
  const shown: Shown = (name) => maskName(name, masking);
  const maker = experimentMaker(settings, shown);
  const kept: Kept[] = [];
  /** Of each of them the name of its journal as it is, which its source may have masked. */
  const files: string[] = [];
  /** The index of each, by the bytes of its journal. */
  const known = new Map<string, number>();
  // Runs of one experiment have one definition, as a rule: it is kept once.
  const forms = new Map<string, DefinitionForm | null>();
  const unreadable: UnreadableSource[] = [];
  const duplicates: Duplicate[] = [];
  const selections: Selection[] = [];
  const heads: HeadSidecar[] = [];
  let passedOver = 0;
  let masked: Masking = { unmasked: masking.off, rules: masking.rules.mask.length, kept: masking.rules.keep.length };
  const provisional = (): string => `j${kept.length}`;
  const register = (experiment: Experiment, file: string): Experiment => {
    files.push(detach(file));
    known.set(detach(keyOf(experiment.source)), kept.length);
    kept.push(keep(experiment, !filter || meets(experiment, filter.conditions), forms));
    return experiment;
  };
  const order = (): readonly number[] => orderOf(kept, { sort, runs, latestFirst });
  return {
    add(journal) {
      return register(maker.made(journal, provisional()), journal.file);
    },
    addExperiment(experiment) {
      return register(maker.recalled(experiment, provisional()), experiment.source.file);
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
      const index = known.get(keyOf(source));
      const sameAs = index === undefined ? undefined : kept[index];
      if (index === undefined || sameAs === undefined) return false;
      if (files[index] !== file) duplicates.push({ file: shown(file), pointer, sameAs: sameAs.source.file });
      return true;
    },
    rebuild: (journal, id) => maker.made(journal, id),
    recalled: (experiment, id) => maker.recalled(experiment, id),
    maskedText: (journal) => maker.maskedText(journal),
    addUnreadable(error) {
      unreadable.push(detach(unreadableSource(error, masking)));
    },
    passedOver(count) {
      passedOver += count;
    },
    strangers() {
      return strangersOf(
        sidecars,
        kept.map(({ line: { title } }, index) => ({ title, file: files[index] ?? '' })),
        shown,
      );
    },
    order,
    head() {
      const gathered = { kept, order: order(), unreadable, duplicates, passedOver, masking: masked, selections };
      return headOf({ ...gathered, sidecars: heads }, { ...settings, ...(baseline && { baseline }) });
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
