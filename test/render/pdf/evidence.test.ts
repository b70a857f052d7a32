import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { readJournal } from '../../../src/journal/read-journal.js';
import { createEvidence } from '../../../src/render/pdf/evidence.js';
import type { Attachment } from '../../../src/render/pdf/paint/attachment.js';
import { renderReport } from '../../../src/render/render-report.js';
import { journalText } from '../../../src/report/journal-text.js';
import { maskJournal } from '../../../src/report/masking/mask-journal.js';
import { buildReport } from '../../../src/report/collect.js';
import { SETTINGS } from '../../support/fixtures.js';

const journals = ['02-deviated', '20-config-env-secrets'].map((name) =>
  readJournal(readFileSync(new URL(`../../../fixtures/${name}.json`, import.meta.url)), `${name}.json`),
);
const report = buildReport(journals, SETTINGS);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function collect(take: boolean): Promise<Map<string, Buffer>> {
  const attached: Attachment[] = [];
  const evidence = createEvidence(report.head, (attachment) => void attached.push(attachment));
  for (const facts of take ? report.experiments : []) {
    const journal = journals.find(({ file }) => file === facts.source.file);
    await evidence.take({
      facts,
      section: () => {
        throw new Error('not asked for');
      },
      ...(journal === undefined ? {} : { journal: () => journalText(maskJournal(journal.root).root) }),
    });
  }
  await evidence.close();
  return new Map(
    attached.map(({ name, packed, size }) => {
      const bytes = inflateSync(packed);
      expect(bytes).toHaveLength(size);
      return [name, bytes];
    }),
  );
}

interface Manifest {
  readonly sources: readonly { readonly file: string; readonly sha256: string; readonly experiment: string | null }[];
  readonly attachments: readonly { readonly name: string; readonly sha256: string; readonly size: number }[];
}

describe('the evidence inside a PDF', () => {
  it('is the Report JSON as the JSON format writes it, the masked journals and a manifest of both', async () => {
    const files = await collect(true);
    expect([...files.keys()]).toEqual(['journal-e1.json', 'journal-e2.json', 'report.json', 'manifest.json']);
    expect(files.get('report.json')?.equals(Buffer.from(await renderReport(report, 'json')))).toBe(true);
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as Manifest;
    expect(manifest.sources.map(({ sha256 }) => sha256)).toEqual(report.head.sources.map(({ sha256 }) => sha256));
    for (const { name, sha256: sum, size } of manifest.attachments) {
      expect(sha256(files.get(name) ?? Buffer.of())).toBe(sum);
      expect(files.get(name)).toHaveLength(size);
    }
    expect(manifest.attachments).toHaveLength(3);
  });

  it('has no facts where no experiment was given: they would be halved', async () => {
    const files = await collect(false);
    expect([...files.keys()]).toEqual(['manifest.json']);
  });

  it('stands in the file unless it is not wanted', async () => {
    const has = async (attachments: boolean): Promise<boolean> =>
      Buffer.from(await renderReport(report, 'pdf', { attachments })).includes('/Subtype /application#2Fjson');
    expect(await has(true)).toBe(true);
    expect(await has(false)).toBe(false);
  });
});
