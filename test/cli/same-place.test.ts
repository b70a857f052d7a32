import { posix, win32 } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isSameOrBelow, type FileSystem } from '../../src/cli/same-place.js';
import { slashes } from '../../src/cli/slashes.js';

/** A file system that folds case and composed letters, and one that does not. */
const folding: FileSystem = {
  idOf: (path) => Promise.resolve(path.normalize('NFC').toLowerCase()),
  dirname: (path) => posix.dirname(path),
};
const exact: FileSystem = { ...folding, idOf: (path) => Promise.resolve(path) };
const windows: FileSystem = { ...folding, dirname: (path) => win32.dirname(path) };

describe('one place under two paths', () => {
  it.each([
    ['/runs/journal.json', '/runs/Journal.JSON'],
    ['/runs/caf\u00e9.json', '/runs/cafe\u0301.json'],
    ['/Runs/journal.json', '/runs/journal.json'],
    ['/runs/a/journal.json', '/RUNS'],
    ['/runs/journal.json', '/Runs/'.slice(0, -1)],
  ])('%s and %s: where the file system folds', async (inner, outer) => {
    expect(await isSameOrBelow(inner, outer, folding)).toBe(true);
    expect(await isSameOrBelow(inner, outer, exact)).toBe(false);
  });

  it.each([
    ['/runs/journal.json', '/runs/journal.json'],
    ['/runs/a/b/journal.json', '/runs'],
    ['/journal.json', '/'],
  ])('%s and %s: everywhere, and nobody is asked', async (inner, outer) => {
    expect(
      await isSameOrBelow(inner, outer, {
        ...folding,
        idOf: () => Promise.reject(new Error('asked')),
      }),
    ).toBe(true);
  });

  it.each([
    ['C:\\Runs\\Journal.json', 'c:\\runs\\journal.json'],
    ['C:\\Runs\\a\\journal.json', 'c:\\RUNS'],
    ['\\\\server\\share\\runs\\j.json', '\\\\SERVER\\share\\Runs'],
  ])('%s and %s: on Windows', async (inner, outer) => {
    expect(await isSameOrBelow(inner, outer, windows)).toBe(true);
    expect(await isSameOrBelow(inner, `${outer}2`, windows)).toBe(false);
  });

  it.each([
    ['/runs/journal.json', '/runs/journal.jso'],
    ['/runs2/journal.json', '/runs'],
    ['/runs', '/runs/journal.json'],
  ])('%s and %s: nowhere', async (inner, outer) => {
    expect(await isSameOrBelow(inner, outer, folding)).toBe(false);
  });
});

describe('names in reports', () => {
  it('have slashes on Windows, and stay elsewhere', () => {
    expect(slashes('C:\\runs\\a\\*.json', 'win32')).toBe('C:/runs/a/*.json');
    expect(slashes('a\\b.json', 'linux')).toBe('a\\b.json');
  });
});
