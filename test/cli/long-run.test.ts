import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isLongRun } from '../../src/cli/long-run.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function isLong(...sizes: readonly (number | string)[]): Promise<boolean> {
  const files = sizes.map((size, index) => {
    const file = typeof size === 'number' ? join(folder, `${index}.json`) : size;
    if (typeof size === 'number') writeFileSync(file, ' '.repeat(size));
    return { file, found: false, identity: file, readableTwice: file !== '-' };
  });
  return isLongRun({ files, folders: [], errors: [] });
}

describe('a run', () => {
  it('of a few small journals is short, and so is one of files that are gone', async () => {
    expect(await isLong(5_000, 100_000)).toBe(false);
    expect(await isLong(join(folder, 'gone.json'))).toBe(false);
  });

  it('is long by one journal, and by many', async () => {
    expect(await isLong(5_000, 300_000)).toBe(true);
    expect(await isLong(...Array.from({ length: 20 }, () => 180_000))).toBe(true);
  });

  it('of what does not say how long it is counts as long', async () => {
    expect(await isLong('-')).toBe(true);
    expect(await isLong('a.json.gz')).toBe(true);
    expect(await isLong('a.YAML')).toBe(true);
  });
});
