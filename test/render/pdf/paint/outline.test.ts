import { describe, expect, it } from '@jest/globals';
import type { Objects } from '../../../../src/render/pdf/paint/object-streams.js';
import { createOutline, type Grouping } from '../../../../src/render/pdf/paint/outline.js';

interface Read {
  readonly title: string;
  readonly page: number;
  readonly parent: number;
  readonly Prev?: number;
  readonly Next?: number;
  readonly First?: number;
  readonly Last?: number;
  readonly Count?: number;
}

/** Collects the items that are written, with their references by name. */
function collect() {
  let next = 100;
  const items = new Map<number, Read>();
  const objects = {
    reserve: () => next++,
    add: (id: number, pattern: string, numbers: readonly number[]) => {
      const keys = [...pattern.matchAll(/\/(Prev|Next|First|Last|Count) /g)].map(([, key = '']) => key);
      const [parent = 0, page = 0, , ...rest] = numbers;
      const title = /\/Title\(([^)]*)\)/.exec(pattern)?.[1] ?? '';
      items.set(id, { title, page, parent, ...Object.fromEntries(keys.map((key, index) => [key, rest[index]])) });
    },
  } as unknown as Objects;
  return { objects, items };
}

/** The tree below an item, as readers walk it: from First by Next, with each link back checked. */
function tree(
  items: ReadonlyMap<number, Read>,
  parent: number,
  first: number | undefined,
  last: number | undefined,
): unknown[] {
  const found: unknown[] = [];
  let previous: number | undefined;
  for (let id = first; id !== undefined; id = items.get(id)?.Next) {
    const item = items.get(id);
    if (!item) throw new Error(`no item ${id}`);
    expect(item.parent).toBe(parent);
    expect(item.Prev).toBe(previous);
    const below = tree(items, id, item.First, item.Last);
    expect(item.Count ?? 0).toBe(-below.length || 0);
    found.push(below.length === 0 ? item.title : [item.title, ...below]);
    previous = id;
  }
  expect(previous).toBe(last);
  return found;
}

const ROOT = 7;
const place = (page: number) => ({ page, y: 700 });

function outlineOf(grouping: Grouping, add: (outline: ReturnType<typeof createOutline>) => void): unknown[] {
  const { objects, items } = collect();
  const outline = createOutline(objects, ROOT, grouping);
  add(outline);
  const whole = outline.end();
  const read = tree(items, ROOT, whole?.first, whole?.last);
  expect(whole?.count ?? 0).toBe(read.length);
  return read;
}

const ALONE: Grouping = { title: 'Earlier runs', chapters: new Map() };

describe('the outline', () => {
  it('nests by level, whatever levels are left out', () => {
    expect(
      outlineOf(ALONE, (outline) => {
        outline.add(1, 'Summary', place(1), 'summary');
        outline.add(2, 'Findings', place(1), 'findings');
        outline.add(1, 'One', place(3), 'e1');
        outline.add(2, 'Definition', place(3), 'e1-definition');
        outline.add(4, 'Before', place(3), 'e1-before');
        outline.add(3, 'Method', place(4), 'e1-method');
        outline.add(2, 'Result', place(5), 'e1-result');
      }),
    ).toEqual([
      ['Summary', 'Findings'],
      ['One', ['Definition', 'Before', 'Method'], 'Result'],
    ]);
  });

  it('puts earlier runs under the latest one, in the order of the contents', () => {
    const grouping: Grouping = {
      title: 'Earlier runs',
      chapters: new Map([
        ['e4', { under: 'e1', title: '3 Oct, held' }],
        ['e3', { under: 'e1', title: '3 Sep, deviated' }],
      ]),
    };
    expect(
      outlineOf(grouping, (outline) => {
        outline.add(1, 'Contents', place(1), '');
        outline.add(1, 'Payments', place(2), 'e1');
        outline.add(2, 'Result', place(2), 'e1-result');
        outline.add(1, 'Mail', place(3), 'e2');
        outline.add(1, 'Payments', place(4), 'e3');
        outline.add(2, 'Result', place(5), 'e3-result');
        outline.add(1, 'Payments', place(6), 'e4');
        outline.add(1, 'Appendix', place(7), 'appendix');
      }),
    ).toEqual([
      'Contents',
      ['Payments', 'Result', ['Earlier runs', '3 Oct, held', ['3 Sep, deviated', 'Result']]],
      'Mail',
      'Appendix',
    ]);
  });

  it('is nothing where nothing was added', () => {
    expect(outlineOf(ALONE, () => undefined)).toEqual([]);
  });
});
