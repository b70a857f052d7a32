/** The PDF as other programs read it: poppler for its text and structure, qpdf and mupdf for its syntax. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPdf } from '../render/pdf/render-sample.js';
import { CHAPTER, LONG_LINE, OPENING, SCRIPTS, UNBREAKABLE, section, words } from '../render/pdf/sample.js';
import type { Section } from '../../src/document/types.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function write(name: string, chapters: readonly Section[]): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, await renderPdf(OPENING, chapters, { maxOutput: Infinity }));
  return file;
}
/** What a reader copies, in reading order, without white space. */
const copied = (file: string): string =>
  execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/[\s\f]/g, '');
const bare = (text: string): string => text.replaceAll(/\s/g, '');

describe('the PDF in other hands', () => {
  it('is read without a warning by qpdf, mupdf and poppler', async () => {
    const file = await write('sample.pdf', [CHAPTER]);
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors found',
    );
    expect(execFileSync('mutool', ['info', file], { encoding: 'utf8' })).toContain('Pages:');
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
  });

  it('gives back every character of what was wrapped: code, cells, facts', async () => {
    const text = copied(await write('wrapped.pdf', [CHAPTER]));
    expect(text).toContain(bare(LONG_LINE));
    // Once in a fact, once in a cell, once in code.
    expect(text.split(UNBREAKABLE).length - 1).toBe(3);
  });

  it('gives back what was written, in any script', async () => {
    const text = copied(await write('scripts.pdf', [CHAPTER])).replaceAll(
      /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      '',
    );
    for (const word of SCRIPTS.split(' ')) expect(text).toContain(word);
  });

  it('tells characters apart that look alike', async () => {
    const alike = 'a\u00a0b Ω\u2126 µ\u03bc -\u2011 Δ\u2206';
    const chapter = section('experiment', 'e1', 'Alike', [{ kind: 'paragraph', content: words(alike) }]);
    const text = execFileSync('pdftotext', ['-raw', await write('alike.pdf', [chapter]), '-'], { encoding: 'utf8' });
    for (const word of ['Ω\u2126', 'µ\u03bc', '-\u2011', 'Δ\u2206']) expect(text).toContain(word);
  });

  it('has headings, tables, lists, links and figures in its structure', async () => {
    const structure = execFileSync('pdfinfo', ['-struct', await write('structure.pdf', [CHAPTER])], {
      encoding: 'utf8',
    });
    const roles = new Set([...structure.matchAll(/^\s*(\w+)/gm)].map(([, role]) => role));
    for (const role of [
      'Document',
      'H1',
      'H2',
      'H3',
      'P',
      'Table',
      'TR',
      'TH',
      'TD',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Figure',
      'Link',
      'Code',
      'TOC',
      'TOCI',
      'BlockQuote',
    ]) {
      expect([...roles]).toContain(role);
    }
    // The front is painted last, and is read first.
    expect(structure.indexOf('H1')).toBeLessThan(structure.indexOf('BlockQuote'));
  });
});
