/** Inputs → the head of the report, and a way to get each experiment again: the first of the two passes. */
import { ReportError } from '../errors.js';
import type { Journal } from '../journal/types.js';
import { identify } from '../report/identify.js';
import { createCollector, type Collector } from '../report/collect.js';
import type { CollectSettings } from '../report/collect-settings.js';
import type { Stranger } from '../report/sidecar/match.js';
import type { Experiment, ReportHead } from '../report/types.js';
import { keepHeapSmall } from './engine.js';
import type { Input, Inputs } from './find-inputs.js';
import { isNoJournal } from './no-journal.js';
import { MAX_INPUT } from './max-input.js';
import { openSource, type OpenSource } from './open-source.js';
import type { Part } from './parts/part.js';
import { partsOf } from './parts/parts-of-input.js';
import { recallExperiment, recallJournal, storePiece, type Stored } from './store-piece.js';

/** How much of the sources is kept and read. */
export interface Memory {
  /** Bytes of source, in all, up to which experiments stay built. Beyond, all of them are read again. */
  readonly built: number;
  /** Bytes of one input, unpacked. */
  readonly maxInput: number;
}

const MEMORY: Memory = { built: 16e6, maxInput: MAX_INPUT };

/** What is kept of an experiment between the passes. */
type Kept =
  | {
      readonly kind: 'built';
      readonly experiment: Experiment;
      readonly journal: Journal | null;
      readonly store: () => Stored;
    }
  | { readonly kind: 'stored'; readonly stored: Stored };

/** The head, and what the second pass needs. */
export interface FirstPass {
  readonly head: ReportHead;
  /** What sidecars say of experiments that are in no journal. */
  readonly strangers: readonly Stranger[];
  readonly errors: readonly ReportError[];
  /** The names of the reports of ours among the inputs: what they say was masked and built when they were made. */
  readonly reports: readonly string[];
  /**
   * The experiments in the order of the report, one at a time.
   *
   * @throws ReportError `changed`, or whatever keeps a file from being read again.
   */
  readonly experiments: () => AsyncGenerator<Recalled>;
}

/** An experiment as the second pass gets it. */
export interface Recalled {
  readonly facts: Experiment;
  /** The JSON text of its journal without its secrets, piece by piece; absent where it came from a report, which has no journals. */
  readonly journal?: () => Iterable<string>;
}

/** Told of each file as it goes by. */
export interface FirstPassListener {
  read(file: string, done: number, total: number): void;
  passedOver(error: ReportError): void;
}

/** Reads every input once. */
export async function firstPass(
  inputs: Inputs,
  settings: CollectSettings,
  listener: FirstPassListener,
  memory: Partial<Memory> = {},
): Promise<FirstPass> {
  const { built, maxInput } = { ...MEMORY, ...memory };
  const collector = createCollector(settings);
  const errors = [...inputs.errors];
  const kept: Kept[] = [];
  const reports: string[] = [];
  const seen = new Set<string>();
  let read = 0;
  // What was built takes several times the memory of its source: where not all can stay, nothing does, from the start where
  // that is known; packed files and pipes tell only as they are read.
  let allStay = inputs.files.reduce((sum, { size }) => sum + size, 0) <= built;
  if (!allStay) keepHeapSmall(process.versions.v8);

  const take = (part: Part, input: Input, source: OpenSource): void => {
    if (part.kind === 'unreadable') errors.push(part.error);
    else if (part.kind === 'report') {
      collector.addReport(part.head);
      reports.push(input.file);
    } else {
      const journal = part.kind === 'journal' ? part.journal : null;
      if (collector.isKnown(part.kind === 'journal' ? part.journal : part.facts.source)) return;
      const experiment = part.kind === 'journal' ? collector.add(part.journal) : collector.addExperiment(part.facts);
      const { piece } = part;
      const store = (): Stored => storePiece(piece, input, source);
      read += piece.size;
      if (allStay && read > built) {
        allStay = false;
        keepHeapSmall(process.versions.v8);
        kept.forEach((one, at) => {
          if (one.kind === 'built') kept[at] = { kind: 'stored', stored: one.store() };
        });
      }
      kept.push(allStay ? { kind: 'built', experiment, journal, store } : { kind: 'stored', stored: store() });
    }
  };

  for (const [index, input] of inputs.files.entries()) {
    listener.read(input.file, index, inputs.files.length);
    let beginning: Uint8Array = new Uint8Array();
    try {
      const source = await openSource(input, maxInput);
      beginning = await source.read(0, Math.min(source.length, 4096));
      const isReport = (part: Part): boolean => part.kind === 'report';
      for await (const part of partsOf(input.file, source, maxInput)) {
        // The same report twice: what it says of missing journals counts once too.
        if (isReport(part) && seen.has(source.sha256)) break;
        if (isReport(part)) seen.add(source.sha256);
        take(part, input, source);
      }
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      if (input.found && isNoJournal(error, beginning)) {
        collector.passedOver(1);
        listener.passedOver(error);
      } else errors.push(error);
    }
  }
  for (const error of errors) collector.addUnreadable(error);
  return {
    head: collector.head(),
    strangers: collector.strangers(),
    errors,
    reports,
    async *experiments() {
      for (const [position, index] of collector.order().entries()) {
        const source = kept[index];
        if (source) yield await recall(collector, source, `e${position + 1}`);
      }
    },
  };
}

async function recall(collector: Collector, kept: Kept, id: string): Promise<Recalled> {
  if (kept.kind === 'built') {
    const { experiment, journal } = kept;
    const facts = identify(experiment, id);
    return journal === null ? { facts } : { facts, journal: () => collector.maskedText(journal) };
  }
  const { stored } = kept;
  if (stored.schemaVersion !== null) return { facts: collector.recalled(await recallExperiment(stored), id) };
  const journal = await recallJournal(stored);
  return { facts: collector.rebuild(journal, id), journal: () => collector.maskedText(journal) };
}
