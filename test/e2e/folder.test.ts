import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, finished, type Folder, type Ran } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  folder.fixture('01-completed-met');
  folder.fixture('02-deviated');
});
afterEach(() => folder.remove());

const JOURNALS = ['01-completed-met.json', '02-deviated.json'];
const files = (name = ''): readonly string[] => readdirSync(folder.at(name)).sort();
const write = (...args: readonly string[]): Promise<Ran> => folder.run(...JOURNALS, ...args);

describe('-o report/', () => {
  it('writes an index and a page an experiment, and nothing else', async () => {
    const { code, stderr } = await write('-o', 'out/report/');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^out\/report\/ {2}\d+ kB\n/);
    expect(files('out')).toEqual(['report']);
    expect(files('out/report')).toEqual([
      '.chaos-report',
      'e1.html',
      'e2.html',
      'index.html',
      'report.css',
      'report.js',
    ]);
    expect(readFileSync(folder.at('out/report/index.html'), 'utf8')).toMatch(/<\/html>\s*$/);
  });

  it('replaces a folder of ours as a whole, and an empty one', async () => {
    mkdirSync(folder.at('report'));
    expect((await write('-o', 'report/')).code).toBe(0);
    expect((await folder.run('02-deviated.json', '-o', 'report/')).code).toBe(0);
    expect(files('report')).toEqual(['.chaos-report', 'e1.html', 'index.html', 'report.css', 'report.js']);
    expect(files()).toEqual([...JOURNALS, 'report']);
  });

  it('replaces what a link leads to, and leaves the link', async () => {
    mkdirSync(folder.at('real'));
    symlinkSync('real', folder.at('report'));
    expect((await write('-o', 'report/')).code).toBe(0);
    expect(files('real')).toContain('index.html');
    expect(files()).toEqual([...JOURNALS, 'real', 'report']);
  });

  it('leaves a folder alone that is not ours', async () => {
    mkdirSync(folder.at('report'));
    writeFileSync(folder.at('report/thesis.txt'), 'years of work');
    const { code, stderr } = await write('-o', 'report/', '-o', 'a.html');
    expect(code).toBe(1);
    expect(stderr).toContain('error: report/: This folder was not written by chaos-report, and would be replaced.');
    expect(files('report')).toEqual(['thesis.txt']);
    // The other output is none the worse for it.
    expect(files()).toEqual([...JOURNALS, 'a.html', 'report']);
  });

  it('leaves a file alone, and the folder that it runs in', async () => {
    writeFileSync(folder.at('report'), 'a file');
    const file = await write('-o', 'report/');
    expect([file.code, readFileSync(folder.at('report'), 'utf8')]).toEqual([1, 'a file']);
    writeFileSync(folder.at('.chaos-report'), '');
    mkdirSync(folder.at('journals'));
    folder.fixture('02-deviated', 'journals/a.json');
    const here = await folder.run('journals/a.json', '-o', './');
    expect([here.code, files()]).toEqual([1, ['.chaos-report', ...JOURNALS, 'journals', 'report']]);
  });

  it('leaves a folder alone that an input is in', async () => {
    await write('-o', 'report/');
    folder.fixture('02-deviated', 'report/journal.json');
    const before = files('report');
    const { code, stderr } = await folder.run('report/journal.json', '-o', 'report/');
    expect([code, files('report')]).toEqual([1, before]);
    expect(stderr).toContain('The input report/journal.json is in this folder, and would be lost.');
  });

  it('leaves the old folder as it was, and nothing else, where a report fails midway', async () => {
    await write('-o', 'report/', '--date', '2026-11-23');
    const index = readFileSync(folder.at('report/index.html'), 'utf8');
    mkdirSync(folder.at('mine'));
    // Fails when the first experiment is rendered, with the index written.
    writeFileSync(
      folder.at('mine/section.hbs'),
      '{{#if @experiment}}{{#each blocks}}{{inlines title}}{{/each}}{{/if}}',
    );
    const { code, stderr } = await write('-o', 'report/', '--templates', 'mine');
    expect([code, stderr.includes('section.hbs:1')]).toEqual([1, true]);
    expect(readFileSync(folder.at('report/index.html'), 'utf8')).toBe(index);
    expect(files()).toEqual([...JOURNALS, 'mine', 'report']);
  });

  it('leaves nothing behind after a signal', async () => {
    await write('-o', 'report/');
    const { ino } = statSync(folder.at('report'));
    for (let i = 0; i < 60; i++) folder.fixture('13-continuous', `runs-${i}.json`);
    const child = folder.start('runs-*.json', '-o', 'report/');
    const ended = finished(child);
    while (child.exitCode === null && !files().some((name) => name.endsWith('.tmp'))) {
      await new Promise((done) => setTimeout(done, 2));
    }
    child.kill('SIGTERM');
    expect((await ended).code).toBe(143);
    expect(statSync(folder.at('report')).ino).toBe(ino);
    expect(files().filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.each([
    [['-o', 'report/', '--format', 'pdf'], 'a folder is HTML'],
    [['-o', 'report/', '--fragment'], 'a folder has pages'],
    [['-o', 'report/', '--profile', 'confluence'], 'name a file'],
    [['-o', 'report/', '-o', 'report/a.pdf'], 'is replaced as a whole'],
    [['-o', 'report/', '-o', 'report/./'], 'was given twice'],
    [['--export-format', 'pdf', 'report/'], 'a folder is HTML'],
  ])('is wrong usage with %j', async (args, words) => {
    const { code, stderr } = await write(...args);
    expect([code, existsSync(folder.at('report'))]).toEqual([2, false]);
    expect(stderr).toContain(words);
  });

  it('can be told that it is HTML', async () => {
    expect((await write('-o', 'report/', '--format', 'html')).code).toBe(0);
    expect((await write('--export-format', 'html5', 'again/')).code).toBe(0);
    expect(files('again')).toContain('e2.html');
  });
});
