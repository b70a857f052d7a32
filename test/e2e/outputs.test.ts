import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fixtureNames } from '../support/fixtures.js';
import { emptyFolder, finished, type Folder } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  folder.fixture('02-deviated');
});
afterEach(() => folder.remove());

function files(): readonly string[] {
  return readdirSync(folder.path).sort();
}

describe('outputs', () => {
  it('are made in every format, in folders that are made, with a short summary at the end', async () => {
    const { code, stdout, stderr } = await folder.run(
      '02-deviated.json',
      '-o',
      'a.pdf',
      '-o',
      'deep/er/b.html',
      '-o',
      'c.json',
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(
      /^a\.pdf {2}\d+ kB\ndeep\/er\/b\.html {2}\d+ kB\nc\.json {2}\d+ kB\nThe system deviated from its steady state\.\n$/,
    );
    expect(readFileSync(folder.at('a.pdf'), 'latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/);
    expect(readFileSync(folder.at('deep/er/b.html'), 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\s*$/i);
    expect(files()).toEqual(['02-deviated.json', 'a.pdf', 'c.json', 'deep']);
  });

  it('are made of every fixture by what is bundled, with every script and font that they need', async () => {
    for (const name of fixtureNames()) folder.fixture(name);
    const names = ['all.pdf', 'all.html', 'all.md', 'all.json', 'all.xml'];
    const { code, stderr } = await folder.run('*.json', '-q', ...names.flatMap((name) => ['-o', name]));
    expect([code, stderr]).toEqual([0, '']);
    expect(files()).toEqual(expect.arrayContaining(names));
  });

  it('are the same bytes for the same input and date, whatever the clock, zone and order', async () => {
    folder.fixture('01-completed-met');
    const both = ['02-deviated.json', '01-completed-met.json'];
    await folder.run(...both, '--date', '2026-11-23', '-o', '1.pdf', '-o', '1.html', '-o', '1.json');
    const env = {
      SOURCE_DATE_EPOCH: String(Date.parse('2026-11-23') / 1000),
      TZ: 'Asia/Kathmandu',
      LC_ALL: 'de_DE.UTF-8',
    };
    await folder.runWith(env, ...both.reverse(), '-o', '2.pdf', '-o', '2.html', '-o', '2.json');
    for (const format of ['pdf', 'html', 'json']) {
      expect(readFileSync(folder.at(`1.${format}`)).equals(readFileSync(folder.at(`2.${format}`)))).toBe(true);
    }
  });

  it('can be standard output, with all words on standard error', async () => {
    const { code, stdout, stderr } = await folder.run(
      '02-deviated.json',
      '-o',
      '-',
      '--format',
      'json',
      '-o',
      'a.json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(folder.at('a.json'), 'utf8')));
    expect(stderr).toMatch(/^a\.json {2}/);
  });

  it('end quietly where the reader closes the pipe', async () => {
    folder.fixture('32-large-300');
    const child = folder.start('32-large-300.json', '-o', '-', '--format', 'html');
    child.stdout!.once('data', () => child.stdout!.destroy());
    const { code, stderr } = await finished(child);
    expect([code, stderr.includes('EPIPE'), stderr.includes('error')]).toEqual([0, false, false]);
  });

  it('written the way of chaos report are written too', async () => {
    expect((await folder.run('--export-format=html5', '02-deviated.json', 'report.html')).code).toBe(0);
    expect(readFileSync(folder.at('report.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });
});

describe('an output that fails', () => {
  it('leaves the others alone, and nothing behind', async () => {
    mkdirSync(folder.at('taken.json'));
    writeFileSync(folder.at('file'), 'precious');
    const { code, stderr } = await folder.run(
      '02-deviated.json',
      '-o',
      'taken.json',
      '-o',
      'file/x.json',
      '-o',
      'fine.json',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: taken\.json: There is a folder of this name\.$/m);
    expect(stderr).toMatch(/^error: file\/x\.json: There is a file of this name, where a folder was expected\.$/m);
    expect(stderr).toMatch(/^fine\.json {2}/m);
    expect(files()).toEqual(['02-deviated.json', 'file', 'fine.json', 'taken.json']);
    expect(readFileSync(folder.at('file'), 'utf8')).toBe('precious');
  });

  it('because the disk is full says so', async () => {
    // A disk that is always full, where the system has one.
    const full = existsSync('/dev/full') ? '/dev/full' : undefined;
    const outputs = full === undefined ? [] : ['-o', full, '--format', 'html'];
    const { code, stderr } = await folder.run('02-deviated.json', ...outputs, '-o', 'fine.json');
    expect([code, /^error: \/dev\/full: The disk is full\.$/m.test(stderr)]).toEqual(full ? [1, true] : [0, false]);
    expect(files()).toEqual(['02-deviated.json', 'fine.json']);
    if (full) expect(statSync(full).isCharacterDevice()).toBe(true);
  });

  it('because it is an input does not harm the input', async () => {
    const before = readFileSync(folder.at('02-deviated.json'));
    symlinkSync('02-deviated.json', folder.at('alias.json'));
    const { code, stderr } = await folder.run('02-deviated.json', '-o', 'alias.json', '-o', 'fine.json');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: alias\.json: This file is an input too, and would be overwritten\.$/m);
    expect(readFileSync(folder.at('02-deviated.json')).equals(before)).toBe(true);
    expect(files()).toContain('fine.json');
  });
});

describe('an output that is there already', () => {
  it('is left out of the inputs where it is a report, with a warning', async () => {
    const args = ['*.json', '-o', 'report.json', '-o', 'report.html', '--date', '2026-11-23'];
    expect((await folder.run(...args)).code).toBe(0);
    const first = readFileSync(folder.at('report.json'));
    const { code, stderr } = await folder.run(...args);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^warning: report\.json: this is a report and one of the outputs, so it was not read$/m);
    expect(readFileSync(folder.at('report.json')).equals(first)).toBe(true);
  });

  it('stays what it is: a link stays a link, and its target keeps its permissions', async () => {
    writeFileSync(folder.at('target'), 'old', { mode: 0o640 });
    symlinkSync('target', folder.at('link.json'));
    expect((await folder.run('02-deviated.json', '-o', 'link.json')).code).toBe(0);
    expect(lstatSync(folder.at('link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(folder.at('target'), 'utf8')).toMatch(/^\{"head"/);
    expect(statSync(folder.at('target')).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is as it was after %s, and nothing is left beside it', async (signal, code) => {
    // Enough work that the signal comes in its middle.
    for (let copy = 0; copy < 12; copy++) folder.fixture('32-large-300', `large-${copy}.json`);
    writeFileSync(folder.at('report.html'), 'old');
    const before = files();
    const child = folder.start('large-*.json', '-o', 'report.html', '-o', 'report.pdf');
    const ended = finished(child);
    while (child.exitCode === null && !files().some((name) => name.endsWith('.tmp'))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill(signal);
    expect((await ended).code).toBe(code);
    expect(files()).toEqual(before);
    expect(readFileSync(folder.at('report.html'), 'utf8')).toBe('old');
  });
});
