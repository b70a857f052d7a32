/** Inputs → the head of the report, and a way to get each experiment again: the first of the two passes. */
import { createHash } from 'node:crypto';
import { ReportError } from '../errors.js';
import { readJournal } from '../journal/read-journal.js';
import type { Journal } from '../journal/types.js';
import { identify } from '../report/build-experiment.js';
import { createCollector, type Collector, type CollectSettings } from '../report/collect.js';
import type { Experiment, ReportHead } from '../report/types.js';
import type { Input, Inputs } from './find-inputs.js';
import { readInput } from './read-input.js';
import { isNoJournal } from './no-journal.js';

/** Bytes of source, in all, up to which something stays in memory. Beyond, files are read again. */
export interface Memory {
  /** Experiments stay built. */
  readonly built: number;
  /** The bytes stay. */
  readonly bytes: number;
}

const MEMORY: Memory = { built: 16e6, bytes: 64e6 };

/** What is kept of a source between the passes. */
type Kept =
  | { readonly kind: 'built'; readonly experiment: Experiment; readonly journal: Journal }
  | { readonly kind: 'bytes'; readonly input: Input; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly input: Input; readonly sha256: string };

/** The head, and what the second pass needs. */
export interface FirstPass {
  readonly head: ReportHead;
  readonly errors: readonly ReportError[];
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
  /** The JSON text of its journal without its secrets. */
  readonly journal: () => string;
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
  memory: Memory = MEMORY,
): Promise<FirstPass> {
  const collector = createCollector(settings);
  const errors = [...inputs.errors];
  const kept: Kept[] = [];
  let read = 0;
  for (const [index, input] of inputs.files.entries()) {
    listener.read(input.file, index, inputs.files.length);
    let bytes: Uint8Array = new Uint8Array();
    try {
      bytes = await readInput(input);
      const journal = readJournal(bytes, input.file);
      const experiment = collector.add(journal);
      read += bytes.length;
      if (read <= memory.built) kept.push({ kind: 'built', experiment, journal });
      else if (read <= memory.bytes || !input.readableTwice) kept.push({ kind: 'bytes', input, bytes });
      else kept.push({ kind: 'file', input, sha256: journal.sha256 });
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      if (input.found && isNoJournal(error, bytes)) {
        collector.passedOver(1);
        listener.passedOver(error);
      } else errors.push(error);
    }
  }
  for (const error of errors) collector.addUnreadable(error);
  return {
    head: collector.head(),
    errors,
    async *experiments() {
      for (const [position, index] of collector.order().entries()) {
        const source = kept[index];
        if (source) yield await recall(collector, source, `e${position + 1}`);
      }
    },
  };
}

async function recall(collector: Collector, kept: Kept, id: string): Promise<Recalled> {
  const rebuilt = (journal: Journal): Recalled => ({
    facts: collector.rebuild(journal, id),
    journal: () => collector.maskedText(journal),
  });
  switch (kept.kind) {
    case 'built':
      return { facts: identify(kept.experiment, id), journal: () => collector.maskedText(kept.journal) };
    case 'bytes':
      return rebuilt(readJournal(kept.bytes, kept.input.file));
    case 'file': {
      const bytes = await readInput(kept.input);
      if (createHash('sha256').update(bytes).digest('hex') !== kept.sha256) {
        throw new ReportError('changed', 'The file changed while the report was being made.', {
          place: { file: kept.input.file },
          hint: 'Wait until the run has ended, and make the report again.',
        });
      }
      return rebuilt(readJournal(bytes, kept.input.file));
    }
  }
}
