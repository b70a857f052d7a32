import { appendFileSync, cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, finished, type Folder, type Ran } from './command.js';

const REPORTS = ['report.pdf', 'report.html', 'report.json', 'pages/index.html'];

let made: Folder;
let folder: Folder;
beforeAll(async () => {
  made = emptyFolder();
  made.fixture('01-completed-met', 'a.json');
  made.fixture('02-deviated', 'b.json');
  const outputs = ['report.pdf', 'report.html', 'report.json', 'pages/'].flatMap((file) => ['-o', file]);
  expect((await made.run('a.json', 'b.json', ...outputs, '-q')).code).toBe(0);
});
afterAll(() => made.remove());
beforeEach(() => {
  folder = emptyFolder();
  cpSync(made.path, folder.path, { recursive: true });
});
afterEach(() => folder.remove());

describe('verify', () => {
  it.each(REPORTS)('says that %s was made of these journals', async (report) => {
    const { code, stdout, stderr } = await folder.run('verify', report, 'a.json', 'b.json');
    expect([code, stderr]).toEqual([0, '']);
    const attachments = report.endsWith('.pdf') ? '; of 3 attachments, 3 as recorded' : '';
    expect(stdout).toBe(
      `matches            b.json\nmatches            a.json\n\nOf 2 sources, 2 as recorded${attachments}.\n`,
    );
  });

  it.each(REPORTS)('says what of %s changed, is missing, has another name, or is not in it', async (report) => {
    appendFileSync(folder.at('a.json'), ' ');
    folder.fixture('05-probe-traceback', 'c.json');
    const { code, stdout } = await folder.run('verify', report, 'a.json', 'c.json');
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /^missing {12}b\.json\nchanged {12}a\.json\nnot in the report {2}c\.json\n\nOf 2 sources, 0 as/,
    );
    renameSync(folder.at('b.json'), folder.at('other.json'));
    const renamed = await folder.run('verify', report, 'other.json');
    expect(renamed.stdout).toMatch(/^matches {12}b\.json \(now other\.json\)$/m);
  });

  it('says which attachment of a PDF was changed', async () => {
    const bytes = readFileSync(folder.at('report.pdf'));
    const at = bytes.indexOf('/Type /EmbeddedFile');
    const stream = bytes.indexOf('stream\n', at) + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(bytes.toString('latin1', at, stream))![1]);
    const { deflateSync } = await import('node:zlib');
    const other = deflateSync('{"forged": true}');
    other.copy(bytes, stream);
    bytes.fill(0, stream + other.length, stream + length);
    writeFileSync(folder.at('report.pdf'), bytes);
    const { code, stdout } = await folder.run('verify', 'report.pdf', 'a.json', 'b.json');
    expect(code).toBe(3);
    expect(stdout).toMatch(/^changed {12}attachment journal-e1\.json$/m);
    expect(stdout).toMatch(/of 3 attachments, 2 as recorded\.$/m);
  });

  it('knows what is not a report of ours, or one cut short', async () => {
    writeFileSync(folder.at('cut.pdf'), readFileSync(folder.at('report.pdf')).subarray(0, 5000));
    writeFileSync(folder.at('page.html'), '<!doctype html><title>x</title>');
    for (const [report, words] of [
      ['cut.pdf', 'The attachments of this PDF cannot be read.'],
      ['page.html', 'This is not a report of chaos-report with a manifest in it.'],
      ['a.json', 'This is not a report of chaos-report with a manifest in it.'],
      ['nothing.pdf', 'There is no such file or folder.'],
    ] as const) {
      const { code, stderr } = await folder.run('verify', report, 'b.json');
      expect([code, stderr.split('\n')[0]]).toEqual([1, `error: ${report}: ${words}`]);
    }
  });

  it('takes a folder for its index, standard input for a report, and for a journal', async () => {
    for (const report of ['pages', 'pages/', './pages/']) {
      expect((await folder.run('verify', report, 'a.json', 'b.json')).code).toBe(0);
    }
    const given = async (file: string, ...args: readonly string[]): Promise<Ran> => {
      const child = folder.start('verify', ...args);
      child.stdin!.write(readFileSync(folder.at(file)));
      return finished(child);
    };
    expect((await given('report.pdf', '-', 'a.json', 'b.json')).code).toBe(0);
    const journal = await given('b.json', 'report.pdf', 'a.json', '-');
    expect([journal.code, journal.stdout]).toEqual([0, expect.stringMatching(/^matches +b\.json \(now -\)$/m)]);
    expect((await given('b.json', '-', '-')).code).toBe(2);
  });

  it('passes over what lies in a folder and is no journal, and nothing that is one', async () => {
    writeFileSync(folder.at('package.json'), '{"name": "x"}');
    writeFileSync(folder.at('notes.yaml'), 'notes: none\n');
    const { code, stdout } = await folder.run('verify', 'report.pdf', '.');
    expect([code, stdout]).toEqual([0, expect.stringContaining('3 files in folders or patterns passed over')]);
    expect((await folder.run('verify', 'report.pdf', '.', 'package.json')).code).toBe(3);
    writeFileSync(folder.at('c.json'), readFileSync(folder.at('a.json'), 'utf8').slice(0, 500));
    const broken = await folder.run('verify', 'report.pdf', '.');
    expect([broken.code, broken.stdout]).toEqual([3, expect.stringMatching(/^not in the report +c\.json$/m)]);
  });

  it('verifies a report that was merged of others by the journals of all', async () => {
    expect((await folder.run('a.json', '-o', '1.json', '-q')).code).toBe(0);
    expect((await folder.run('b.json', '-o', '2.json', '-q')).code).toBe(0);
    expect((await folder.run('1.json', '2.json', '-o', 'both.pdf', '-q')).code).toBe(0);
    expect((await folder.run('verify', 'both.pdf', 'a.json', 'b.json')).code).toBe(0);
    expect((await folder.run('verify', 'both.pdf', '1.json', '2.json')).code).toBe(3);
  });

  it('says of a PDF without attachments that it has none', async () => {
    expect((await folder.run('a.json', '-o', 'bare.pdf', '--no-attachments', '-q')).code).toBe(0);
    const { code, stderr } = await folder.run('verify', 'bare.pdf', 'a.json');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^error: bare\.pdf: This PDF has no attachments, and so no/),
    ]);
  });

  it('says what it needs', async () => {
    expect((await folder.run('verify')).code).toBe(2);
    expect((await folder.run('verify', 'report.pdf')).code).toBe(2);
    const wrong = await folder.run('verify', 'report.pdf', 'a.json', '--title', 'x');
    expect([wrong.code, wrong.stderr.split('\n')[0]]).toEqual([2, 'error: verify does not take --title.']);
    const missing = await folder.run('verify', 'report.pdf', 'a.json', 'b.json', 'gone.json');
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringMatching(/^error: gone\.json: There is no such/)]);
    const slip = await folder.run('verifi', 'report.pdf', 'a.json');
    expect(slip.stderr).toMatch(
      /^error: verifi: There is no such file or folder\.\n {7}Did you mean the command verify\?$/m,
    );
  });

  it('knows files whose names have a secret in them, which no report shows', async () => {
    const [aws, github] = ['AKIAQ3EGVXZ5TJ2LMN7P', `ghp_${'x7Qk2Lm9Zr4T'.repeat(3)}`];
    folder.fixture('02-deviated', `journal-${aws}.json`);
    folder.fixture('02-deviated', `copy-${aws}.json`);
    folder.fixture('01-completed-met', `token=${github}.json`);
    writeFileSync(folder.at(`bad-${github}.json`), '{');
    const names = [`journal-${aws}.json`, `copy-${aws}.json`, `token=${github}.json`];
    const ran = await folder.run(...names, `bad-${github}.json`, `gone-${github}.json`, '-o', 'r.json', '-o', 'r.html');
    // On the terminal of whoever named them they stand as they were given.
    expect(ran.stderr).toContain(`error: bad-${github}.json:1:2: `);
    for (const report of ['r.json', 'r.html']) {
      expect(readFileSync(folder.at(report), 'utf8')).not.toMatch(new RegExp(`${aws}|${github}`));
      expect((await folder.run('verify', report, `journal-${aws}.json`, `token=${github}.json`)).code).toBe(0);
    }
    writeFileSync(folder.at(`token=${github}.json`), '{}');
    const verified = await folder.run('verify', 'r.json', `journal-${aws}.json`, `token=${github}.json`);
    expect([verified.code, verified.stdout]).toEqual([3, expect.stringMatching(/^changed +token=‹secret›$/m)]);
  });
});
