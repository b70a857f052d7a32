import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, type Folder } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  folder.fixture('02-deviated');
});
afterEach(() => folder.remove());

const files = (): readonly string[] => readdirSync(folder.path).sort();
const text = (name: string): string => readFileSync(folder.at(name), 'utf8');

describe('--assets separate', () => {
  it('writes style sheet and script beside the page, named as it is', async () => {
    const { code } = await folder.run('02-deviated.json', '-o', 'my report.html', '--assets', 'separate');
    expect(code).toBe(0);
    expect(files()).toEqual(['02-deviated.json', 'my report.css', 'my report.html', 'my report.js']);
    expect(text('my report.html')).toContain('<link rel="stylesheet" href="my%20report.css">');
    expect(text('my report.html')).toContain('<script src="my%20report.js"></script>');
    expect(text('my report.css')).toContain('.callout');
  });

  it('leaves everything as it was where one of the files cannot be written', async () => {
    writeFileSync(folder.at('a.html'), 'old');
    writeFileSync(folder.at('a.css'), 'old');
    // A folder of this name stands in the way of the script.
    mkdirSync(folder.at('a.js'));
    const { code, stderr } = await folder.run('02-deviated.json', '-o', 'a.html', '--assets', 'separate');
    expect([code, text('a.html'), text('a.css')]).toEqual([1, 'old', 'old']);
    expect(stderr).toContain('There is a folder of this name.');
    expect(files()).toEqual(['02-deviated.json', 'a.css', 'a.html', 'a.js']);
  });

  it('is wrong usage with standard output', async () => {
    const { code, stdout, stderr } = await folder.run(
      '02-deviated.json',
      '-o',
      '-',
      '--format',
      'html',
      '--assets',
      'separate',
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('there is no place beside standard output');
  });
});

describe('--fragment', () => {
  it('writes one section that begins at a level', async () => {
    await folder.run('02-deviated.json', '-o', 'a.html', '--fragment', '--heading-level', '4');
    expect(text('a.html')).toMatch(/^<section class="chaos-report"[^>]*>\s*<header>\s*<h4>[^]*<\/section>\s*$/);
    expect(files()).toEqual(['02-deviated.json', 'a.html']);
  });

  it('has its style sheet beside it where that is asked for', async () => {
    await folder.run('02-deviated.json', '-o', 'a.html', '--fragment', '--assets', 'separate');
    expect(files()).toEqual(['02-deviated.json', 'a.css', 'a.html']);
  });
});

describe('settings that nothing heeds', () => {
  it.each([
    [['-o', 'a.pdf', '--fragment'], '--fragment is about HTML'],
    [['-o', 'a.html', '--heading-level', '3'], '--fragment was not given'],
    [['-o', 'a.html', '--fragment', '--heading-level', '7'], '--heading-level cannot be "7"'],
    [['-o', 'a.html', '--profile', 'github'], '--profile github is about Markdown'],
    [['-o', 'a.md', '--profile', 'confluence'], '--profile confluence is about HTML'],
    [['-o', 'a.html', '--profile', 'confluence', '--fragment'], 'neither style sheet nor page around it'],
    [['-o', 'a.md', '--profile', 'gitlabb'], '--profile cannot be "gitlabb"'],
    [['-o', 'a.html', '--assets', 'both'], '--assets cannot be "both"'],
  ])('%j are told', async (args, said) => {
    const { code, stderr } = await folder.run('02-deviated.json', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('--profile', () => {
  it('keeps the limit of the place, and says what is left out', async () => {
    folder.fixture('32-large-300');
    const { code } = await folder.run('02-deviated.json', '32-large-300.json', '-o', 'a.md', '--profile', 'github');
    expect(code).toBe(0);
    expect(text('a.md').length).toBeLessThanOrEqual(65_536);
    expect(text('a.md')).toContain('left out here');
  });

  it('writes the storage format of Confluence', async () => {
    const { code } = await folder.run('02-deviated.json', '-o', 'a.html', '--profile', 'confluence');
    expect(code).toBe(0);
    expect(text('a.html')).toMatch(/^<p><strong>Chaos Engineering Report<\/strong>[^]*ac:name="toc"/);
  });
});

describe('--templates', () => {
  beforeEach(() => mkdirSync(folder.at('mine')));

  it('takes the files that are there, and ours for the rest', async () => {
    writeFileSync(folder.at('mine/paragraph.hbs'), '<p class="mine">{{inlines content}}</p>');
    writeFileSync(folder.at('mine/README.md'), 'about');
    const { code } = await folder.run('02-deviated.json', '-o', 'a.html', '--templates', 'mine');
    expect(code).toBe(0);
    expect(text('a.html')).toContain('<p class="mine">');
    expect(text('a.html')).toContain('class="callout');
  });

  it.each([
    ['callout.hbs', '<p>\n{{upper word}}', 'mine/callout.hbs:2: There is no helper upper.'],
    ['calout.hbs', '', 'mine/calout.hbs: There is no template of this name.\n       Did you mean callout.hbs?'],
  ])('writes nothing with a wrong %s, and says where it is', async (name, content, said) => {
    writeFileSync(folder.at(`mine/${name}`), content);
    const { code, stderr } = await folder.run('02-deviated.json', '-o', 'a.html', '--templates', 'mine');
    expect(code).toBe(1);
    expect(stderr).toContain(said);
    expect(files()).toEqual(['02-deviated.json', 'mine']);
  });

  it('says that there is no such folder', async () => {
    const { code, stderr } = await folder.run('02-deviated.json', '-o', 'a.html', '--templates', 'none');
    expect(code).toBe(1);
    expect(stderr).toContain('none');
  });
});
