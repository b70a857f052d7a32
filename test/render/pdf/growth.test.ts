/** No step of laying out, handing out to pages and painting costs more for an item because there are more of them. */
import { describe, expect, it } from '@jest/globals';
import type { Section } from '../../../src/document/types.js';
import { layoutBlocks } from '../../../src/render/pdf/blocks/block.js';
import { topTag, type Strip } from '../../../src/render/pdf/flow.js';
import type { Measurer } from '../../../src/render/pdf/measure.js';
import { readingOrder } from '../../../src/render/pdf/paint/reading-order.js';
import { paginate } from '../../../src/render/pdf/paginate.js';
import { ruler, testContext } from './ruler.js';
import { CHAPTER, section } from './sample.js';

/** A chapter with so many copies of what a chapter may hold. */
function chapterOf(copies: number): Section {
  const blocks = Array.from({ length: copies }, () => CHAPTER.blocks).flat();
  return section('experiment', 'e1', 'Growing', blocks);
}

/** The strips, and each look at one of them counted. */
function watched(strips: readonly Strip[], count: () => void): readonly Strip[] {
  return new Proxy(strips, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) count();
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

interface Operations {
  readonly measured: number;
  readonly strips: number;
  readonly looks: number;
  readonly read: number;
}

function operations(copies: number): Operations {
  let measured = 0;
  let looks = 0;
  const measure: Measurer = {
    width: (text, font) => {
      measured++;
      return ruler.width(text, font);
    },
    fit: (text, font, width) => {
      measured++;
      return ruler.fit(text, font, width);
    },
  };
  const context = { ...testContext(topTag()), measure };
  const strips = layoutBlocks([chapterOf(copies)], context);
  const frame = { left: 51, top: 70, bottom: 780 };
  const pages = paginate(
    watched(strips, () => {
      looks++;
    }),
    frame,
  );
  const read = pages.reduce((sum, page) => sum + readingOrder(page.items()).length, 0);
  return { measured, strips: strips.length, looks, read };
}

describe('the work for a chapter', () => {
  it('grows as the chapter does, and no faster', () => {
    const small = operations(10);
    const large = operations(40);
    expect(small.measured).toBeGreaterThan(100);
    expect(small.looks).toBeGreaterThan(small.strips);
    for (const key of ['measured', 'strips', 'looks', 'read'] as const)
      expect(large[key] / small[key]).toBeLessThan(4 * 1.1);
  });
});
