import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/types.js';
import { emptyFolder, finished, type Folder } from './command.js';

let folder: Folder;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => folder.remove());

const CUT = '{"chaoslib-version": "1.45.0",\n "experiment": {';

function report(file = 'report.json'): Report {
  return JSON.parse(readFileSync(folder.at(file), 'utf8')) as Report;
}

describe('journals that cannot be read', () => {
  beforeEach(() => {
    folder.fixture('01-completed-met');
    writeFileSync(folder.at('cut.json'), CUT);
    writeFileSync(folder.at('experiment.json'), '{"title": "A plan", "description": "", "method": []}');
  });

  it('are all told of at once, with their places, and the report is made of the rest', async () => {
    const ran = await folder.run(
      'cut.json',
      '01-completed-met.json',
      'experiment.json',
      'gone.json',
      '-o',
      'report.json',
      '-o',
      'r.html',
    );
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^error: cut\.json:2:17: The file is cut short/m);
    expect(ran.stderr).toMatch(
      /^error: experiment\.json: This is the definition of an experiment, "A plan", and not the journal of a run\.\n {7}Run it with /m,
    );
    expect(ran.stderr).toMatch(/^error: gone\.json: There is no such file or folder\.$/m);
    const { head, experiments } = report();
    expect(experiments).toHaveLength(1);
    expect(head.unreadable.map(({ file, code }) => [file, code])).toEqual([
      ['cut.json', 'truncated'],
      ['experiment.json', 'experiment'],
      ['gone.json', 'not-found'],
    ]);
    expect(readFileSync(folder.at('r.html'), 'utf8')).toContain('cut.json');
  });

  it('keep everything from being written with --strict', async () => {
    const { code, stderr } = await folder.run('--strict', 'cut.json', '01-completed-met.json', '-o', 'report.json');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: Nothing was written, because of --strict\.$/m);
    expect(readdirSync(folder.path)).not.toContain('report.json');
    expect((await folder.run('--strict', '01-completed-met.json', '-o', 'report.json')).code).toBe(0);
  });

  it('leave nothing to report where there are no others', async () => {
    const { code, stdout, stderr } = await folder.run('cut.json', '-o', 'report.json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^error: None of the inputs could be read as a journal, so there is nothing to report\.$/m);
    expect(readdirSync(folder.path)).not.toContain('report.json');
  });

  it('are passed over in a folder where they are none, and counted', async () => {
    mkdirSync(folder.at('plans'));
    writeFileSync(folder.at('plans/a.json'), '{"title": "A plan", "description": "", "method": []}');
    const { code, stderr } = await folder.run('.', '-o', 'out/report.json');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^2 files in folders or patterns are no journals and were passed over \(--verbose says why\)\.$/m,
    );
    expect(stderr).toMatch(/^error: cut\.json:2:17: /m);
    expect(stderr).not.toMatch(/error: .*experiment\.json/);
    expect(report('out/report.json').head.passedOver).toBe(2);
    const verbose = await folder.run('plans', '-v');
    expect(verbose.stderr).toMatch(/^passed over plans\/a\.json: This is the definition/m);
    expect(verbose.stderr).toMatch(/^error: No journal was found among 1 file, so there is nothing to report\.$/m);
  });
});

describe('other ways in', () => {
  it('are patterns that the shell left alone', async () => {
    for (const name of ['01-completed-met', '02-deviated', '30-nothing']) folder.fixture(name);
    const { code } = await folder.run('0*.json', '*-nothing.json', '30-*', '-o', 'report.json');
    expect(code).toBe(0);
    expect(report().head.sources.map(({ file }) => file)).toEqual([
      '02-deviated.json',
      '30-nothing.json',
      '01-completed-met.json',
    ]);
  });

  it('is standard input', async () => {
    folder.fixture('02-deviated');
    const child = folder.start('-', '-o', 'report.json');
    child.stdin!.write(readFileSync(folder.at('02-deviated.json')));
    expect((await finished(child)).code).toBe(0);
    expect(report().head.sources[0]!.file).toBe('-');
  });

  it('is a journal in Windows-1252, with a warning', async () => {
    folder.fixture('30-nothing');
    const text = readFileSync(folder.at('30-nothing.json'), 'utf8').replace(
      'Neither hypothesis nor method',
      'Café “am Eck”',
    );
    writeFileSync(folder.at('old.json'), Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1'));
    const { code, stdout, stderr } = await folder.run('old.json');
    expect(code).toBe(0);
    expect(stdout).toContain('Café “am Eck”');
    expect(stderr).toBe('warning: old.json: not valid UTF-8, read as Windows-1252\n');
  });
});
