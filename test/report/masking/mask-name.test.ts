import { describe, expect, it } from '@jest/globals';
import { maskName } from '../../../src/report/masking/mask-name.js';
import { DEFAULT_MASKING, type MaskingSettings } from '../../../src/report/masking/own-rules.js';
import { isNamed } from '../../../src/cli/verify/recorded-name.js';

const GITHUB = `ghp_${'x7Qk2Lm9Zr4T'.repeat(3)}`;
const AWS = 'AKIAQ3EGVXZ5TJ2LMN7P';

describe('the name of a file', () => {
  it.each([
    [`runs/journal-${AWS}.json`, 'runs/journal-‹secret›.json'],
    [`runs/token=${GITHUB}/journal.json`, 'runs/token=‹secret›/journal.json'],
    [`${AWS}-and-${GITHUB}.yaml.gz`, '‹secret›-and-‹secret›.yaml.gz'],
  ])('%s reads %s', (name, masked) => {
    expect(maskName(name, DEFAULT_MASKING)).toBe(masked);
    expect(isNamed(masked, name)).toBe(true);
  });

  it.each([
    'journal.json',
    'runs/2026-11-23/password-reset.json',
    'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678.json',
    '-',
  ])('%s stays', (name) => {
    expect(maskName(name, DEFAULT_MASKING)).toBe(name);
  });

  it('is masked by rules of the user, and left alone where nothing is masked', () => {
    const find = (text: string): [number, number][] =>
      [...text.matchAll(/CUST-\d+/g)].map((match) => [match.index, match.index + match[0].length]);
    const settings: MaskingSettings = {
      off: false,
      rules: {
        mask: [
          { kind: 'value', value: 'acme', name: null },
          { kind: 'pattern', find, name: null },
        ],
        keep: [{ kind: 'value', value: AWS, name: null }],
      },
    };
    expect(maskName(`acme-CUST-123456-${AWS}.json`, settings)).toBe(`‹secret›-‹secret›-${AWS}.json`);
    expect(maskName(`journal-${AWS}.json`, { ...settings, off: true })).toBe(`journal-${AWS}.json`);
  });
});

describe('a recorded name', () => {
  it('with masks is that of a file with anything in their place, and no other', () => {
    expect(isNamed('a-‹secret 1›-b-‹secret›.json', 'a-x-b-y.json')).toBe(true);
    expect(isNamed('a-‹secret 1›-b-‹secret›.json', 'a-x-c-y.json')).toBe(false);
    expect(isNamed('a‹secret›a', 'a')).toBe(false);
    expect(isNamed('a.json', 'a.json')).toBe(true);
    expect(isNamed('a.json', 'b.json')).toBe(false);
  });
});
