import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { VERSION } from '../../src/version.js';
import { emptyFolder, type Folder } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => folder.remove());

describe('without an output', () => {
  it('shows the verdicts, worst first, and writes nothing', async () => {
    folder.fixture('01-completed-met');
    folder.fixture('02-deviated');
    const { code, stdout, stderr } = await folder.run('01-completed-met.json', '02-deviated.json');
    expect(stdout).toBe(
      [
        'In 1 of 2 experiments the system behaved as expected; 1 deviated.',
        '',
        'deviated  Does checkout degrade gracefully when its database goes away? (02-deviated.json)',
        '          “service-is-healthy” returned 503 where 200 is expected, after the method.',
        'held      Can checkout survive losing one of three replicas? (01-completed-met.json)',
        '          Verified before and after.',
        '',
      ].join('\n'),
    );
    expect([code, stderr]).toEqual([0, '']);
  });

  it('reads ./journal.json where nothing is named', async () => {
    folder.fixture('30-nothing', 'journal.json');
    const { code, stdout } = await folder.run();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^exploratory {2}Neither hypothesis nor method$/m);
  });

  it('shows help where nothing is named and nothing is there, which is wrong usage', async () => {
    const { code, stdout, stderr } = await folder.run();
    expect(code).toBe(2);
    expect(stdout).toMatch(/^Usage: /m);
    expect(stderr).toMatch(/^error: No journal was named, and there is no \.\/journal\.json\.$/m);
  });

  it('says nothing when told to be quiet', async () => {
    folder.fixture('02-deviated', 'journal.json');
    expect(await folder.run('-q')).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it('cannot be made to control the terminal by what a journal says', async () => {
    folder.fixture('26-ansi-control', 'journal.json');
    const title = '\u001b]0;owned\u0007\u001b[31mred\u202etxt';
    const { writeFileSync, readFileSync } = await import('node:fs');
    const journal = JSON.parse(readFileSync(folder.at('journal.json'), 'utf8')) as { experiment: { title: string } };
    journal.experiment.title = title;
    writeFileSync(folder.at('journal.json'), JSON.stringify(journal));
    const { stdout } = await folder.run();
    expect(stdout).toContain('red‹U+202E›txt');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('colours', () => {
  beforeEach(() => folder.fixture('02-deviated', 'journal.json'));

  it('are not used where nobody sees them', async () => {
    expect((await folder.run()).stdout).not.toContain('\u001b');
  });

  it('are used when forced, but never against NO_COLOR', async () => {
    expect((await folder.runWith({ FORCE_COLOR: '1' })).stdout).toContain('\u001b[31mdeviated\u001b[39m');
    expect((await folder.runWith({ FORCE_COLOR: '0' })).stdout).not.toContain('\u001b');
    expect((await folder.runWith({ FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain('\u001b');
    expect((await folder.runWith({ FORCE_COLOR: '1', NO_COLOR: '' })).stdout).toContain('\u001b[31m');
  });
});

describe('help and version', () => {
  it('are told on standard output', async () => {
    expect(await folder.run('--version')).toMatchObject({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
    const { code, stdout, stderr } = await folder.run('--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: chaos-report/m);
  });
});
