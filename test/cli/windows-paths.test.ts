/** Paths as Windows has them, where the command keeps to its own folder, finds what stands beside journals, and reads settings. */
import { posix, win32 } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { beside } from '../../src/cli/config/beside.js';
import { isAt } from '../../src/cli/evidence-folder.js';
import { sidecarPlaces, withSlashes } from '../../src/cli/sidecar-places.js';
import { readSidecar } from '../../src/report/sidecar/read-sidecar.js';
import { sidecarOf } from '../../src/report/sidecar/match.js';

const asIs = (name: string): string => name;

describe('sidecars', () => {
  it.each([
    [['C:/runs/a/j.json', 'C:/runs/k.json'], [], ['C:/runs', 'C:/runs/a']],
    [['C:/j.json'], [], ['C:/']],
    [['//server/share/runs/j.json'], [], ['//server/share/runs']],
    [['//server/share/j.json'], [], ['//server/share/']],
    [['j.json', '-'], ['D:/old'], ['', 'D:/old']],
    [['../runs/j.json'], [], ['../runs']],
  ])('of %j are looked for beside them', (journals, folders, places) => {
    const found = sidecarPlaces(journals, folders, win32);
    expect(found.map(({ folder }) => folder)).toEqual(places);
    for (const { folder, files } of found) {
      expect(files[0]).toMatch(/(?:^|\/)chaos-report\.yaml$/);
      expect(win32.dirname(files[0]!)).toBe(folder === '' ? '.' : folder);
      // What is found there is about the journals there.
      const sidecar = readSidecar({ owner: 'Ada' }, files[0]!, folder);
      const beneath = journals.filter((file) => win32.dirname(file) === (folder === '' ? '.' : folder));
      for (const file of beneath) expect(sidecarOf([sidecar], { file, title: 't' }, asIs)?.owner).toBe('Ada');
    }
  });

  it('name journals with either slash on Windows', () => {
    const written = { experiments: [{ file: 'runs\\j.json', owner: 'Ada' }, { title: 'a\\b' }] };
    const sidecar = readSidecar(withSlashes(written, 'win32'), 'chaos-report.yaml', '');
    expect(sidecar.entries.map(({ journal, title }) => journal ?? title)).toEqual(['runs/j.json', 'a\\b']);
    expect(sidecarOf([sidecar], { file: 'C:/runs/j.json', title: 't' }, asIs)?.owner).toBe('Ada');
    expect(withSlashes(written, 'linux')).toEqual(written);
  });

  it('of the root are about all in it', () => {
    const [place] = sidecarPlaces(['/j.json'], [], posix);
    expect(place).toMatchObject({ folder: '/', files: ['/chaos-report.yaml', '/chaos-report.yml'] });
    const sidecar = readSidecar({ owner: 'Ada' }, '/chaos-report.yaml', '/');
    expect(sidecarOf([sidecar], { file: '/j.json', title: 't' }, asIs)?.owner).toBe('Ada');
    expect(sidecarOf([sidecar], { file: 'j.json', title: 't' }, asIs)).toBeNull();
  });
});

describe('evidence', () => {
  it.each([
    ['C:\\ev', 'C:\\ev\\k6\\out.json', 'k6/out.json', true],
    ['C:\\ev', 'C:\\ev\\out.json', 'out.json', true],
    ['\\\\server\\share\\ev', '\\\\server\\share\\ev\\out.json', 'out.json', true],
    ['C:\\ev', 'C:\\other\\out.json', 'out.json', false],
    ['C:\\ev', 'D:\\ev\\out.json', 'out.json', false],
    ['C:\\ev', 'C:\\out.json', '../out.json', false],
    ['C:\\ev', 'C:\\ev\\k6\\real.json', 'k6/link.json', false],
    ['C:\\ev', 'C:\\ev2\\out.json', 'out.json', false],
  ])('in %s at %s is %s: %s', (home, real, name, inside) => {
    expect(isAt(home, real, name, win32)).toBe(inside);
  });

  it.each([
    ['/ev', '/ev/k6/out.json', 'k6/out.json', true],
    ['/ev', '/other/out.json', 'out.json', false],
    ['/ev', '/out.json', '../out.json', false],
  ])('in %s at %s is %s: %s', (home, real, name, inside) => {
    expect(isAt(home, real, name, posix)).toBe(inside);
  });
});

describe('settings', () => {
  const FILE = 'C:\\work\\ci\\chaos-report.config.yaml';
  it.each([
    ['out\\report.html', 'ci\\out\\report.html'],
    ['out/report.html', 'ci\\out\\report.html'],
    ['..\\report\\', 'report/'],
    ['../report/', 'report/'],
    ['D:\\reports\\r.pdf', 'D:\\reports\\r.pdf'],
    ['\\\\server\\share\\r.pdf', '\\\\server\\share\\r.pdf'],
    ['c:\\WORK\\r.pdf', 'r.pdf'],
    ['..', '.'],
    ['-', '-'],
  ])('say %s', (named, path) => {
    expect(beside(FILE, named, 'C:\\work', win32)).toBe(path);
  });
});
