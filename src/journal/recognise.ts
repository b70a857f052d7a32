/** A parsed tree → the journal in it, or the error that says what it is instead. */
import { ReportError } from '../errors.js';
import { isArray, isObject, pointer, type JsonObject, type JsonValue } from '../json.js';
import { describe } from './describe.js';
import { messages, type Sentence } from './messages.js';
import type { JournalRoot } from './types.js';

/** A journal's tree and where in the source it stands. */
export interface Recognised {
  readonly root: JournalRoot;
  /** JSON pointer; empty for a plain journal file. */
  readonly pointer: string;
}

/**
 * Finds the journal: the tree itself, or the `result` of a wrapper. `base` is the pointer of the tree in its source.
 *
 * @throws ReportError `experiment`, `not-a-journal`, or `shape` where the one part that everything hangs on is missing.
 */
export function recognise(tree: JsonValue, file: string, base = ''): Recognised {
  if (isJournal(tree)) return { root: withExperiment(tree, file, base), pointer: base };
  if (isObject(tree) && isJournal(tree['result'])) {
    const at = pointer(base, 'result');
    return { root: withExperiment(tree['result'], file, at), pointer: at };
  }
  const isExperiment = isObject(tree) && ('method' in tree || 'steady-state-hypothesis' in tree) && 'title' in tree;
  const { message, hint } = whatElse(tree, isExperiment);
  const place = base === '' ? { file } : { file, pointer: base };
  throw new ReportError(isExperiment ? 'experiment' : 'not-a-journal', message, { place, hint });
}

/** Other tools have files of the same name; these keys tell a journal of the library. */
function isJournal(tree: JsonValue | undefined): tree is JsonObject {
  return isObject(tree) && ('chaoslib-version' in tree || ('run' in tree && 'experiment' in tree));
}

function whatElse(tree: JsonValue, isExperiment: boolean): Sentence {
  if (isExperiment) {
    const title = isObject(tree) ? tree['title'] : undefined;
    return messages.experiment(typeof title === 'string' ? title : undefined);
  }
  if (isArray(tree) && tree.length > 0 && tree.every(isJournal)) return messages.severalJournals(tree.length);
  if (isObject(tree) && isObject(tree['head']) && 'schemaVersion' in tree['head']) return messages.ourReport();
  return messages.notAJournal(describe(tree));
}

function withExperiment(tree: JsonObject, file: string, base: string): JournalRoot {
  const experiment = tree['experiment'];
  if (isObject(experiment)) return tree as JournalRoot;
  const { message, hint } =
    experiment === undefined ? messages.noExperiment() : messages.oddExperiment(describe(experiment));
  const at = experiment === undefined ? base : pointer(base, 'experiment');
  throw new ReportError('shape', message, { place: { file, pointer: at }, hint });
}
