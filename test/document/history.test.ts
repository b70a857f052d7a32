import { describe, expect, it } from '@jest/globals';
import { composeDocument, composeFront, DEFAULT_WORDS } from '../../src/document/compose.js';
import { plainText } from '../../src/document/inline.js';
import { latestRuns } from '../../src/document/latest-runs.js';
import { foldRuns } from '../../src/document/sections/history-fold.js';
import type { Block, Section } from '../../src/document/types.js';
import type { ReportHead, SeriesRun } from '../../src/report/types.js';
import { reportOf, yearReport } from '../support/fixtures.js';

const { head } = yearReport();

function words(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'section'
        ? words(block.blocks)
        : block.kind === 'paragraph' || block.kind === 'callout'
          ? plainText(block.content).replaceAll('\u00a0', ' ')
          : '',
    )
    .join('\n');
}

function summary(of: ReportHead): Section {
  return composeFront(of, DEFAULT_WORDS).sections[0]!;
}

describe('page 1 of a year of runs', () => {
  it('is about the latest run of each experiment', () => {
    const latest = latestRuns(head, DEFAULT_WORDS);
    expect(latest.lines).toHaveLength(6);
    expect(latest.totals).toMatchObject({ held: 5, deviated: 1 });
    expect(
      latest.findings.every(({ evidence }) =>
        evidence.every(({ experiment }) => latest.lines.some(({ id }) => id === experiment)),
      ),
    ).toBe(true);
  });

  it('is about all runs where the history was not asked for', () => {
    expect(latestRuns(head, { ...DEFAULT_WORDS, sections: new Set(['summary']) })).toBe(head);
  });

  it('counts as runs what a filter left out', () => {
    const chosen = { ...head, selection: { filter: 'tag=payments', leftOut: 37 } };
    expect(words(summary(chosen).blocks)).toContain('37 other runs were left out by the filter tag=payments.');
  });

  it('says of the one experiment that held what that rests on', () => {
    const { head: two } = yearReport({}, (name) => name.includes('payments') || name.includes('checkout'));
    expect(words(summary(two).blocks)).toContain(
      'In 1 of 2 experiments the system behaved as expected in the latest run, but only since the tolerance was loosened; 1 deviated.',
    );
  });

  it('tells the story', () => {
    const said = words(summary(head).blocks);
    expect(said).toContain(
      'In 5 of 6 experiments the system behaved as expected in the latest run, in 2 of these only since the definition was changed; 1 deviated.',
    );
    expect(said).toContain('Over time: 1 regressed; 1 was fixed; 1 is no longer run; 1 takes longer.');
    expect(said).toContain(
      'the tolerance of the probe checkout-p95 was loosened from [0, 2] to [0, 10]: that is no proof of a fix. None of these 3 runs would have met [0, 2]: in the last, 3.9 was measured after the method.',
    );
    expect(said).toContain(
      'Payments survive the loss of a database replica: deviated in the last 3 runs, first on 3 Sep 2026',
    );
  });

  it('says of one experiment what was changed before it held', () => {
    const said = words(summary(yearReport({}, (name) => name.includes('checkout')).head).blocks);
    expect(said).toContain('The system behaved as expected; it holds only since the tolerance was loosened.');
  });

  it('tells in the history what the values of each run say of the tolerance before', () => {
    const said = words(composeFront(head, DEFAULT_WORDS).sections);
    expect(said).toContain(
      'was loosened from [0, 2] to [0, 10]. 3.3, measured after the method, would not have met the tolerance of the run before, [0, 2].',
    );
  });

  it('says nothing of change where every experiment was run once', () => {
    const said = words(summary(reportOf('01-completed-met', '02-deviated').head).blocks);
    expect(said).not.toContain('Over time');
  });
});

describe('chapters of one experiment', () => {
  const titles = (report: ReturnType<typeof yearReport>): string[] =>
    composeDocument(report).chapters.map(({ title }) => plainText(title));

  it('have the day of their run in the title, which tells them apart', () => {
    const all = titles(yearReport({}, (name) => name.includes('checkout')));
    expect(all[0]).toBe('Checkout answers quickly while a pod is deleted – 2 Nov 2026');
    expect(new Set(all).size).toBe(12);
  });

  it('have the time of day too, where two runs are of one day', () => {
    const again = yearReport({}, (name) => /checkout/.test(name) && /2026-0[12]/.test(name));
    const [first] = again.head.series;
    const runs = first!.runs.map((one) => ({ ...one, start: `2026-01-02T0${one.experiment!.slice(1)}:00:00Z` }));
    const head = { ...again.head, series: [{ ...first!, runs }] };
    expect(titles({ ...again, head })[0]).toMatch(/ – 2 Jan 2026 01:00:00$/);
  });

  it('have none where each experiment has one chapter', () => {
    expect(titles(yearReport({ runs: 'latest' }, (name) => name.includes('checkout')))).toEqual([
      'Checkout answers quickly while a pod is deleted',
    ]);
  });
});

describe('many runs', () => {
  const run = (index: number, more: Partial<SeriesRun> = {}): SeriesRun => ({
    ...head.series[0]!.runs[1]!,
    start: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().replace('.000', ''),
    changes: [],
    turn: 'still-held',
    ...more,
  });

  it('are folded by month, but for the last ones and the turns', () => {
    const runs = Array.from({ length: 90 }, (_, index) => run(index, index === 40 ? { turn: 'regressed' } : {}));
    const rows = foldRuns(runs);
    expect(rows.map((row) => ('folded' in row ? `${row.label} ${row.folded.length}` : row.turn))).toEqual([
      '2026-01 31',
      '2026-02 9',
      'regressed',
      '2026-02 18',
      '2026-03 19',
      ...Array.from({ length: 12 }, () => 'still-held'),
    ]);
    expect(rows.flatMap((row) => ('folded' in row ? row.folded : [row]))).toEqual(runs);
  });

  it('are all listed up to two dozen', () => {
    const runs = Array.from({ length: 24 }, (_, index) => run(index));
    expect(foldRuns(runs)).toEqual(runs);
  });
});
