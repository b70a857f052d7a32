import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findInputs } from '../../src/cli/find-inputs.js';

const folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));

beforeAll(() => {
  for (const path of [
    'b/journal.json',
    'b/notes.txt',
    'a/JOURNAL.JSON',
    'a/deep/er/x.json',
    'node_modules/p/package.json',
    'top.json',
    '[odd].json',
  ]) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '{}');
  }
  symlinkSync(join(folder, 'top.json'), join(folder, 'b/link.json'));
  symlinkSync(folder, join(folder, 'a/circle'));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function found(...names: readonly string[]): Promise<readonly string[]> {
  const { files } = await findInputs(names.map((name) => join(folder, name)));
  return files.map((input) => `${relative(folder, input.file)}${input.found ? '' : '!'}`);
}

describe('inputs', () => {
  it('are the *.json of a folder and those below it, in the order of their names, each once', async () => {
    expect(await found('')).toEqual([
      '[odd].json',
      'a/JOURNAL.JSON',
      'a/deep/er/x.json',
      'b/journal.json',
      'b/link.json',
    ]);
  });

  it('are what a pattern matches that the shell left alone, whatever the extension', async () => {
    expect(await found('b/*.txt', '*/*.json')).toEqual(['b/journal.json', 'b/link.json', 'b/notes.txt']);
  });

  it('are files as they were named, one with odd signs in its name too', async () => {
    expect(await found('[odd].json', 'b/notes.txt')).toEqual(['[odd].json!', 'b/notes.txt!']);
  });

  it('count as named where they are named and found', async () => {
    expect(await found('b', 'top.json')).toEqual(['b/journal.json', 'top.json!']);
  });

  it('that are not there are told, with the name that was meant', async () => {
    const { files, errors } = await findInputs([
      join(folder, 'tpo.json'),
      join(folder, 'c*.json'),
      join(folder, 'no/such.json'),
    ]);
    expect(files).toEqual([]);
    expect(errors.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      ['not-found', 'There is no such file or folder.', `Did you mean ${join(folder, 'top.json')}?`],
      ['not-found', 'No file matches this pattern.', undefined],
      ['not-found', 'There is no such file or folder.', `There is no folder ${join(folder, 'no')} either.`],
    ]);
  });
});
