import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { VERSION } from '../../src/version.js';

interface Package {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Package;

describe('the package', () => {
  it('has one version', () => {
    expect(VERSION).toBe(manifest.version);
    expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## [${manifest.version}]`);
  });

  it('pins every dependency, so that the same sources give the same program', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });

  it('brings all that it needs where it runs', () => {
    expect(manifest.dependencies).toBeUndefined();
  });
});

describe('every source file', () => {
  const files = (readdirSync('src', { recursive: true }) as string[]).filter((file) => file.endsWith('.ts'));

  const texts = files.map((file) => [file, readFileSync(`src/${file}`, 'utf8')] as const);

  it('opens with what it is, before its imports or after them', () => {
    const opening = /^(#!.*\n)?(import [^;]*;\s*)*(\/\*\*|\/\/)\s+(\* )?\S/;
    expect(texts.filter(([, text]) => !opening.test(text)).map(([file]) => file)).toEqual([]);
  });

  it('is short enough to be read at one go', () => {
    // Types are read like a page of a manual, and may be longer.
    const long = texts.filter(([file, text]) => text.split('\n').length > (file.endsWith('types.ts') ? 500 : 300));
    expect(long.map(([file]) => file)).toEqual([]);
  });
});
