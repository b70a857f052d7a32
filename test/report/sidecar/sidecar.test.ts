import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../../src/journal/read-journal.js';
import { buildReport } from '../../../src/report/collect.js';
import { DEFAULT_MASKING, type MaskingSettings } from '../../../src/report/masking/own-rules.js';
import { sidecarOf, strangersOf } from '../../../src/report/sidecar/match.js';
import { readSidecar, type Sidecar, type SidecarFile } from '../../../src/report/sidecar/read-sidecar.js';
import type { Report } from '../../../src/report/types.js';
import { FIXTURES, SETTINGS, yearReport } from '../../support/fixtures.js';

const sidecar = (written: SidecarFile, folder: string | null = null): Sidecar =>
  readSidecar(written, 'chaos-report.yaml', folder);

const asIs = (name: string): string => name;

function reportWith(sidecars: readonly Sidecar[], ...names: readonly string[]): Report {
  const journals = names.map((name) => readJournal(readFileSync(`${FIXTURES}${name}.json`), `runs/${name}.json`));
  return buildReport(journals, { ...SETTINGS, sidecars });
}

describe('what a sidecar says', () => {
  it.each([
    ['50 ms', 0.05],
    ['30s', 30],
    ['1.5 min', 90],
    ['2 h', 7200],
    [12.5, 12.5],
  ])('%s is so many seconds', (written, seconds) => {
    expect(sidecar({ 'recovery-objective': written }).recoveryObjective).toBe(seconds);
  });

  it('knows an address from a name', () => {
    expect(sidecar({ ticket: 'https://t.example/1' }).ticket).toEqual({
      name: 'https://t.example/1',
      url: 'https://t.example/1',
    });
    expect(sidecar({ ticket: 'javascript:alert(1)' }).ticket).toEqual({ name: 'javascript:alert(1)', url: null });
  });

  it('is about the experiment with its title, its journal or the end of its path', () => {
    const said = (entry: object, file = 'a/b/run.json', title = 'T'): string | null =>
      sidecarOf([sidecar({ experiments: [{ owner: 'me', ...entry }] })], { file, title }, asIs)?.owner ?? null;
    expect(said({ title: 'T' })).toBe('me');
    expect(said({ title: 'U' })).toBeNull();
    expect(said({ file: 'run.json' })).toBe('me');
    expect(said({ file: './b/run.json' })).toBe('me');
    expect(said({ file: 'un.json' })).toBeNull();
    expect(said({ file: 'run.json', title: 'U' })).toBeNull();
  });

  it('counts for the journals of its folder, and the nearest word counts', () => {
    const all = sidecar({ owner: 'all', system: 'shop' }, '');
    const near = sidecar({ owner: 'near', experiments: [{ title: 'T', owner: 'nearest' }] }, 'a');
    expect(sidecarOf([all, near], { file: 'a/x.json', title: 'T' }, asIs)).toMatchObject({
      owner: 'nearest',
      system: 'shop',
    });
    expect(sidecarOf([all, near], { file: 'a/x.json', title: 'U' }, asIs)).toMatchObject({ owner: 'near' });
    expect(sidecarOf([all, near], { file: 'ab/x.json', title: 'T' }, asIs)).toMatchObject({ owner: 'all' });
    expect(sidecarOf([near], { file: 'b/x.json', title: 'T' }, asIs)).toBeNull();
  });

  it.each([
    ['masked', DEFAULT_MASKING],
    ['told', { ...DEFAULT_MASKING, off: true }],
    [
      'masked by rules',
      { off: false, rules: { mask: [{ kind: 'value', value: 'CUST-123456', name: null }], keep: [] } },
    ],
  ] as const satisfies readonly (readonly [string, MaskingSettings])[])(
    'counts where secrets in the names of folders and journals are %s',
    (_, masking) => {
      const folder = 'runs/CUST-123456/token=ghp_x7Qk2Lm9Zr4Tx7Qk2Lm9Zr4Tx7Qk2Lm9Zr4T';
      const journal = readJournal(
        readFileSync(`${FIXTURES}01-completed-met.json`),
        `${folder}/AKIAQ3EGVXZ5TJ2LMN7P.json`,
      );
      const said = sidecar(
        { owner: 'near', experiments: [{ file: 'AKIAQ3EGVXZ5TJ2LMN7P.json', system: 'shop' }] },
        folder,
      );
      const { experiments } = buildReport([journal], { ...SETTINGS, masking, sidecars: [said] });
      expect(experiments[0]?.sidecar).toMatchObject({ owner: 'near', system: 'shop' });
      expect(experiments[0]?.source.file.includes('AKIA')).toBe(masking.off);
    },
  );

  it('of experiments that are in no journal is told', () => {
    const one = sidecar({ experiments: [{ title: 'T' }, { title: 'U' }, { file: 'c.json' }] });
    expect(strangersOf([one], [{ file: 'a.json', title: 'T' }], asIs).map(({ entry }) => entry)).toEqual([
      'U',
      'c.json',
    ]);
  });
});

describe('a report with a sidecar', () => {
  const written: SidecarFile = {
    owner: 'Payments',
    'recovery-objective': 2,
    'follow-ups': [{ what: 'for all' }],
    experiments: [{ file: '02-deviated.json', 'recovery-objective': '0.001 ms', 'follow-ups': [{ what: 'for one' }] }],
  };

  it('has it in the head and in each experiment, and holds it against the objective', () => {
    const { head, experiments } = reportWith([sidecar(written)], '02-deviated', '13-continuous');
    expect(head.sidecar).toMatchObject({ owners: ['Payments'], recovery: { met: 1, missed: 0, 'cannot-tell': 1 } });
    expect(head.sidecar?.followUps.map(({ what, experiment }) => [what, experiment])).toEqual([
      ['for all', null],
      ['for one', 'e1'],
    ]);
    expect(experiments[1]?.recovery).toMatchObject({ objective: 2, result: 'met' });
  });

  it('finds that an objective was missed, with the first sample as evidence', () => {
    const strict = sidecar({ 'recovery-objective': '1 ms' });
    const long = readFileSync(`${FIXTURES}13-continuous.json`, 'utf8');
    const journal = JSON.parse(long) as { steady_states: { during: { steady_state_met: boolean }[] } };
    for (const state of journal.steady_states.during) state.steady_state_met = false;
    const report = buildReport([readJournal(Buffer.from(JSON.stringify(journal)), 'long.json')], {
      ...SETTINGS,
      sidecars: [strict],
    });
    const found = report.head.findings.find(({ rule }) => rule === 'recovery-missed');
    expect(found?.evidence[0]).toMatchObject({ experiment: 'e1', phase: 'during' });
    expect(report.experiments[0]?.findings.some(({ rule }) => rule === 'recovery-missed')).toBe(true);
  });

  it('tells things to do of an experiment with many runs once', () => {
    const { title } = yearReport().head.lines[0]!;
    const one = sidecar({ experiments: [{ title, 'follow-ups': [{ what: 'once' }] }] });
    const { head } = yearReport({ sidecars: [one] });
    expect(head.lines.filter((line) => line.title === title).length).toBeGreaterThan(1);
    expect(head.sidecar?.followUps).toHaveLength(1);
  });
});
