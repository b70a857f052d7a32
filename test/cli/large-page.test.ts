import { describe, expect, it } from '@jest/globals';
import { largePageWarning } from '../../src/cli/large-page.js';
import { formatNamed, type Format } from '../../src/render/index.js';

const format = (name: string): Format => {
  const found = formatNamed(name);
  if (!found) throw new Error(name);
  return found;
};

describe('a large page', () => {
  it('is warned of, with what to do', () => {
    expect(largePageWarning(20_000_001, format('html'))).toContain('-o report/');
    expect(largePageWarning(20_000_000, format('html'))).toBeUndefined();
  });

  it('is no matter in formats that are not opened as a whole', () => {
    expect(largePageWarning(50_000_000, format('pdf'))).toBeUndefined();
    expect(largePageWarning(50_000_000, format('json'))).toBeUndefined();
  });
});
