import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { png } from '../support/pictures.js';
import { emptyFolder, type Folder } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  folder.fixture('02-deviated', 'journal.json');
});
afterEach(() => folder.remove());

const LOGO = png(2, 1, 8, 2, [0, 1, 2, 3, 4, 5, 6]);

describe('a logo', () => {
  it('stands beside the pages of a folder, which all show it', async () => {
    writeFileSync(folder.at('logo.png'), LOGO);
    const ran = await folder.run('journal.json', '-o', 'report/', '--logo', 'logo.png', '--author', 'Acme', '-q');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(readFileSync(folder.at('report/report.png')).equals(LOGO)).toBe(true);
    for (const page of ['index.html', 'e1.html']) {
      const html = readFileSync(folder.at(`report/${page}`), 'utf8');
      expect(html).toContain('<img src="report.png" alt="Logo of Acme">');
      expect(html).toContain('img-src &#x27;self&#x27;;');
    }
  });

  it('that is none stops everything, and says what to do', async () => {
    writeFileSync(folder.at('logo.svg'), '<svg/>');
    const ran = await folder.run('journal.json', '-o', 'report.html', '--logo', 'logo.svg');
    expect([ran.code, ran.stderr]).toEqual([
      2,
      'error: logo.svg: The logo is an SVG.\n       Save it as PNG, some 600 pixels wide.\n',
    ]);
    expect(existsSync(folder.at('report.html'))).toBe(false);
  });
});

describe('a theme', () => {
  it('warns of text that is hard to read, and makes the same bytes each time', async () => {
    writeFileSync(
      folder.at('mine.json'),
      '{\n  "colours": {"good": "#7C7", "accent": "#F08"},\n  "sizes": {"text": 11}\n}',
    );
    const make = (name: string): ReturnType<Folder['run']> =>
      folder.run('journal.json', '-o', name, '--theme', 'mine.json', '--date', '2026-01-01');
    const ran = await make('one.pdf');
    expect(ran.code).toBe(0);
    expect(ran.stderr.split('\n')[0]).toBe(
      'warning: mine.json:2:23: "good" is hard to read on paper: #77CC77 has a contrast of 1.9 to "paper", and text needs 4.5',
    );
    await make('two.pdf');
    expect(readFileSync(folder.at('one.pdf')).equals(readFileSync(folder.at('two.pdf')))).toBe(true);
  });

  it('of black and white takes a font of its own, and one for more', async () => {
    const fonts = ['--font', `${process.cwd()}/fonts/NotoSansThai-Regular.ttf`];
    const ran = await folder.run('journal.json', '-o', 'a.pdf', '--theme', 'black-and-white', ...fonts, '-q');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const none = await folder.run('journal.json', '-o', 'a.md', ...fonts, '-q');
    expect([none.code, none.stderr]).toEqual([
      2,
      'error: --font is about the PDF, and no output is.\n       Leave it out, or add -o report.pdf.\n',
    ]);
  });
});

describe('a configuration', () => {
  it('can name a theme that comes with the command, or a file beside it', async () => {
    mkdirSync(folder.at('lab'));
    writeFileSync(folder.at('lab/config.yaml'), 'theme: black-and-white\n');
    const named = await folder.run('journal.json', '-o', 'a.html', '--config', 'lab/config.yaml', '-q');
    expect([named.code, named.stderr]).toEqual([0, '']);
    expect(readFileSync(folder.at('a.html'), 'utf8')).toContain('--bad:#000000');
    writeFileSync(folder.at('lab/config.yaml'), 'theme: mine.yaml\n');
    writeFileSync(folder.at('lab/mine.yaml'), 'colours: {bad: "#770000"}\n');
    await folder.run('journal.json', '-o', 'b.html', '--config', 'lab/config.yaml', '-q');
    expect(readFileSync(folder.at('b.html'), 'utf8')).toContain('--bad:#770000');
  });
});
