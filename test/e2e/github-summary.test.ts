import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, type Folder, type Ran } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
  folder.fixture('02-deviated');
  writeFileSync(folder.at('summary'), 'what a command before has written\n');
  writeFileSync(folder.at('output'), '');
});
afterEach(() => folder.remove());

function run(...args: readonly string[]): Promise<Ran> {
  const files = { GITHUB_STEP_SUMMARY: folder.at('summary'), GITHUB_OUTPUT: folder.at('output') };
  return folder.runWith({ GITHUB_ACTIONS: 'true', ...files }, ...args);
}

describe('--github-summary', () => {
  it('adds to the summary, annotates, and sets outputs', async () => {
    const { code, stderr } = await run('02-deviated.json', '-o', 'r.json', '--github-summary', '--fail-on', 'deviated');
    expect(code).toBe(3);
    expect(readFileSync(folder.at('summary'), 'utf8')).toMatch(
      /^what a command before has written\n# Chaos Engineering Report\n/,
    );
    expect(stderr).toMatch(/^::error title=Deviated%3A Does checkout degrade .*::service-is-healthy returned 503/m);
    const output = readFileSync(folder.at('output'), 'utf8');
    expect(output).toMatch(/^verdict<<(end-\w+)\ndeviated\n\1\n/);
    expect(output).toMatch(/^files<<(end-\w+)\nr\.json\n\1\n/m);
    expect(output).toMatch(/^gate<<(end-\w+)\ntripped\n\1\n/m);
  });

  it('stays within the room that the step has left', async () => {
    writeFileSync(folder.at('summary'), 'x'.repeat(1_000_000));
    folder.fixture('24-stdout-200k');
    expect((await run('.', '--github-summary')).code).toBe(0);
    expect(statSync(folder.at('summary')).size).toBeLessThanOrEqual(1_048_576);
    expect(readFileSync(folder.at('summary'), 'utf8')).toContain('left out here');
  });

  it('lets no journal command the job', async () => {
    const journal = readFileSync(folder.at('02-deviated.json'), 'utf8').replaceAll(
      'service-is-healthy',
      '::stop-commands::x',
    );
    writeFileSync(folder.at('evil.json'), journal);
    const { stdout, stderr } = await run('evil.json', '--github-summary', '--fail-on', 'deviated');
    const commands = `${stdout}${stderr}`.split('\n').filter((line) => line.trimStart().startsWith('::'));
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((line) => !/^::(?:error|warning|notice) title=/.test(line))).toEqual([]);
  });

  it('says where it is of use, elsewhere', async () => {
    const { code, stderr } = await folder.runWith(
      { GITHUB_STEP_SUMMARY: '', GITHUB_OUTPUT: '' },
      '02-deviated.json',
      '--github-summary',
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error: This is not a step of GitHub Actions: GITHUB_STEP_SUMMARY and GITHUB_OUTPUT are not set\.$/m,
    );
  });
});
