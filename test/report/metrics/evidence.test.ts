import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../../src/journal/read-journal.js';
import { buildReport } from '../../../src/report/collect.js';
import { evidenceOf } from '../../support/evidence.js';
import { SETTINGS } from '../../support/fixtures.js';

const REPORT = JSON.stringify({
  latencies: { mean: 1e6 },
  status_codes: { 200: 1 },
  requests: 1,
  errors: ['Get "http://tom:swordfish99@10.0.0.1/": refused'],
  earliest: '2026-11-22T07:00:01Z',
  end: '2026-11-22T07:00:02Z',
});

function experiment(args: unknown, files: Readonly<Record<string, string>>, journal: object = {}) {
  const activity = { type: 'probe', name: 'load', provider: { type: 'process', path: 'vegeta', arguments: args } };
  const entry = {
    activity,
    status: 'succeeded',
    start: '2026-11-22T07:00:00Z',
    end: '2026-11-22T07:00:03Z',
    output: null,
  };
  const text = JSON.stringify({ experiment: { title: 't', method: [] }, run: [entry], ...journal });
  const read: string[] = [];
  const folder = evidenceOf(files);
  const report = buildReport([readJournal(Buffer.from(text), 'j.json')], {
    ...SETTINGS,
    evidence: {
      ...folder,
      read: (path) => {
        read.push(path);
        return folder.read(path);
      },
    },
  });
  return { ...report.experiments[0]!, read };
}

describe('evidence that activities name', () => {
  it.each([
    ['a word of a command line', 'report -type=json -output=out/r.json x.bin', 'out/r.json'],
    ['a list of arguments', ['-output', './r.json'], 'r.json'],
    ['a named argument', { output: 'r.json' }, 'r.json'],
    ['a path from elsewhere, by its end', '-output=/var/lib/ci/7/out/r.json', 'out/r.json'],
    ['a bare name that only one file has', '-output=/tmp/r.json', 'deep/in/r.json'],
    ['a shell in quotes', ['-c', "vegeta report > 'out/r.json'"], 'out/r.json'],
    ['a path of Windows', 'out\\r.json', 'out/r.json'],
  ])('is found by %s', (_, args, path) => {
    const { metrics } = experiment(args, { [path]: REPORT });
    expect(metrics.files).toMatchObject([{ path, state: 'read', timed: true, phase: 'method', index: 0 }]);
    expect(metrics.loadTests).toHaveLength(1);
  });

  it.each([
    ['nothing of that name', '-output=other.json', { 'r.json': REPORT }],
    ['two files of that name', '-output=/tmp/r.json', { 'a/r.json': REPORT, 'b/r.json': REPORT }],
    ['a word without an extension', 'run', { run: REPORT }],
  ])('is not guessed: %s', (_, args, files) => {
    expect(experiment(args, files).read).toEqual([]);
  });

  it('never asks for a path that the folder has not', () => {
    for (const args of ['../../etc/passwd.json', '/etc/r.json/../../x.json', 'a/../../r.json', '..\\..\\r.json'])
      expect(experiment(args, { 'r.json': REPORT }).read.filter((path) => path !== 'r.json')).toEqual([]);
  });

  it('is left out where its times are those of another run', () => {
    const later = REPORT.replaceAll('2026-11-22T07', '2026-11-22T09');
    const { metrics } = experiment('r.json', { 'r.json': later });
    expect([metrics.files[0]?.state, metrics.loadTests]).toEqual(['other-run', []]);
  });

  it('says what cannot be read', () => {
    expect(experiment('r.json', { 'r.json': 'PNG' }).metrics.files[0]?.state).toBe('unknown-format');
    const { metrics } = buildReport(
      [
        readJournal(
          Buffer.from(
            JSON.stringify({
              experiment: { title: 't' },
              run: [{ activity: { name: 'a', provider: { arguments: 'r.json' } } }],
            }),
          ),
          'j',
        ),
      ],
      { ...SETTINGS, evidence: { sizes: new Map([['r.json', 1e12]]), read: () => null } },
    ).experiments[0]!;
    expect(metrics.files).toMatchObject([{ state: 'too-large', size: 1e12 }]);
  });

  it('is masked as the journal is, with its own secrets and with those of the journal', () => {
    const journal = {
      configuration: {},
      experiment: { title: 't', method: [], secrets: { db: { token: 'hunter2-hunter2' } } },
    };
    const k6 = JSON.stringify({ root_group: {}, metrics: { 'checks{token:hunter2-hunter2}': { value: 1 } } });
    const found = experiment('r.json k.json', { 'r.json': REPORT, 'k.json': k6 }, journal);
    const text = JSON.stringify(found);
    expect([text.includes('swordfish99'), text.includes('hunter2')]).toEqual([false, false]);
    expect(found.metrics.loadTests.map(({ errors, measures }) => [errors[0], measures[0]?.name])).toEqual([
      [expect.stringMatching(/‹secret \d+›/), 'requests'],
      [undefined, expect.stringMatching(/^checks\{token:‹secret \d+›\}$/)],
    ]);
    expect(found.redactions.map(({ pointer }) => pointer)).toContainEqual(
      expect.stringMatching(/^\/--evidence\/r\.json\/\d+$/),
    );
  });

  it('leaves a journal that names no file as it is', () => {
    expect(experiment('nothing', { 'r.json': REPORT }).metrics).toEqual({ groups: [], loadTests: [], files: [] });
  });
});
