import { describe, expect, it } from '@jest/globals';
import { isLongRun } from '../../src/cli/long-run.js';

function isLong(...found: readonly (number | string)[]): boolean {
  const files = found.map((one, index) => {
    const [file, size] = typeof one === 'number' ? [`${index}.json`, one] : [one, 0];
    return { file, found: false, identity: file, readableTwice: file !== '-', size };
  });
  return isLongRun({ files, folders: [], errors: [] });
}

describe('a run', () => {
  it('of a few small journals is short, and so is one of files that are gone', () => {
    expect(isLong(5_000, 100_000)).toBe(false);
    expect(isLong('gone.json')).toBe(false);
  });

  it('is long by one journal, and by many', () => {
    expect(isLong(5_000, 300_000)).toBe(true);
    expect(isLong(...Array.from({ length: 20 }, () => 180_000))).toBe(true);
  });

  it('of what does not say how long it is counts as long', () => {
    expect(isLong('-')).toBe(true);
    expect(isLong('a.json.gz')).toBe(true);
    expect(isLong('a.YAML')).toBe(true);
  });
});
