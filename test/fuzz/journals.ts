/** The fixtures as trees: the real journals that damage is done to, and reports of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseJson } from '../../src/journal/parse-json.js';
import { readJournal } from '../../src/journal/read-journal.js';
import { renderReport } from '../../src/render/render-report.js';
import { buildReport } from '../../src/report/collect.js';
import type { Sources } from './mutations.js';
import { treeOf } from './tree.js';

/** Those of at most this many bytes: damage shows as well in a small journal, and sooner. */
export async function sourcesIn(folder: string, maxBytes: number): Promise<Sources> {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .filter((text) => text.length <= maxBytes);
  const reports = await Promise.all([texts.slice(0, 1), texts.slice(1, 2), texts.slice(2, 5)].map(reportOf));
  return { journals: texts.map((text) => treeOf(parseJson(text, 'fixture').value)), reports };
}

async function reportOf(texts: readonly string[]): Promise<Sources['reports'][number]> {
  const journals = texts.map((text, index) => readJournal(Buffer.from(text), `${index}.json`));
  const report = buildReport(journals, {
    title: null,
    generated: '2026-11-23T12:00:00Z',
    sort: 'severity',
    generator: { name: 'chaos-report', version: '0.0.0' },
  });
  return treeOf(parseJson(Buffer.from(await renderReport(report, 'json')).toString(), 'report').value);
}
