import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findInputs } from '../../src/cli/find-inputs.js';
import { firstPass, type FirstPass, type Memory, type Recalled } from '../../src/cli/first-pass.js';
import type { Experiment } from '../../src/report/types.js';
import { SETTINGS } from '../support/fixtures.js';

const SILENT = { read: () => undefined, passedOver: () => undefined };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
  for (const name of ['01-completed-met', '02-deviated', '03-gate-tolerance-not-met']) {
    copyFileSync(`fixtures/${name}.json`, join(folder, `${name}.json`));
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

async function pass(memory?: Partial<Memory>): Promise<FirstPass> {
  return firstPass(await findInputs([folder]), SETTINGS, SILENT, memory);
}

async function all(experiments: AsyncIterable<Recalled>): Promise<readonly Experiment[]> {
  const list: Experiment[] = [];
  for await (const { facts } of experiments) list.push(facts);
  return list;
}

describe('the two passes', () => {
  it('give the same experiments whether they were kept built or read again', async () => {
    const built = await pass();
    const experiments = await all(built.experiments());
    expect(experiments.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
    expect(experiments.map(({ title }) => title)).toEqual(built.head.lines.map(({ title }) => title));
    const plain = JSON.stringify(experiments);
    expect(JSON.stringify(await all((await pass({ built: 5000 })).experiments()))).toBe(plain);
    expect(JSON.stringify(await all((await pass({ built: 0 })).experiments()))).toBe(plain);
  });

  it('give the same masked journals, with the digits of their numbers', async () => {
    const texts = async (memory?: Partial<Memory>): Promise<readonly string[]> => {
      const list: string[] = [];
      for await (const { journal } of (await pass(memory)).experiments()) list.push([...journal!()].join(''));
      return list;
    };
    const built = await texts();
    expect(built).toHaveLength(3);
    for (const text of built) expect(text).toContain('"chaoslib-version"');
    expect(await texts({ built: 5000 })).toEqual(built);
    expect(await texts({ built: 0 })).toEqual(built);
  });

  it('notice a file that changed, or went, in between', async () => {
    const { head, experiments } = await pass({ built: 0 });
    copyFileSync('fixtures/30-nothing.json', head.lines[0]!.file);
    await expect(all(experiments())).rejects.toMatchObject({ code: 'changed', place: { file: head.lines[0]!.file } });
    rmSync(head.lines[0]!.file);
    await expect(all(experiments())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('files in a folder', () => {
  it('are passed over where they never were journals, and told of where they are broken ones', async () => {
    const journal = '{\n  "chaoslib-version": "1.45.0",\n  "experiment": {"title":';
    const files = {
      'tsconfig.json': '{ // a comment\n }',
      'package.json': '{"name": "x", "version": "1"}',
      'experiment.json': '{"title": "t", "description": "", "method": []}',
      'empty.json': '',
      'list.json': '[1, 2',
      'cut.json': journal,
      'journal-7.json': '',
      'old.json': '{"experiment": {"title": "x", ',
      'odd.json': '{"chaoslib-version": "1", "experiment": {}, "run": 7}',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { head } = await pass();
    expect(head.lines).toHaveLength(4);
    expect(head.passedOver).toBe(5);
    expect(head.unreadable.map(({ file, code }) => [file.slice(folder.length + 1), code])).toEqual([
      ['cut.json', 'truncated'],
      ['journal-7.json', 'empty'],
      ['old.json', 'truncated'],
    ]);
  });
});
