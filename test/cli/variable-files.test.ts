import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadVariables } from '../../src/cli/variable-files.js';
import type { VariableSettings } from '../../src/report/variables.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function load(files: Readonly<Record<string, string>>, env = false): Promise<VariableSettings> {
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return loadVariables(
    { variables: new Map([['given', 1]]), files: paths, env },
    { HOME: '/home/x', LAB: 'from outside' },
  );
}

describe('variable files', () => {
  it('JSON and YAML give configuration and secrets, the later one wins', async () => {
    const { overrides, secrets, environment } = await load({
      'a.json': '{"configuration": {"api": "http://a", "given": 2}, "secrets": {"db": {"password": "hunter2hunter2"}}}',
      'b.yaml': 'configuration:\n  api: http://b\n  n: 3\n',
    });
    expect([...overrides]).toEqual([
      ['api', 'http://b'],
      ['given', 1],
      ['n', 3],
    ]);
    expect([...secrets]).toEqual([['password', 'hunter2hunter2']]);
    expect(environment).toEqual({});
  });

  it('.env files set the environment; the real one is read only where that is asked for', async () => {
    expect((await load({ '.env': 'LAB=from file\n# comment\nX="a b"\n' })).environment).toEqual({
      LAB: 'from file',
      X: 'a b',
    });
    expect((await load({ '.env': 'LAB=from file\n' }, true)).environment).toEqual({
      HOME: '/home/x',
      LAB: 'from file',
    });
  });

  it.each([
    [{ 'bad.json': '{' }, /end with a }/],
    [{ 'bad.yaml': 'a: [' }, /end with a ]/],
    [{ 'flat.json': '{"api": "x"}' }, /gives no variables/],
    [{ 'list.json': '{"configuration": []}' }, /\/configuration has to be names with their values, and is a list/],
  ])('%j is told of', async (files, message) => {
    await expect(load(files)).rejects.toThrow(message);
  });

  it('a file that is missing is told of', async () => {
    await expect(
      loadVariables({ variables: new Map(), files: [join(folder, 'none.json')], env: false }, {}),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
