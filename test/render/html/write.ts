/** Renders to one string: the sample, or fixtures by their names. */
import { readFileSync } from 'node:fs';
import { composeBack, composeChapter, composeFront, DEFAULT_WORDS } from '../../../src/document/compose.js';
import { readJournal } from '../../../src/journal/read-journal.js';
import { html } from '../../../src/render/html/index.js';
import { DEFAULT_SETTINGS, type Chapter, type Opening, type RenderSettings } from '../../../src/render/types.js';
import { buildReport } from '../../../src/report/collect.js';

/** The pieces in the order they were written. */
export async function writePieces(
  opening: Opening,
  chapters: readonly Chapter[],
  settings: Partial<RenderSettings> = {},
  files?: Map<string, string>,
): Promise<string[]> {
  const pieces: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const rendering = await html.open(
    opening,
    { ...DEFAULT_SETTINGS, ...settings },
    {
      write: (bytes) => {
        pieces.push(decoder.decode(bytes));
      },
      ...(files && {
        file: (extension, bytes) => {
          files.set(extension, decoder.decode(bytes));
          return Promise.resolve(`report${extension}`);
        },
      }),
    },
  );
  for (const chapter of chapters) await rendering.experiment(chapter);
  await rendering.close();
  return pieces;
}

/** The whole page. */
export async function writePage(
  opening: Opening,
  chapters: readonly Chapter[],
  settings: Partial<RenderSettings> = {},
  files?: Map<string, string>,
): Promise<string> {
  return (await writePieces(opening, chapters, settings, files)).join('');
}

/** The page of a report of these fixtures. */
export function writeFixtures(...names: readonly string[]): Promise<string> {
  return writeFixturesAs({}, new Map(), ...names);
}

/** The same with other settings; files beside the page go into `files` by extension. */
export function writeFixturesAs(
  settings: Partial<RenderSettings>,
  files: Map<string, string>,
  ...names: readonly string[]
): Promise<string> {
  const journals = names.map((name) => readJournal(readFileSync(`fixtures/${name}.json`), `${name}.json`));
  const { head, experiments } = buildReport(journals, {
    title: null,
    generated: '2026-11-22T08:00:00Z',
    sort: 'severity',
    generator: { name: 'chaos-report', version: '0.0.0' },
  });
  const opening = { head, front: composeFront(head, DEFAULT_WORDS), back: composeBack(head, DEFAULT_WORDS) };
  const chapters = experiments.map((facts) => ({ facts, section: () => composeChapter(facts, head, DEFAULT_WORDS) }));
  return writePage(opening, chapters, settings, files);
}

/** What a browser would read between the tags, entities undone. */
export function textOf(page: string): string {
  return page
    .replace(/<(style|script|title)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
