import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readTheme } from '../../src/cli/theme-file.js';
import type { ReportErrors } from '../../src/errors.js';
import { BUNDLED_THEMES, LOOK, withAccent } from '../../src/theme/theme.js';

const folder = mkdtempSync(join(tmpdir(), 'theme-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string, page: 'A4' | null = null): ReturnType<typeof readTheme> {
  const file = join(folder, 'theme.yaml');
  writeFileSync(file, text);
  return readTheme({ theme: file, accent: null, page });
}

describe('--theme', () => {
  it('takes a bundled theme by its name, and --accent goes over it', async () => {
    expect(await readTheme({ theme: null, accent: null, page: null })).toEqual({ theme: LOOK, warnings: [] });
    const grey = BUNDLED_THEMES['black-and-white'];
    expect(await readTheme({ theme: 'black-and-white', accent: null, page: null })).toEqual({
      theme: grey,
      warnings: [],
    });
    expect((await readTheme({ theme: 'black-and-white', accent: '#FF0000', page: null })).theme).toEqual(
      withAccent(grey, '#FF0000'),
    );
  });

  it('tells of a name that there is not, with the one that was meant', async () => {
    await expect(readTheme({ theme: 'black-and-whit', accent: null, page: null })).rejects.toMatchObject({
      code: 'not-found',
      hint: 'Did you mean black-and-white? Bundled themes are look and black-and-white.',
    });
  });

  it('takes a file, whose fonts stand beside it', async () => {
    const { theme } = await read('fonts: {text: {regular: a.ttf}, code: {italic: ../b.otf}}\nsizes: {text: 11}');
    expect(theme.fonts).toEqual({
      text: { regular: join(folder, 'a.ttf') },
      code: { italic: join(folder, '../b.otf') },
    });
    expect(theme.scale).toBe(1.1);
  });

  it('tells of all that is wrong in a file', async () => {
    const caught: unknown = await read(
      'colors: {ink: "#000"}\ndark: {inc: "#000", bad: red}\nsizes: {text: 40}\n',
    ).catch((error: unknown) => error);
    expect(
      (caught as ReportErrors).errors.map(({ message, place, hint }) => [place?.line, message, hint?.split('?')[0]]),
    ).toEqual([
      [1, 'There is no "colors" here.', 'Did you mean "colours"'],
      [2, 'There is no "inc" in /dark.', 'Did you mean "ink"'],
      [2, '/dark/bad has to be a colour, and is "red".', 'For example: "#1A1C1E".'],
      [3, '/sizes/text is 40, and 13 is the most.', undefined],
    ]);
  });

  it('tells of margins that leave no room, on the paper that is asked for', async () => {
    const wide = 'sizes: {text: 12}\npage: {size: Letter, margins: {left: 30, right: 22}}';
    expect((await read(wide)).warnings).toEqual([]);
    await expect(read(wide, 'A4')).rejects.toThrow(
      'This leaves 373 points of the look for text, and 380 are the least.',
    );
  });

  it('warns of text that is hard to read, with its line', async () => {
    const { warnings } = await read('colours:\n  good: "#0A0"\n');
    expect(warnings).toEqual([
      {
        place: { file: join(folder, 'theme.yaml'), line: 2, column: 9, pointer: '/colours/good' },
        message: '"good" is hard to read on paper: #00AA00 has a contrast of 3.1 to "paper", and text needs 4.5',
      },
    ]);
  });

  it('takes the example of docs/theme.md', async () => {
    const [, example] = /```yaml\n([^]*?)```/.exec(readFileSync('docs/theme.md', 'utf8')) ?? [];
    const { theme, warnings } = await read(example ?? '');
    expect(warnings).toEqual([]);
    expect(theme).not.toEqual(LOOK);
  });
});
