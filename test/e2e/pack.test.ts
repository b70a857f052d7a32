import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyFolder, type Folder } from './command.js';

const run = promisify(execFile);
/** npm's commands are scripts on Windows, which only a shell starts. */
const shell = process.platform === 'win32';

describe('the packed package, installed elsewhere with production dependencies only', () => {
  let folder: Folder;
  let elsewhere: string;

  beforeAll(async () => {
    folder = emptyFolder();
    elsewhere = folder.at('elsewhere');
    mkdirSync(elsewhere);
    // The tests have built dist/; what is packed is what was tested.
    await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder.path], { shell });
    const tarball = readdirSync(folder.path).find((name) => name.endsWith('.tgz'))!;
    writeFileSync(join(elsewhere, 'package.json'), '{"private": true, "type": "module"}');
    await run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', folder.at(tarball)], {
      cwd: elsewhere,
      shell,
    });
    folder.fixture('02-deviated', 'elsewhere/journal.json');
  });

  afterAll(() => folder.remove());

  it('runs as a command', async () => {
    await run(
      'npx',
      [
        '--no-install',
        'chaos-report',
        'journal.json',
        '-o',
        'r.pdf',
        '-o',
        'r.html',
        '-o',
        'r.json',
        '--tz',
        'Asia/Tokyo',
      ],
      { cwd: elsewhere, shell },
    );
    expect(readFileSync(join(elsewhere, 'r.pdf'), 'latin1')).toMatch(/^%PDF-/);
    expect(readFileSync(join(elsewhere, 'r.html'), 'utf8')).toContain('+09:00');
    expect(JSON.parse(readFileSync(join(elsewhere, 'r.json'), 'utf8'))).toHaveProperty(
      'head.lines.0.verdict.verdict',
      'deviated',
    );
  });

  it('works as a library the way README says', async () => {
    const code = /```js\n([^]*?)```/.exec(readFileSync('README.md', 'utf8'))![1]!;
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(10);
    writeFileSync(join(elsewhere, 'readme.js'), code);
    const { stdout } = await run(process.execPath, ['readme.js'], { cwd: elsewhere });
    expect(stdout).toBe('deviated Does checkout degrade gracefully when its database goes away?\n');
    expect(readFileSync(join(elsewhere, 'report.pdf'), 'latin1')).toMatch(/^%PDF-/);
  });

  it('works as a library, with types and schema', async () => {
    const script = `
      import { readFileSync } from 'node:fs';
      import { buildReport, composeDocument, readJournal, render } from 'chaos-report';
      import schema from 'chaos-report/report.schema.json' with { type: 'json' };
      const report = buildReport([readJournal(readFileSync('journal.json'), 'journal.json')], { generated: new Date(0) });
      const pdf = await render(report, 'pdf');
      console.log(JSON.stringify([schema.title, composeDocument(report).front.title, Buffer.from(pdf).toString('latin1', 0, 5)]));
    `;
    writeFileSync(join(elsewhere, 'use.js'), script);
    const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', 'use.js'], {
      cwd: elsewhere,
    });
    expect(JSON.parse(stdout)).toEqual(['Chaos Engineering Report', 'Chaos Engineering Report', '%PDF-']);
    const types = readFileSync(join(elsewhere, 'node_modules/chaos-report/dist/types/index.d.ts'), 'utf8');
    expect(types).toContain('export declare function buildReport(');
    const schemas = readdirSync(join(elsewhere, 'node_modules/chaos-report/dist')).filter((file) =>
      /schema\.json$/.test(file),
    );
    expect(schemas).toEqual([
      'config.schema.json',
      'redaction.schema.json',
      'report.schema.json',
      'sidecar.schema.json',
      'theme.schema.json',
      'variables.schema.json',
    ]);
  });

  it('brings the licence and notices of all that is in it, and no sources', () => {
    const files = readdirSync(join(elsewhere, 'node_modules/chaos-report'), { recursive: true }) as string[];
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', join('dist', 'THIRD-PARTY-NOTICES.txt')]),
    );
    expect(files.filter((file) => /^(src|test|fixtures|bench)\b/.test(file))).toEqual([]);
    const notices = readFileSync(join(elsewhere, 'node_modules/chaos-report/dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['handlebars', 'luxon', 'marked', 'tinyglobby'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});
