/** The texts of evidence files, out of what was read and, once they are masked, back into it: numbers stay as they are. */
import type { JournalRoot } from '../../journal/types.js';
import { emptyObject, type JsonValue } from '../../json.js';
import { listOf, objectOf, textOf } from '../read-parts.js';
import type { FoundFile } from './collect-metrics.js';

/** Where they stand in the tree that is masked: no journal has such a key. */
const KEY = '--evidence';

/** The journal with the texts in it, after everything else, so that its own secrets keep their numbers. */
export function withTexts(root: JournalRoot, files: readonly FoundFile[]): JournalRoot {
  const texts = emptyObject();
  files.forEach((file) => {
    const list: JsonValue[] = [];
    mapTexts(file, (text) => {
      list.push(text);
      return text;
    });
    texts[file.path] = list;
  });
  return Object.assign(emptyObject(), root, { [KEY]: texts });
}

/** The journal without them, and the files with the texts as they were masked. */
export function takeTexts(
  masked: JournalRoot,
  files: readonly FoundFile[],
): { readonly root: JournalRoot; readonly files: readonly FoundFile[] } {
  const { [KEY]: texts, ...rest } = masked;
  // In the order of the files: a masked path has another key.
  const lists = Object.values(objectOf(texts) ?? {});
  const paths = Object.keys(objectOf(texts) ?? {});
  return {
    root: Object.assign(emptyObject(), rest),
    files: files.map((file, index) => {
      const list = listOf(lists[index]);
      let next = 0;
      const shown = mapTexts(file, () => textOf(list[next++]) ?? '');
      return { ...shown, path: paths[index] ?? file.path };
    }),
  };
}

/** Puts each text of a file through a function, always in the same order. */
function mapTexts(file: FoundFile, change: (text: string) => string): FoundFile {
  const { groups, loadTests } = file.found;
  return {
    ...file,
    found: {
      groups: groups.map((group) => ({
        ...group,
        name: change(group.name),
        series: group.series.map((series) => ({
          ...series,
          labels: Object.fromEntries(Object.entries(series.labels).map(([name, value]) => [name, change(value)])),
        })),
      })),
      loadTests: loadTests.map((test) => ({
        ...test,
        measures: test.measures.map((measure) => ({
          ...measure,
          name: change(measure.name),
          figures: measure.figures.map((figure) => ({ ...figure, name: change(figure.name) })),
        })),
        thresholds: test.thresholds.map((threshold) => ({
          ...threshold,
          measure: change(threshold.measure),
          condition: change(threshold.condition),
        })),
        errors: test.errors.map(change),
      })),
    },
  };
}
