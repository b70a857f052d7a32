/** Renders to a folder in memory, its files by their names. */
import { readFileSync } from 'node:fs';
import { composeBack, composeChapter, composeFront, DEFAULT_WORDS } from '../../../src/document/compose.js';
import { readJournal } from '../../../src/journal/read-journal.js';
import { html } from '../../../src/render/html/index.js';
import { DEFAULT_SETTINGS, type Chapter, type Opening } from '../../../src/render/types.js';
import { buildReport } from '../../../src/report/collect.js';

export async function writeFolder(
  opening: Opening,
  chapters: readonly Chapter[],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const add = (name: string, bytes: Uint8Array): Promise<void> => {
    files.set(name, (files.get(name) ?? '') + new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Promise.resolve();
  };
  const rendering = await html.open(
    opening,
    { ...DEFAULT_SETTINGS, folder: true },
    {
      write: (bytes) => add('index.html', bytes),
      file: (extension, bytes) => add(`report${extension}`, bytes).then(() => `report${extension}`),
      page: add,
    },
  );
  for (const chapter of chapters) await rendering.experiment(chapter);
  await rendering.close();
  return files;
}

/** The folder of a report of these fixtures. */
export function writeFolderOf(...names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { head, experiments } = buildReport(
    names.map((name) => readJournal(readFileSync(`fixtures/${name}.json`), `${name}.json`)),
    {
      title: null,
      generated: '2026-11-22T08:00:00Z',
      sort: 'severity',
      generator: { name: 'chaos-report', version: '0.0.0' },
    },
  );
  return writeFolder(
    { head, front: composeFront(head, DEFAULT_WORDS), back: composeBack(head, DEFAULT_WORDS) },
    experiments.map((facts) => ({ facts, section: () => composeChapter(facts, head, DEFAULT_WORDS) })),
  );
}

/** The links of the pages that lead to no file of the folder, or to no id in it. */
export function brokenLinks(files: ReadonlyMap<string, string>): readonly string[] {
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  const ids = new Map(
    pages.map(([name, text]) => [name, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]),
  );
  return pages.flatMap(([name, text]) =>
    [...text.matchAll(/ href="([^"]*)"/g)]
      .map(([, address = '']) => address)
      .filter((address) => {
        if (/^(?:https?|mailto):/.test(address)) return false;
        const [file = '', id] = address.split('#');
        const target = file === '' ? name : file;
        return !files.has(target) || (id !== undefined && ids.get(target)?.has(id) !== true);
      })
      .map((address) => `${name} → ${address}`),
  );
}
