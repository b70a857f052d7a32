import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { begun, clearAway, note, type Leftovers } from '../../src/cli/leftovers.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function make(name: string, text: string): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'index.html'), text);
  return join(folder, name);
}

function cleared(leftovers: Leftovers): readonly string[] {
  clearAway(leftovers);
  expect(leftovers.size).toBe(0);
  return readdirSync(folder).map((name) => `${name}: ${readFileSync(join(folder, name, 'index.html'), 'utf8')}`);
}

describe('what stands half done', () => {
  const at = (name: string): string => join(folder, name);
  const swapped = (): Leftovers =>
    new Map([[1, { temporary: at('new'), swap: { aside: at('aside'), place: at('report') } }]]);

  it('is cleared away before a folder is swapped', () => {
    make('new', 'new');
    make('report', 'old');
    expect(cleared(swapped())).toEqual(['report: old']);
  });

  it('between the two renames of a swap goes back to how it was', () => {
    make('new', 'new');
    make('aside', 'old');
    expect(cleared(swapped())).toEqual(['report: old']);
  });

  it('after the second rename leaves the new folder alone', () => {
    make('aside', 'old');
    make('report', 'new');
    expect(cleared(swapped())).toEqual(['report: new']);
  });

  it('is known from before it is made until it is gone', () => {
    const leftovers: Leftovers = new Map();
    note(leftovers, { kind: 'begun', id: 1, leftover: { temporary: at('one') } });
    note(leftovers, { kind: 'begun', id: 2, leftover: { temporary: at('two') } });
    note(leftovers, { kind: 'ended', id: 1 });
    make('one', 'in its place');
    make('two', 'half');
    expect(cleared(leftovers)).toEqual(['one: in its place']);
    expect(existsSync(at('two'))).toBe(false);
  });

  it('is what signals are listened for, and nothing else', () => {
    const listeners = (): readonly number[] =>
      ['SIGHUP', 'SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal));
    const before = listeners();
    const ended = [begun({ temporary: at('one') }), begun({ temporary: at('two') })];
    expect(listeners()).toEqual(before.map((count) => count + 1));
    ended[0]?.();
    expect(listeners()).toEqual(before.map((count) => count + 1));
    ended[1]?.();
    expect(listeners()).toEqual(before);
  });
});
