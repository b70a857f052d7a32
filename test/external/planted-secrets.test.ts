/** Planted secrets, looked for in a PDF as other programs take it apart: qpdf, poppler. Needs qpdf, pdftotext, pdfdetach. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../src/journal/read-journal.js';
import { renderReport } from '../../src/render/render-report.js';
import { buildReport } from '../../src/report/collect.js';
import { SETTINGS } from '../support/fixtures.js';
import { formsOf, planted, secretsByPlace } from '../support/planted-journal.js';

describe('a PDF made of a journal with planted secrets', () => {
  it('holds none of them in its pages, its attachments and its unpacked objects', async () => {
    const { of, all } = secretsByPlace();
    const { journal, visible } = planted(of);
    const report = buildReport([readJournal(Buffer.from(JSON.stringify(journal)), 'j.json')], SETTINGS);
    const folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
    try {
      const file = join(folder, 'r.pdf');
      writeFileSync(file, await renderReport(report, 'pdf'));
      execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, join(folder, 'unpacked.pdf')]);
      execFileSync('pdfdetach', ['-saveall', '-o', folder, file]);
      const raw = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
      const texts = new Map([
        ['pages', raw],
        ['pages without line ends', raw.replaceAll('\n', '')],
        ...readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')] as const),
      ]);
      expect(texts.size).toBeGreaterThan(4);
      const leaks = [...texts].flatMap(([name, text]) =>
        [...all].flatMap(([place, secret]) =>
          formsOf(secret)
            .filter((form) => text.includes(form))
            .map((form) => `${place} in ${name}: ${form}`),
        ),
      );
      expect(leaks).toEqual([]);
      for (const text of visible) expect(texts.get('pages without line ends')).toContain(text);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
