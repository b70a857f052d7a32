/** The words of chosen fixtures against files that were read by eye. `npm run golden` rewrites them; read the difference. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { chosenSections } from '../../src/document/chosen-sections.js';
import { composeDocument, DEFAULT_WORDS } from '../../src/document/compose.js';
import { renderReport } from '../../src/render/render-report.js';
import { documentText } from '../support/document-text.js';
import { reportOf, yearReport } from '../support/fixtures.js';

const FOLDER = fileURLToPath(new URL('./files/', import.meta.url));

/** A case: its name, and the fixtures in it. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['sample', ['journal-frontend', 'journal-reverse-proxy']],
  ['deviated', ['02-deviated']],
  ['gate', ['03-gate-tolerance-not-met', '04-gate-probe-failed']],
  ['stopped', ['07-aborted-bad-url', '09-interrupted-sigint', '11-interrupted-sigterm']],
  ['rollback-fails', ['12-rollback-fails']],
  ['dry', ['15-dry-activities', '15-dry-pause']],
  ['config-env-secrets', ['20-config-env-secrets']],
  ['tolerances', ['22-tolerances']],
  ['ansi-control', ['26-ansi-control']],
  ['nan-huge', ['27-nan-huge']],
  ['nothing', ['30-nothing']],
  ['old', ['40-old-lib-0.3.0', '40-old-lib-0.12.2']],
];

function compare(file: string, actual: string): void {
  const path = `${FOLDER}${file}`;
  if (process.env.GOLDEN === 'write') writeFileSync(path, actual);
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm run golden, and read what it writes.`);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

describe('golden files', () => {
  it.each(CASES)('%s: document', (name, fixtures) => {
    compare(`${name}.document.txt`, documentText(composeDocument(reportOf(...fixtures))));
  });

  it.each(CASES.slice(0, 3))('%s: JSON', async (name, fixtures) => {
    compare(`${name}.report.json`, new TextDecoder().decode(await renderReport(reportOf(...fixtures), 'json')));
  });

  // A year of runs without its sixty chapters: page 1 and the history have to tell its story.
  const sections = chosenSections(['runs', 'contributions', 'coverage']);

  it('year: document', () => {
    compare('year.document.txt', documentText(composeDocument(yearReport(), { ...DEFAULT_WORDS, sections })));
  });

  it('year: Markdown', async () => {
    const markdown = await renderReport(yearReport(), 'markdown', { sections });
    compare('year.report.md', new TextDecoder().decode(markdown));
  });
});
