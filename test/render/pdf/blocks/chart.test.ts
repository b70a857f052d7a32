import { describe, expect, it } from '@jest/globals';
import type { Chart } from '../../../../src/document/types.js';
import { layoutChart } from '../../../../src/render/pdf/blocks/chart.js';
import { paginate } from '../../../../src/render/pdf/paginate.js';
import { testContext } from '../ruler.js';

const bars = (count: number): Chart => ({
  kind: 'chart',
  id: 'bars',
  chart: {
    kind: 'contributions',
    data: {
      rows: Array.from({ length: count }, (_, index) => ({
        label: `tag ${index}`,
        parts: [{ level: 'high', count: 1 }],
      })),
      levels: ['high'],
      most: 2,
    },
  },
  alternative: 'Statements by tag.',
});
const wordsOn = (items: ReturnType<ReturnType<typeof paginate>[number]['items']>): readonly string[] =>
  items.flatMap((item) =>
    item.kind === 'drawing' ? item.drawing.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])) : [],
  );

describe('a chart of bars', () => {
  it('is whole while it takes less than a third of a page', () => {
    expect(layoutChart(bars(8), testContext())).toHaveLength(1);
  });

  it('goes over pages between its bars, with its key on each of them, and is one figure', () => {
    const strips = layoutChart(bars(40), testContext());
    const pages = paginate(strips, { left: 0, top: 70, bottom: 470 });
    expect(pages).toHaveLength(2);
    const words = pages.map((page) => wordsOn(page.items()));
    for (const some of words) expect(some[0]).toBe('high');
    expect(words.flat().filter((word) => word.startsWith('tag'))).toHaveLength(40);
    const figures = new Set(strips.flatMap(({ items }) => items.flatMap((item) => ('tag' in item ? [item.tag] : []))));
    expect(figures.size).toBe(1);
    // What stands again is not read out again.
    const again = pages[1]?.items().filter((item) => item.kind === 'drawing' && item.tag === null);
    expect(again).toHaveLength(1);
  });
});
