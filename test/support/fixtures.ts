/** Fixtures as journals and reports, with everything that could vary fixed. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readJournal } from '../../src/journal/read-journal.js';
import { buildReport } from '../../src/report/collect.js';
import type { CollectSettings } from '../../src/report/collect-settings.js';
import type { Experiment, Report } from '../../src/report/types.js';

export const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

export const SETTINGS: CollectSettings = {
  title: null,
  generated: '2026-11-22T12:00:00Z',
  sort: 'severity',
  generator: { name: 'chaos-report', version: '0.0.0' },
};

/** Every fixture's name, without `.json`. */
export function fixtureNames(): string[] {
  return readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

const reports = new Map<string, Report>();

/** The report of these fixtures: the same one each time, since nothing may change a report. */
export function reportOf(...names: readonly string[]): Report {
  const key = names.join('\n');
  const known = reports.get(key);
  if (known) return known;
  const report = buildReport(
    names.map((name) => readJournal(readFileSync(`${FIXTURES}${name}.json`), `${name}.json`)),
    SETTINGS,
  );
  reports.set(key, report);
  return report;
}

/** The made-up year: many runs of six experiments. */
export function yearReport(
  settings: Partial<CollectSettings> = {},
  wanted: (name: string) => boolean = () => true,
): Report {
  const files = readdirSync(`${FIXTURES}year/`).filter((name) => name.endsWith('.json') && wanted(name));
  const journals = files.sort().map((name) => readJournal(readFileSync(`${FIXTURES}year/${name}`), name));
  return buildReport(journals, { ...SETTINGS, generated: '2026-11-30T12:00:00Z', ...settings });
}

export function experimentOf(name: string): Experiment {
  const experiment = reportOf(name).experiments[0];
  if (!experiment) throw new Error(`${name} gives no experiment`);
  return experiment;
}

/** A report of one journal that is written in a test. */
export function reportFrom(journal: unknown): Report {
  return buildReport([readJournal(new TextEncoder().encode(JSON.stringify(journal)), 'test.json')], SETTINGS);
}

/** The experiment of a journal that is written in a test. */
export function experimentFrom(journal: unknown): Experiment {
  const experiment = reportFrom(journal).experiments[0];
  if (!experiment) throw new Error('no experiment');
  return experiment;
}
