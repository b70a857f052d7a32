import { describe, expect, it } from '@jest/globals';
import type { Row, Table } from '../../../../src/document/types.js';
import { layoutTable } from '../../../../src/render/pdf/blocks/table.js';
import { topTag, type Strip, type Tag } from '../../../../src/render/pdf/flow.js';
import { paginate } from '../../../../src/render/pdf/paginate.js';
import { testContext, textsOf } from '../ruler.js';
import { words } from '../sample.js';

const table = (rows: readonly Row[]): Table => ({
  kind: 'table',
  label: 'Samples',
  columns: [
    { key: 'name', label: 'Name', align: 'start', width: 1, heading: true },
    { key: 'count', label: 'Count', align: 'end', width: 1 },
  ],
  rows,
});
const row = (name: string, count: string): Row => ({ cells: [words(name), words(count)] });
const FRAME = { left: 0, top: 70, bottom: 780 };

describe('layoutTable', () => {
  it('repeats the head on each page, as something that is not read again', () => {
    const wide = ', with words enough to be as wide as half of a page';
    const rows = Array.from({ length: 120 }, (_, i) => row(`row ${i}${wide}`, String(i)));
    const strips = layoutTable(table(rows), testContext());
    const pages = paginate(strips, FRAME);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(textsOf(page.items()).slice(0, 2)).toEqual(['Name', 'Count']);
      const tagged = page.items().filter((item) => item.kind === 'text' && item.tag !== null && item.text === 'Name');
      expect(tagged).toHaveLength(index === 0 ? 1 : 0);
      expect(page.end).toBeLessThanOrEqual(FRAME.bottom);
    }
    expect(pages.flatMap((page) => textsOf(page.items())).filter((text) => text.startsWith('row '))).toHaveLength(120);
  });

  it('leaves no row alone at the head of a page', () => {
    for (let rows = 30; rows < 60; rows++) {
      const made = Array.from({ length: rows }, (_, i) => row(`row ${i}`, '1'));
      const pages = paginate(layoutTable(table(made), testContext()), FRAME);
      const last = textsOf(pages.at(-1)?.items() ?? []).filter((text) => text.startsWith('row '));
      expect(last.length).toBeGreaterThan(1);
    }
  });

  it('keeps the head with two rows', () => {
    const strips = layoutTable(table(Array.from({ length: 50 }, (_, i) => row(`row ${i}`, '1'))), testContext());
    expect(strips[0]?.keep).toBe(true);
    expect(strips[1]?.keep).toBe(true);
    expect(strips[2]?.keep).not.toBe(true);
  });

  it('keeps a row up to eight lines whole, and splits a taller one by line over pages', () => {
    const short = layoutTable(table([row('word '.repeat(60), '1'), row('b', '2')]), testContext());
    expect(short.length).toBe(3);
    const long = 'word '.repeat(4000);
    const strips = layoutTable(table([row(long, '1'), row('after', '2')]), testContext());
    const pages = paginate(strips, FRAME);
    expect(pages.length).toBeGreaterThan(1);
    const shown = pages
      .flatMap((page) => textsOf(page.items()))
      .join('')
      .replaceAll(/Name|Count|after|[12]/g, '');
    expect(shown.replaceAll(' ', '')).toBe(long.replaceAll(' ', ''));
  });

  it('breaks neither a mark from its word nor what a space that does not break holds together', () => {
    const strips = layoutTable(
      {
        ...table([]),
        columns: ['Verdict', 'Lasted', 'File'].map((label) => ({ key: label, label, align: 'start', width: 1 })),
        rows: [
          {
            cells: [
              [{ kind: 'status', status: 'interrupted', word: 'interrupted' }],
              words('23\u00a0seconds'),
              words('a-long-name-of-a-file/'.repeat(20)),
            ],
          },
        ],
      },
      testContext(),
    );
    const shown = strips.flatMap(({ items }) => textsOf(items));
    expect(shown).toContain('interrupted');
    expect(shown).toContain('23\u00a0seconds');
  });

  it('does not part the day of a time: the clock goes below it', () => {
    const strips = layoutTable(
      {
        ...table([]),
        columns: ['Started', 'One', 'Other', 'Third'].map((label) => ({ key: label, label, align: 'start', width: 1 })),
        rows: [
          {
            cells: [
              [{ kind: 'time', instant: '2021-04-12T17:46:28Z', text: '12 Apr 2021 17:46:28' }],
              ...[0, 1, 2].map(() => words('a-long-name-of-a-file/'.repeat(20))),
            ],
          },
        ],
      },
      testContext(),
    );
    const shown = strips.flatMap(({ items }) => textsOf(items));
    expect(shown).toContain('12 Apr 2021');
    expect(shown).toContain('17:46:28');
  });

  it('sets figures to the right edge of their column', () => {
    const [, first, second] = layoutTable(table([row('a', '7'), row('b', '1234')]), testContext());
    const right = (strip: Strip | undefined): number => {
      const item = strip?.items.find((each) => each.kind === 'text' && /\d/.test(each.text));
      return item?.kind === 'text' ? item.x + item.text.length * 4.5 : 0;
    };
    expect(right(first)).toBeCloseTo(right(second));
    expect(right(first)).toBeCloseTo(testContext().geometry.textWidth);
  });

  it('makes every row of the structure as long as the head', () => {
    const top = topTag();
    layoutTable(table([row('a', '1'), { cells: [words('b')] }]), testContext(top));
    const rows: Tag[] = [];
    const collect = (tag: Tag): void => {
      if (tag.role === 'TR') rows.push(tag);
      tag.children.forEach(collect);
    };
    collect(top);
    expect(rows.map((each) => each.children.map((cell) => cell.role))).toEqual([
      ['TH', 'TH'],
      ['TH', 'TD'],
      ['TH', 'TD'],
    ]);
  });

  it('sets a table that is too wide as rows of label and value, with every cell', () => {
    const columns = Array.from({ length: 14 }, (_, i) => ({
      key: `c${i}`,
      label: `column ${i}`,
      align: 'start' as const,
      width: 1,
    }));
    const wide: Table = {
      kind: 'table',
      label: 'Wide',
      columns,
      rows: [{ cells: columns.map((_, i) => words(`cell ${i}`)) }],
    };
    const shown = layoutTable(wide, testContext()).flatMap((strip) => textsOf(strip.items));
    for (let i = 0; i < 14; i++) expect(shown).toEqual(expect.arrayContaining([`column ${i}`, `cell ${i}`]));
  });

  it('says what there is to say where there are no rows', () => {
    expect(layoutTable(table([]), testContext())).toEqual([]);
    const strips = layoutTable({ ...table([]), empty: words('Nothing.') }, testContext());
    expect(strips.flatMap((strip) => textsOf(strip.items))).toEqual(['Nothing.']);
  });

  it('gives a column at least the width of the drawings in it', () => {
    const level = {
      hypothesis: true,
      before: 'met',
      during: 'not-run',
      after: 'met',
      method: true,
      violations: [],
      samples: { total: 0, met: 0, notMet: 0 },
      cut: null,
    } as const;
    const long = 'word '.repeat(60);
    const wide: Table = {
      kind: 'table',
      label: 'Runs',
      columns: [
        { key: 'level', label: 'L', align: 'start', width: 1 },
        ...['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, label: key, align: 'start' as const, width: 1 })),
      ],
      rows: [
        {
          cells: [
            [{ kind: 'level', level, alternative: 'deviated' }],
            ...['a', 'b', 'c', 'd', 'e'].map(() => words(long)),
          ],
        },
      ],
    };
    const items = layoutTable(wide, testContext()).flatMap((strip) => strip.items);
    const drawing = items.find((item) => item.kind === 'drawing');
    const next = items.find((item) => item.kind === 'text' && item.text === 'b');
    const first = items.find((item) => item.kind === 'text' && item.text === 'a');
    expect(drawing?.kind === 'drawing' && drawing.drawing.width).toBeGreaterThan(50);
    expect(first?.x).toBeGreaterThanOrEqual(drawing?.kind === 'drawing' ? drawing.drawing.width : Infinity);
    expect(next?.x).toBeGreaterThan(first?.x ?? Infinity);
  });

  it('closes a row of the matrix below its last line, however long the reason', () => {
    const matrix = (reason: string): Table => ({
      kind: 'table',
      label: 'Experiments',
      role: 'matrix',
      columns: [
        { key: 'verdict', label: 'Verdict', align: 'start', width: 1 },
        { key: 'experiment', label: 'Experiment', align: 'start', width: 2, heading: true },
        { key: 'reason', label: 'Reason', align: 'start', width: 2, under: 'experiment' },
      ],
      rows: [{ cells: [words('held'), words('Title'), words(reason)] }],
    });
    for (const reason of ['short', 'a long one '.repeat(60)]) {
      const strips = layoutTable(matrix(reason), testContext());
      const ruled = strips.flatMap((strip, index) =>
        strip.items.some((item) => item.kind === 'shape' && item.mark.kind === 'rule') ? [index] : [],
      );
      expect(ruled).toEqual([0, strips.length - 1]);
    }
  });

  it('gives a tolerance that goes on for pages more room', () => {
    const steady = (tolerance: string): Table => ({
      kind: 'table',
      label: 'Before the run',
      role: 'steady-state',
      columns: ['Probe', 'Tolerance', 'Observed', 'Verified'].map((label) => ({
        key: label.toLowerCase(),
        label,
        align: 'start',
        width: 1,
      })),
      rows: [{ cells: [words('probe'), words(tolerance), words('503'), words('False')] }],
    });
    const heads = (tolerance: string): readonly number[] =>
      (layoutTable(steady(tolerance), testContext())[0]?.items ?? []).flatMap((item) =>
        item.kind === 'text' ? [Math.round(item.x)] : [],
      );
    expect(heads('is 200')).toEqual([0, 168, 318, 413]);
    expect(heads('{ key: value } '.repeat(100))).toEqual([0, 95, 320, 413]);
  });
});
