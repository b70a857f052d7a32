import { describe, expect, it } from '@jest/globals';
import type { TestSuite } from '../../../src/document/tests/types.js';
import { roomOf } from '../../../src/render/junit/fit.js';
import { suiteElement } from '../../../src/render/junit/suite.js';

function suite(details: string, passed = 1): TestSuite {
  return {
    name: 'n',
    className: 'n',
    file: 'f.json',
    start: null,
    duration: null,
    node: null,
    properties: [
      { name: 'verdict', value: 'failed' },
      { name: 'tag', value: 't' },
    ],
    cases: [
      { name: 'The run', duration: null, outcome: { kind: 'error', type: 'failed', message: 'stopped', details: '' } },
      { name: 'bad', duration: 1, outcome: { kind: 'error', type: 'E', message: 'm', details } },
      ...Array.from({ length: passed }, (_, index) => ({
        name: `good ${String(index)}`,
        duration: 1,
        outcome: { kind: 'passed' as const },
      })),
    ],
  };
}

function fitted(limit: number, one: TestSuite, after = 0): string {
  return roomOf(limit).suite(one, after, suiteElement);
}

describe('a suite in a file with little room', () => {
  const traceback = `start ${'frame\n'.repeat(2000)} the end`;

  it('is whole where it fits', () => {
    expect(fitted(20_000, suite(traceback))).toBe(suiteElement(suite(traceback)));
  });

  it('loses the beginning of long tracebacks first, and says so', () => {
    const text = fitted(5000, suite(traceback));
    expect(text).toMatch(/left-out" value="Long tracebacks are cut: /);
    expect(text).toMatch(/m\n\nCut here: 3\.0\u00a0kB of 12\u00a0kB are shown\./);
    expect(text).toContain('the end</error>');
    expect(text).not.toContain('start');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5000);
  });

  it('then tracebacks, then what passed, and at last all but the run', () => {
    const big = suite(traceback, 20);
    const [noDetails, noPassed, alone] = [2000, 900, 10].map((limit) => fitted(limit, big));
    expect(noDetails).toMatch(/Tracebacks are left out/);
    expect(noDetails).toContain('good 19');
    expect(noPassed).toMatch(/What passed or was skipped is left out/);
    expect(noPassed).toContain('name="bad"');
    expect(noPassed).not.toContain('good');
    expect(alone).toMatch(/All but the run itself is left out/);
    expect(alone).toMatch(/tests="1" failures="0" errors="1"/);
    expect(alone).toContain('value="failed"');
  });

  it('leaves room for the suites that follow', () => {
    const room = roomOf(100_000);
    const texts = Array.from({ length: 50 }, (_, index) => room.suite(suite(traceback), 49 - index, suiteElement));
    expect(texts[0]).toBe(suiteElement(suite(traceback)));
    expect(texts.at(-1)).toMatch(/left-out/);
    expect(room.isOver()).toBe(false);
    expect(Buffer.byteLength(texts.join(''))).toBeLessThanOrEqual(100_000);
  });
});
