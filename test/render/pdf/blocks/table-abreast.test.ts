import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/properties.js';
import type { Table } from '../../../../src/document/types.js';
import { layoutTable } from '../../../../src/render/pdf/blocks/table.js';
import { topTag, type Item, type Strip, type Tag } from '../../../../src/render/pdf/flow.js';
import { paginate, type Page } from '../../../../src/render/pdf/paginate.js';
import { strip, testContext, textsOf } from '../ruler.js';
import { words } from '../sample.js';

const FRAME = { left: 0, top: 70, bottom: 780 };

const table = (rows: number, name = (index: number) => `row ${index}`): Table => ({
  kind: 'table',
  role: 'output',
  label: 'Numbers',
  columns: [
    { key: 'name', label: 'Name', align: 'start', width: 1 },
    { key: 'count', label: 'Count', align: 'end', width: 1 },
  ],
  rows: Array.from({ length: rows }, (_, index) => ({
    ...(index === 7 ? { id: 'seventh' } : {}),
    cells: [words(name(index)), words(String(index % 10))],
  })),
});

const names = (page: Page): { readonly x: number; readonly y: number; readonly text: string }[] =>
  page.items().flatMap((item) => (item.kind === 'text' && item.text.startsWith('row ') ? [item] : []));

function texts(tag: Tag, items: readonly Item[]): string {
  return items.flatMap((item) => (item.kind === 'text' && item.tag === tag ? [item.text] : [])).join('');
}

describe('a long table of narrow columns', () => {
  it('stands side by side: down each part of a page, with the head over it', () => {
    const pages = paginate(layoutTable(table(500), testContext()), FRAME);
    const alone = paginate(
      layoutTable(
        table(500, (index) => `row ${index} ${'wide '.repeat(12)}`),
        testContext(),
      ),
      FRAME,
    );
    expect(alone.length).toBeGreaterThanOrEqual(pages.length * 2);
    let next = 0;
    for (const page of pages) {
      expect(textsOf(page.items()).filter((text) => text === 'Name')).toHaveLength(3);
      expect(new Set(names(page).map(({ x }) => x)).size).toBe(3);
      let before: { x: number; y: number } | null = null;
      for (const { x, y, text } of names(page)) {
        expect(text).toBe(`row ${next}`);
        next++;
        // Down a part, then at the top of one further right.
        if (before) expect(x === before.x ? y > before.y : x > before.x && y <= before.y).toBe(true);
        before = { x, y };
      }
      expect(page.end).toBeLessThanOrEqual(FRAME.bottom);
    }
    expect(next).toBe(500);
  });

  it('has parts of like length, and never a head over nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 70, max: 400 }), fc.integer({ min: 0, max: 690 }), (rows, above) => {
        for (const page of paginate([strip(above), ...layoutTable(table(rows), testContext())], FRAME)) {
          const heads = textsOf(page.items()).filter((text) => text === 'Name');
          const lengths = new Map<number, number>();
          for (const { x } of names(page)) lengths.set(x, (lengths.get(x) ?? 0) + 1);
          expect(lengths.size).toBe(heads.length);
          if (heads.length === 0) continue;
          expect(Math.min(...lengths.values())).toBeGreaterThanOrEqual(2);
          expect(Math.max(...lengths.values()) - Math.min(...lengths.values())).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is one table, whose head is read once', () => {
    const top = topTag();
    const pages = paginate(layoutTable(table(200), testContext(top)), FRAME);
    const items = pages.flatMap((page) => page.items());
    const [grid] = top.children;
    const [head, body] = grid!.children;
    expect([grid!.role, head!.role, body!.role]).toEqual(['Table', 'THead', 'TBody']);
    expect((head!.children[0] as Tag).children.map((cell) => texts(cell, items))).toEqual(['Name', 'Count']);
    const rows = body!.children;
    expect(rows.map((row) => texts(row.children[0] as Tag, items))).toEqual(
      Array.from({ length: 200 }, (_, index) => `row ${index}`),
    );
  });

  it('has its places where its rows are', () => {
    const [page] = paginate(layoutTable(table(200), testContext()), FRAME);
    const at = page!.anchors.find(({ id }) => id === 'seventh');
    const seventh = names(page!).find(({ text }) => text === 'row 7');
    expect(at!.y).toBeLessThan(seventh!.y);
    expect(at!.y + 20).toBeGreaterThan(seventh!.y);
  });

  it('is left as it is where a page has room for it, or a later row is wide', () => {
    const isBeside = (strips: readonly Strip[]): boolean => strips.some(({ abreast }) => abreast !== undefined);
    expect(isBeside(layoutTable(table(30), testContext()))).toBe(false);
    const late = table(300, (index) => (index === 280 ? 'wide '.repeat(60) : `row ${index}`));
    expect(isBeside(layoutTable(late, testContext()))).toBe(false);
  });

  it('loses no row, and goes over no page, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 70, max: 400 }), fc.integer({ min: 0, max: 690 }), (rows, above) => {
        const strips = [strip(above), ...layoutTable(table(rows), testContext()), strip(30)];
        const pages = paginate(strips, FRAME);
        expect(pages.flatMap(names).map(({ text }) => text)).toEqual(
          Array.from({ length: rows }, (_, index) => `row ${index}`),
        );
        for (const page of pages) {
          expect(page.end).toBeLessThanOrEqual(FRAME.bottom + 0.01);
          for (const { y } of page.items()) expect(y).toBeLessThanOrEqual(FRAME.bottom + 0.01);
        }
      }),
      { numRuns: 25 },
    );
  });
});
