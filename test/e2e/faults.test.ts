import { chownSync, chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { finished, type Ran } from './command.js';
import { folderForEach } from './folder-for-each.js';

const folder = folderForEach((one) => one.fixture('02-deviated', 'journal.json'));

/** Runs a line of shell in the folder; `$CLI` is the command. */
function shell(line: string): Promise<Ran> {
  const CLI = `"${process.execPath}" "${process.cwd()}/dist/cli.js"`;
  return finished(spawn('sh', ['-c', line.replaceAll('$CLI', CLI)], { cwd: folder.path }));
}

/** What a failed run says: errors, each on a line of its own, and nothing of the program's inside. */
function errorsOf({ stderr }: Ran): readonly string[] {
  expect(stderr).not.toMatch(/^\s+at |node:internal|Error:|undefined|mistake in chaos-report/m);
  return stderr.split('\n').filter((line) => line.startsWith('error: '));
}

/** Runs the command as an ordinary user, whom permissions stop: also where the tests run as root, whom they do not. */
async function runAsOrdinary(...args: readonly string[]): Promise<Ran> {
  if (process.getuid?.() !== 0) return folder.run(...args);
  const NOBODY = 65_534;
  // The sources may be where only root can read.
  cpSync('dist', folder.at('program'), { recursive: true });
  const owned = [
    folder.path,
    ...folder
      .names()
      .filter((name) => name !== 'program')
      .map((name) => folder.at(name)),
  ];
  for (const path of owned) chownSync(path, NOBODY, NOBODY);
  const options = { cwd: folder.path, uid: NOBODY, gid: NOBODY };
  const ran = await finished(spawn(process.execPath, [folder.at('program/cli.js'), ...args], options));
  return ran;
}

describe('what cannot be written', () => {
  it.each(['html', 'pdf', 'json', 'md'])('on a disk that is full leaves the old %s as it was', async (format) => {
    writeFileSync(folder.at(`report.${format}`), 'old');
    // The system refuses every file past this many blocks of 512 bytes: what comes first fits, the rest does not.
    const ran = await shell(`ulimit -f 2; $CLI journal.json -o report.${format}`);
    expect([ran.code, errorsOf(ran)]).toEqual([
      1,
      [`error: report.${format}: The file is larger than the system allows.`],
    ]);
    expect(readFileSync(folder.at(`report.${format}`), 'utf8')).toBe('old');
    expect(folder.names()).toEqual(['journal.json', `report.${format}`]);
  });

  it('on a disk that is full leaves the old folder as it was', async () => {
    expect((await folder.run('journal.json', '-o', 'report/', '--title', 'Old')).code).toBe(0);
    const before = folder.names('report');
    const ran = await shell('ulimit -f 2; $CLI journal.json -o report/');
    expect([ran.code, errorsOf(ran)]).toEqual([1, ['error: report/: The file is larger than the system allows.']]);
    expect(readFileSync(folder.at('report/index.html'), 'utf8')).toContain('<h1>Old</h1>');
    expect([folder.names(), folder.names('report')]).toEqual([['journal.json', 'report'], before]);
  });

  it('on a small disk of its own says so', async () => {
    // Where the system lets us have one; else the device that is always full.
    mkdirSync(folder.at('disk'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder.at('disk')]).status === 0;
    try {
      const place = mounted ? 'disk/report' : '/dev/full';
      const ran = await folder.run('journal.json', '-o', place, '--format', 'html');
      expect([ran.code, errorsOf(ran)]).toEqual([1, [`error: ${place}: The disk is full.`]]);
      expect(folder.names('disk')).toEqual([]);
    } finally {
      if (mounted) spawnSync('umount', [folder.at('disk')]);
    }
  });

  it('in a folder that can only be read leaves the folder as it was', async () => {
    mkdirSync(folder.at('locked'));
    writeFileSync(folder.at('locked/report.html'), 'old');
    chmodSync(folder.at('locked'), 0o555);
    const ran = await runAsOrdinary(
      'journal.json',
      '-o',
      'locked/report.html',
      '-o',
      'locked/pages/',
      '-o',
      'fine.json',
    );
    expect([ran.code, errorsOf(ran)]).toEqual([
      1,
      ['error: locked/report.html: Permission is denied.', 'error: locked/pages/: Permission is denied.'],
    ]);
    expect(readFileSync(folder.at('locked/report.html'), 'utf8')).toBe('old');
    expect(folder.names('locked')).toEqual(['report.html']);
    expect(folder.names()).toContain('fine.json');
    chmodSync(folder.at('locked'), 0o755);
  });

  it('because its name is too long says so, and the longest names there are can be written', async () => {
    const name = (bytes: number): string => `${'漢'.repeat(Math.floor((bytes - 5) / 3))}.html`;
    const ran = await folder.run('journal.json', '-o', name(300), '-o', name(250), '-o', `${'x'.repeat(254)}/`);
    expect([ran.code, errorsOf(ran)]).toEqual([1, [`error: ${name(300)}: The name is too long.`]]);
    expect(folder.names()).toEqual(['journal.json', 'x'.repeat(254), name(250)]);
  });

  it('because too many files are open says so, and leaves nothing half', async () => {
    const outputs = Array.from({ length: 60 }, (_, index) => `-o r${index}.json`).join(' ');
    const ran = await shell(`ulimit -n 48; $CLI journal.json ${outputs}`);
    const errors = errorsOf(ran);
    expect(ran.code).toBe(1);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.filter((line) => !line.endsWith('Too many files are open.'))).toEqual([]);
    const written = folder.names().filter((name) => name !== 'journal.json');
    expect(written.length).toBe(60 - errors.length);
    for (const name of written) expect(readFileSync(folder.at(name), 'utf8')).toMatch(/^\{"head"[^]*\}\n$/);
  });

  it('because standard output is full says so, and an early end of the reader is none', async () => {
    for (const line of ['$CLI journal.json > /dev/full', '$CLI journal.json -o - --format html > /dev/full']) {
      const ran = await shell(line);
      expect([ran.code, errorsOf(ran)]).toEqual([1, ['error: standard output: The disk is full.']]);
    }
    const head = await shell('{ $CLI journal.json; echo $? >&2; } | head -1');
    expect([head.stdout, head.stderr]).toEqual(['The system deviated from its steady state.\n', '0\n']);
    for (const closed of ['>&-', '2>&-', '<&-', '>&- 2>&- <&-']) {
      const ran = await shell(`$CLI journal.json -o report.html ${closed}`);
      expect([closed, ran.code, errorsOf(ran)]).toEqual([closed, 0, []]);
    }
  });

  it('because a template fails says which, and leaves the old page', async () => {
    mkdirSync(folder.at('mine'));
    writeFileSync(folder.at('mine/page.hbs'), '<h1>{{title}}</h1>\n{{chapters ""}}\n{{blocks 5}}\n');
    writeFileSync(folder.at('report.html'), 'old');
    const ran = await folder.run('journal.json', '-o', 'report.html', '--templates', 'mine', '-o', 'fine.json');
    expect(ran.code).toBe(1);
    expect(errorsOf(ran)).toEqual([expect.stringMatching(/^error: mine\/page\.hbs(:\d+)?: /)]);
    expect(readFileSync(folder.at('report.html'), 'utf8')).toBe('old');
    expect(folder.names()).toEqual(['fine.json', 'journal.json', 'mine', 'report.html']);
  });
});

describe('what cannot be read', () => {
  it('for want of permission is told of, and the rest is reported', async () => {
    folder.fixture('01-completed-met', 'secret.json');
    chmodSync(folder.at('secret.json'), 0o000);
    const ran = await runAsOrdinary('journal.json', 'secret.json', '-o', 'report.json');
    expect([ran.code, errorsOf(ran)]).toEqual([1, ['error: secret.json: Permission is denied.']]);
    expect(JSON.parse(readFileSync(folder.at('report.json'), 'utf8'))).toMatchObject({
      head: { unreadable: [{ file: 'secret.json', code: 'unreadable' }], lines: [{ file: 'journal.json' }] },
    });
  });
});

describe('two runs at once', () => {
  it('that write one file leave the whole report of one of them', async () => {
    const runs = ['A', 'B', 'C'].map((title) => folder.run('journal.json', '-o', 'report.html', '--title', title));
    expect((await Promise.all(runs)).map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(readFileSync(folder.at('report.html'), 'utf8')).toMatch(/<h1>[ABC]<\/h1>[^]*<\/html>\s*$/);
    expect(folder.names()).toEqual(['journal.json', 'report.html']);
  });

  it('that write one folder leave the whole report of one of them', async () => {
    const runs = await Promise.all(
      ['A', 'B', 'C'].map((title) => folder.run('journal.json', '-o', 'report/', '--title', title)),
    );
    // One that finds the folder gone in between may say so; it is never the last.
    for (const ran of runs) expect([0, 1]).toContain(ran.code);
    expect(runs.some(({ code }) => code === 0)).toBe(true);
    runs.forEach(errorsOf);
    expect(readFileSync(folder.at('report/index.html'), 'utf8')).toMatch(/<h1>[ABC]<\/h1>[^]*<\/html>\s*$/);
    expect(folder.names()).toEqual(['journal.json', 'report']);
    expect(existsSync(folder.at('report/e1.html'))).toBe(true);
    expect(statSync(folder.at('report')).isDirectory()).toBe(true);
  });
});
