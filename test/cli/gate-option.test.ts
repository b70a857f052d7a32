import { describe, expect, it } from '@jest/globals';
import { parseFailOn, parseRequired } from '../../src/cli/gate-option.js';
import { ReportError } from '../../src/errors.js';
import { FINDING_RULES } from '../../src/report/findings/index.js';
import { VERDICTS } from '../../src/report/types.js';

function problem(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof ReportError && error.code === 'usage') return `${error.message} ${error.hint ?? ''}`;
    throw error;
  }
  return '';
}

describe('--fail-on', () => {
  it('takes verdicts, what was left behind, and findings, each once', () => {
    expect(parseFailOn(['deviated, Not Tested', 'left-behind,deviated,finding:clock'])).toEqual([
      { kind: 'verdict', verdict: 'deviated' },
      { kind: 'verdict', verdict: 'not-tested' },
      { kind: 'left-behind' },
      { kind: 'finding', id: 'clock' },
    ]);
    for (const verdict of VERDICTS) {
      if (verdict !== 'held') expect(parseFailOn([verdict])).toEqual([{ kind: 'verdict', verdict }]);
    }
    for (const { rule } of FINDING_RULES) expect(parseFailOn([`finding:${rule}`])).toHaveLength(1);
    expect(parseFailOn(['finding:clock:0123456789ab'])).toEqual([{ kind: 'finding', id: 'clock:0123456789ab' }]);
  });

  it.each([
    ['deviate', 'Did you mean deviated?'],
    ['held', 'It can be deviated'],
    ['rollback-failed', 'Did you mean finding:rollback-failed?'],
    ['finding:action-faild', 'Did you mean finding:action-failed?'],
    ['finding:', 'there is no finding ""'],
    ['finding:clock:xyz', 'not an id of a finding'],
    [' , ', '--fail-on names nothing.'],
  ])('says what is wrong with "%s"', (text, said) => {
    expect(problem(() => parseFailOn([text]))).toContain(said);
  });
});

describe('--require-experiments', () => {
  it('is a whole number from 1', () => {
    expect(parseRequired('12')).toBe(12);
    for (const text of ['0', '-1', '1.5', 'two', '']) {
      expect(problem(() => parseRequired(text))).toContain('Write a whole number from 1.');
    }
  });
});
