import { describe, expect, it } from '@jest/globals';
import type { Item, Strip } from '../../../src/render/pdf/flow.js';
import { paginate, type Page } from '../../../src/render/pdf/paginate.js';
import { uprightItem } from '../../../src/render/pdf/place.js';
import { strip } from './ruler.js';

const FRAME = { left: 10, top: 0, bottom: 100 };
const named = (id: string, height: number, more: Partial<Strip> = {}): Strip =>
  strip(height, { anchors: [id], ...more });
const idsOf = (pages: readonly Page[]): readonly string[] =>
  pages.map((page) => page.anchors.map(({ id }) => id).join(''));

describe('paginate', () => {
  it('fills pages from the top', () => {
    expect(idsOf(paginate([named('a', 40), named('b', 60), named('c', 10)], FRAME))).toEqual(['ab', 'c']);
  });

  it('takes what is kept with the next strip along to its page', () => {
    expect(idsOf(paginate([named('a', 60), named('h', 20, { keep: true }), named('b', 30)], FRAME))).toEqual([
      'a',
      'hb',
    ]);
  });

  it('gives up keeping together what no page can hold', () => {
    const strips = ['a', 'b', 'c', 'd'].map((id) => named(id, 40, { keep: true }));
    expect(idsOf(paginate(strips, FRAME))).toEqual(['ab', 'cd']);
  });

  it('leaves the room above a strip away at the top of a page', () => {
    const pages = paginate([named('a', 90), named('b', 95, { space: 20 })], FRAME);
    expect(idsOf(pages)).toEqual(['a', 'b']);
    expect(pages[1]?.anchors[0]?.y).toBe(0);
  });

  it('starts a page where a strip asks for one', () => {
    expect(idsOf(paginate([named('a', 10), named('b', 10, { startsPage: 'always' })], FRAME))).toEqual(['a', 'b']);
  });

  it('lets a part follow on a page that the part before has only run over to', () => {
    const next = named('n', 10, { startsPage: 'after-a-part', space: 20 });
    const part = named('a', 10, { startsPage: 'always' });
    expect(idsOf(paginate([part, next], FRAME))).toEqual(['a', 'n']);
    const [, over] = paginate([part, named('b', 80), named('c', 30), next], FRAME);
    expect(over?.anchors).toEqual([
      { id: 'c', y: 0 },
      { id: 'n', y: 50 },
    ]);
    // More than half of the page is taken.
    expect(idsOf(paginate([part, named('b', 80), named('c', 55), next], FRAME))).toEqual(['ab', 'c', 'n']);
  });

  it('lets a part follow on half a page', () => {
    const next = named('n', 10, { startsPage: 'after-half-a-page', space: 20 });
    expect(idsOf(paginate([named('a', 50, { startsPage: 'always' }), next], FRAME))).toEqual(['an']);
    expect(idsOf(paginate([named('a', 60, { startsPage: 'always' }), next], FRAME))).toEqual(['a', 'n']);
  });

  it('closes up what runs over by little, and nothing else', () => {
    const loose = (id: string, height = 20): Strip => named(id, height, { space: 10 });
    const part = ['a', 'b', 'c', 'd'].map((id) => loose(id));
    const [page, ...others] = paginate(part, FRAME);
    expect(others).toHaveLength(0);
    expect(page?.end).toBeLessThanOrEqual(FRAME.bottom);
    // Much is left over, or closing up does not do.
    expect(idsOf(paginate([...part, loose('e', 50)], FRAME))).toEqual(['abc', 'de']);
    expect(idsOf(paginate([named('a', 90), named('b', 20, { space: 10 })], FRAME))).toEqual(['a', 'b']);
    // The parts before and after stay as they are.
    const before = [named('x', 10), loose('y')];
    const starting = part.map((strip, index) => (index === 0 ? { ...strip, startsPage: 'always' as const } : strip));
    const pages = paginate([...before, ...starting, named('z', 10, { startsPage: 'always' }), loose('w')], FRAME);
    expect(idsOf(pages)).toEqual(['xy', 'abcd', 'zw']);
    expect([pages[0]?.anchors[1]?.y, pages[2]?.anchors[1]?.y]).toEqual([20, 20]);
  });

  it('begins lower on the first page', () => {
    const pages = paginate([named('a', 60), named('b', 30)], FRAME, 50);
    expect(pages[0]?.anchors[0]?.y).toBe(50);
    expect(pages).toHaveLength(2);
  });

  it('repeats a head on each page that goes on, but not on the first', () => {
    const text: Item = {
      kind: 'text',
      x: 0,
      y: 5,
      text: 'head',
      font: { face: 'sans', size: 8 },
      ink: 'ink',
      tag: null,
    };
    const repeat = [strip(10, { items: [text] })];
    const rows = Array.from({ length: 12 }, (_, i) => named(String(i % 10), 20, { repeat }));
    const pages = paginate(rows, FRAME);
    expect(pages.map((page) => page.items().length)).toEqual([0, 1, 1]);
    expect(pages[1]?.items()[0]).toMatchObject({ x: 10, y: 5 });
    expect(pages[1]?.anchors[0]?.y).toBe(10);
    for (const page of pages) expect(page.end).toBeLessThanOrEqual(FRAME.bottom);
  });

  it('ends a page at a good place that is near', () => {
    const repeat = [strip(5)];
    const rows = Array.from({ length: 20 }, (_, i) =>
      named(String.fromCharCode(97 + i), 10, { repeat, ...(i === 8 ? { goodEnd: true } : {}) }),
    );
    expect(idsOf(paginate(rows, FRAME))[0]).toBe('abcdefghi');
    const far = rows.map((row, i) => ({ ...row, goodEnd: i === 2 }));
    expect(idsOf(paginate(far, FRAME))[0]).toBe('abcdefghij');
  });

  it('names pages by the part they begin with', () => {
    const strips = [
      named('a', 10, { running: { title: 'A' } }),
      named('b', 20, { running: { title: 'B' } }),
      named('c', 90),
    ];
    expect(paginate(strips, FRAME).map((page) => page.running?.title)).toEqual(['A', 'B']);
  });

  it('joins vertical rules that continue each other', () => {
    const rule = uprightItem(1, 0, 10, 2, 'mid');
    const [page] = paginate(
      [strip(10, { items: [rule] }), strip(10, { items: [rule] }), strip(10), strip(10, { items: [rule] })],
      FRAME,
    );
    expect(
      page?.items().map((item) => (item.kind === 'shape' && item.mark.kind === 'rule' ? item.mark.y2 : 0)),
    ).toEqual([20, 10]);
  });
});
