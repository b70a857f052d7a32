import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readJournal } from '../../src/journal/read-journal.js';
import { buildReport, type CollectSettings } from '../../src/report/collect.js';
import { NO_FILTER } from '../../src/report/filter.js';
import { groupRuns } from '../../src/report/runs.js';
import type { ReportHead } from '../../src/report/types.js';
import { FIXTURES, SETTINGS } from '../support/fixtures.js';

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

  it('are found by title or by definition, and through each other', () => {
    const keys = [
      ['a', '1'],
      ['b', '2'],
      ['b', '1'],
      ['', '3'],
      ['', '4'],
    ].map(([title = '', definition = '']) => ({ title, definition }));
    const groups = groupRuns(keys);
    expect(groups[0]).toBe(groups[2]);
    expect(groups[1]).toBe(groups[2]);
    expect(new Set(groups).size).toBe(3);
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
