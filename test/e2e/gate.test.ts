import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, type Folder } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  folder.fixture('01-completed-met');
  folder.fixture('02-deviated');
});
afterEach(() => folder.remove());

describe('the gate', () => {
  it('is tripped after everything was written, and says by what', async () => {
    const { code, stderr } = await folder.run('.', '-o', 'r.json', '-q', '--fail-on', 'failed,deviated');
    expect(code).toBe(3);
    expect(existsSync(folder.at('r.json'))).toBe(true);
    expect(stderr).toBe(
      'gate: 02-deviated.json#/steady_states/after/probes/0: deviated: “Does checkout degrade gracefully when its database goes away?”: “service-is-healthy” returned 503 where 200 is expected, after the method.\n',
    );
  });

  it('needs no output', async () => {
    const { code, stdout } = await folder.run('.', '--fail-on', 'left-behind', '--fail-on', 'finding:deviated');
    expect(code).toBe(3);
    expect(stdout).toMatch(/^In 1 of 2 experiments/);
  });

  it('lets pass what it does not name, and what is not in the report', async () => {
    const gate = ['--fail-on', 'deviated', '--require-experiments', '1'];
    expect((await folder.run('.', '--fail-on', 'failed,interrupted', '--require-experiments', '2')).code).toBe(0);
    expect((await folder.run('01-completed-met.json', ...gate)).code).toBe(0);
    expect((await folder.run('.', '--filter', 'verdict=held', ...gate)).code).toBe(0);
  });

  it('is tripped by too few experiments', async () => {
    const { code, stderr } = await folder.run('.', '--require-experiments', '3');
    expect([code, stderr]).toEqual([
      3,
      'gate: too few experiments: 3 experiments are required, and the report has 2.\n',
    ]);
  });

  it('gives way to what could not be read, and is told of all the same', async () => {
    const { code, stderr } = await folder.run('.', 'missing.json', '--fail-on', 'deviated');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^gate: 02-deviated\.json#/m);
    expect(stderr).toMatch(/^error: missing\.json: /m);
  });
});
