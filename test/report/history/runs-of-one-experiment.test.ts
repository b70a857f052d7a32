import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../../src/journal/read-journal.js';
import { buildReport } from '../../../src/report/collect.js';
import type { CollectSettings } from '../../../src/report/collect-settings.js';
import { NO_FILTER } from '../../../src/report/filter.js';
import { EMPTY_DEFINITION } from '../../../src/report/history/definition-form.js';
import { groupRuns } from '../../../src/report/history/same-experiment.js';
import type { ReportHead } from '../../../src/report/types.js';
import { FIXTURES, SETTINGS } from '../../support/fixtures.js';

function headOf(names: readonly string[], settings: Partial<CollectSettings>): ReportHead {
  const journals = names.map((name) => readJournal(readFileSync(`${FIXTURES}${name}.json`), `${name}.json`));
  return buildReport(journals, { ...SETTINGS, ...settings }).head;
}

const OLD = ['40-old-lib-1.4.0', '40-old-lib-1.9.0', '40-old-lib-1.15.0', '02-deviated'];

describe('runs of one experiment', () => {
  it('stand together, from the first to the last', () => {
    const { series, lines } = headOf(OLD, {});
    expect(lines).toHaveLength(4);
    expect(series).toHaveLength(1);
    const starts = series[0]?.runs.map(({ start }) => start) ?? [];
    expect(starts).toEqual([...starts].sort());
    expect(series[0]?.runs.every(({ experiment }) => experiment !== null)).toBe(true);
  });

  it('of which only the latest has a chapter, if asked; the others stay listed', () => {
    const { series, lines, sources, totals } = headOf(OLD, { runs: 'latest' });
    expect(lines).toHaveLength(2);
    expect(series[0]?.runs.map(({ experiment }) => experiment !== null)).toEqual([false, false, true]);
    expect(sources.filter(({ experiment }) => experiment === null)).toHaveLength(2);
    expect(totals).toMatchObject({ deviated: 1, held: 1 });
  });

  const run = (title: string, definition: string, day: number): Parameters<typeof groupRuns>[0][number] => ({
    title,
    definition,
    start: `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`,
    file: `${day}.json`,
  });

  it('are found by title, whatever its case and the definition', () => {
    expect(groupRuns([run('A', '1', 3), run('b', '1', 2), run('a ', '2', 1)])).toEqual([[2, 0], [1]]);
  });

  it('go on under another title where the definition is the same', () => {
    const runs = [run('old', '1', 1), run('old', '2', 2), run('new', '2', 3), run('new', '3', 4), run('newer', '3', 5)];
    expect(groupRuns(runs)).toEqual([[0, 1, 2, 3, 4]]);
  });

  it('are not those of a title that was run side by side', () => {
    const runs = [run('staging', '1', 1), run('production', '1', 2), run('staging', '1', 3), run('production', '1', 4)];
    expect(groupRuns(runs)).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('without a title are known by their definition, and without that stand alone', () => {
    const runs = [run('', '1', 1), run('', '1', 2), run('', EMPTY_DEFINITION, 3), run('', EMPTY_DEFINITION, 4)];
    expect(groupRuns(runs)).toEqual([[0, 1], [2], [3]]);
  });
});

describe('a filter', () => {
  it.each([
    [{ ...NO_FILTER, tags: ['frontend'] }, ['journal-frontend.json']],
    [{ ...NO_FILTER, verdicts: ['deviated' as const] }, ['02-deviated.json']],
    [{ ...NO_FILTER, since: '2020-01-01T00:00:00Z' }, ['02-deviated.json', '28-no-hypothesis.json']],
    [{ ...NO_FILTER, until: '2020-01-01T00:00:00Z' }, ['journal-frontend.json']],
    [{ ...NO_FILTER, tags: ['frontend'], verdicts: ['deviated' as const] }, []],
  ])('%j', (conditions, files) => {
    const { lines, selection } = headOf(['journal-frontend', '02-deviated', '28-no-hypothesis'], {
      filter: { conditions, words: 'x' },
    });
    expect(lines.map(({ file }) => file)).toEqual(files);
    expect(selection).toEqual({ filter: 'x', leftOut: 3 - files.length });
  });
});
