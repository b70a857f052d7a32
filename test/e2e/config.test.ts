import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { configSchema } from '../../src/cli/config/schema.js';
import { emptyFolder, type Folder } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  folder.fixture('02-deviated');
});
afterEach(() => folder.remove());

describe('a configuration file', () => {
  it('makes the report, without an option on the command line', async () => {
    writeFileSync(
      folder.at('chaos-report.config.yaml'),
      'output:\n  - out/report.json\n  - out/junit.xml\ntitle: Game day\nfail-on: deviated\ndate: 2026-11-23\n',
    );
    const { code, stderr } = await folder.run('02-deviated.json');
    expect([code, stderr.includes('gate: 02-deviated.json')]).toEqual([3, true]);
    expect(readFileSync(folder.at('out/report.json'), 'utf8')).toContain('"title":"Game day"');
    expect(readFileSync(folder.at('out/junit.xml'), 'utf8')).toContain('<testsuites name="Game day">');
  });

  it('that is wrong stops everything, with exit code 2', async () => {
    writeFileSync(folder.at('chaos-report.config.json'), '{"outputs": "x.pdf"}');
    const { code, stderr } = await folder.run('02-deviated.json');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(
        /^error: chaos-report\.config\.json:1:2: There is no "outputs" here\.\n.*Did you mean "output"\?/,
      ),
    ]);
    expect((await folder.run('02-deviated.json', '--config', 'nowhere.json')).code).toBe(2);
  });

  it('has a schema in the package', () => {
    expect(JSON.parse(readFileSync('dist/config.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(configSchema())),
    );
  });
});

describe('chaos-report completion', () => {
  it('wants the name of a shell', async () => {
    for (const args of [[], ['tcsh'], ['bash', 'zsh']]) {
      const { code, stdout, stderr } = await folder.run('completion', ...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('one of bash, zsh, fish');
    }
  });
});
