import { describe, expect, it } from '@jest/globals';
import { rename } from '../../src/cli/rename.js';
import { temporaryBeside } from '../../src/cli/temporary-name.js';

/** A system that refuses so many times. */
function refusing(times: number, code: string) {
  let calls = 0;
  const act = (): Promise<void> => {
    calls++;
    return calls <= times ? Promise.reject(Object.assign(new Error(code), { code })) : Promise.resolve();
  };
  return { act, calls: () => calls };
}

describe('renaming over a file', () => {
  it('is tried again on Windows while the file is in use', async () => {
    const busy = refusing(3, 'EPERM');
    await rename('a', 'b', { platform: 'win32', act: busy.act });
    expect(busy.calls()).toBe(4);
  });

  it('is given up in the end, and at once for other reasons and on other systems', async () => {
    const always = refusing(100, 'EBUSY');
    await expect(rename('a', 'b', { platform: 'win32', act: always.act })).rejects.toThrow('EBUSY');
    expect(always.calls()).toBe(7);
    const gone = refusing(1, 'ENOENT');
    await expect(rename('a', 'b', { platform: 'win32', act: gone.act })).rejects.toThrow('ENOENT');
    const linux = refusing(1, 'EPERM');
    await expect(rename('a', 'b', { platform: 'linux', act: linux.act })).rejects.toThrow('EPERM');
    expect([gone.calls(), linux.calls()]).toEqual([1, 1]);
  });
});

describe('a temporary name', () => {
  it('stands beside the file, is hidden, and is never too long for a file system', () => {
    expect(temporaryBeside('out/report.pdf')).toMatch(/^out\/\.report\.pdf\.[0-9a-f]{12}\.tmp$/);
    for (const name of ['漢'.repeat(85), 'x'.repeat(255), '👍'.repeat(63)]) {
      const made = temporaryBeside(`out/${name}`, '.old').slice('out/'.length);
      expect(Buffer.byteLength(made)).toBeLessThanOrEqual(255);
      expect(made).not.toContain('\ufffd');
      expect(made).toMatch(/^\..+\.old\.tmp$/u);
    }
  });
});
