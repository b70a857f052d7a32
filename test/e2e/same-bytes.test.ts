import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder, type Folder } from './command.js';

/** Two runs of one experiment are among them, so that equal titles have to be told apart. */
const NAMES = ['02-deviated', '09-interrupted-sigint', '12-rollback-fails', '25-unicode', '01-completed-met'];
const OUTPUTS = ['r.pdf', 'r.html', 'r.md', 'r.json', 'r.xml', 'site/'];

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => folder.remove());

/** Journals in `runs`, made in this order, for file systems that list them so. */
function journals(names: readonly string[]): void {
  mkdirSync(folder.at('runs'));
  for (const name of names) folder.fixture(name, `runs/${name}.json`);
  folder.fixture('02-deviated', 'again.json');
}

/** Every file of the outputs, and what a step of GitHub Actions is given. */
function bytes(): Readonly<Record<string, string>> {
  const files = [...OUTPUTS.filter((file) => !file.endsWith('/')), 'summary', 'output'];
  const pages = readdirSync(folder.at('site')).map((name) => `site/${name}`);
  return Object.fromEntries([...files, ...pages].map((file) => [file, readFileSync(folder.at(file), 'base64')]));
}

async function report(inputs: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  for (const file of ['summary', 'output']) writeFileSync(folder.at(file), '');
  const { code, stderr } = await folder.runWith(
    { ...env, GITHUB_STEP_SUMMARY: 'summary', GITHUB_OUTPUT: 'output', GITHUB_ACTIONS: 'true' },
    ...inputs,
    ...OUTPUTS.flatMap((file) => ['-o', file]),
    ...['--github-summary', '--fail-on', 'deviated', '-q'],
  );
  expect(code).toBe(3);
  return stderr;
}

describe('the same input, options and date', () => {
  it('give the same bytes in every format, in any zone, locale and order', async () => {
    journals(NAMES);
    const said = await report(['runs', 'again.json', '--date', '2026-11-23'], {});
    const first = bytes();
    expect(Object.keys(first)).toHaveLength(7 + NAMES.length + 4);
    folder.remove();
    folder = emptyFolder();
    journals(NAMES.toReversed());
    const env = {
      SOURCE_DATE_EPOCH: String(Date.parse('2026-11-23') / 1000),
      TZ: 'Asia/Kathmandu',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'de_DE.UTF-8',
    };
    expect(await report(['again.json', 'runs'], env)).toBe(said);
    expect(bytes()).toEqual(first);
  });
});
