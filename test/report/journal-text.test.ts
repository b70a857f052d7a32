import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { parseJson } from '../../src/journal/parse-json.js';
import { readJournal } from '../../src/journal/read-journal.js';
import { journalText, jsonText } from '../../src/report/journal-text.js';
import { maskJournal } from '../../src/report/masking/mask-journal.js';

const FOLDER = new URL('../../fixtures/', import.meta.url);
const fixture = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

describe('jsonText', () => {
  it('writes every number with the digits it was read with, and every key as it was', () => {
    const text =
      '{"a":[1.0,1e400,NaN,-Infinity,12345678901234567890,0.1],"__proto__":{"$number":"NaN"},"é\\n":null,"b":[true,{}]}';
    expect(jsonText(parseJson(text, 'x.json').value)).toBe(text);
  });

  it('gives a journal back that reads the same', () => {
    for (const name of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
      const { root } = readJournal(fixture(name), name);
      const again = readJournal(Buffer.from(jsonText(root)), name);
      expect(jsonText(again.root)).toBe(jsonText(root));
    }
  });
});

describe('the text of a masked journal', () => {
  it('holds no secret', () => {
    const bytes = fixture('20-config-env-secrets.json');
    const masked = [...journalText(maskJournal(readJournal(bytes, 'j.json').root).root)].join('');
    expect(masked).toContain('‹secret 1›');
    const declared = (JSON.parse(bytes.toString()) as { experiment: { secrets: unknown } }).experiment.secrets;
    const leaves = JSON.stringify(declared).match(/"[^"]*s3cr3t[^"]*"/g) ?? [];
    for (const leaf of leaves) expect(masked).not.toContain(leaf.slice(1, -1));
  });
});
