import { describe, expect, it } from '@jest/globals';
import { composeFront, DEFAULT_WORDS } from '../../../src/document/compose.js';
import { classificationItems, footItems, headItems, pageNumberItems } from '../../../src/render/pdf/chrome.js';
import { layoutFront } from '../../../src/render/pdf/front.js';
import { LOOK } from '../../../src/theme/theme.js';
import { pageGeometry } from '../../../src/render/pdf/geometry.js';
import { renderReport } from '../../../src/render/render-report.js';
import { reportOf } from '../../support/fixtures.js';
import { ruler, testContext, textsOf } from './ruler.js';
import { topTag } from '../../../src/render/pdf/flow.js';

const geometry = pageGeometry('A4', LOOK);
const { head } = reportOf('02-deviated');
const settings = { ...DEFAULT_WORDS, classification: 'TOP\u202eSECRET', footer: 'Answers for it: the night shift' };
const front = composeFront(head, settings);

describe('the classification', () => {
  it('stands over the title of page 1 as a paragraph, in characters that can be seen', () => {
    const top = topTag();
    const strips = layoutFront(front, null, testContext(top));
    const [first] = strips[0]?.items ?? [];
    expect(first).toMatchObject({ kind: 'text', text: 'TOP‹U+202E›SECRET', tag: { role: 'P' } });
    expect(geometry.firstTop + (first?.y ?? 0)).toBeGreaterThan(geometry.classificationTop);
    expect(geometry.firstTop + (first?.y ?? 0)).toBeLessThan(geometry.firstTop);
  });

  it('is shortened where it does not fit', () => {
    const [item] = classificationItems('SECRET '.repeat(100), 21, 51, null, geometry, ruler);
    expect(item?.kind === 'text' && item.text.endsWith('…')).toBe(true);
  });
});

describe('the head of a page', () => {
  it('keeps the end of a title that is cut', () => {
    const end = ', 2 Sep 2026';
    const title = `${'A service that answers quickly '.repeat(9)}${end}`;
    const [, item] = headItems('Report', { title, end }, geometry, ruler);
    expect(item?.kind === 'text' && item.text).toMatch(/^A service that answers quickly .*…, 2 Sep 2026$/);
    expect(item?.x).toBeGreaterThan(geometry.left);
  });
});

describe('the foot of a page', () => {
  it('has the number of the page, and what all pages have: how many there are, the date, the footer at axis B', () => {
    const { items, room } = footItems(front, 23, geometry, ruler);
    expect(textsOf(items)).toEqual([' of 23', front.date.text, 'Answers for it: the night shift']);
    expect(items.at(-1)?.x).toBe(geometry.left + geometry.axisB);
    const { footer: _, ...bare } = front;
    expect(textsOf(footItems(bare, 23, geometry, ruler).items)).toHaveLength(2);
    const number = pageNumberItems(4, geometry, ruler);
    expect(textsOf(number)).toEqual(['Page ', '4']);
    // Moved to the left by the room, the number ends where the total begins.
    const last = number.at(-1);
    const end = last?.kind === 'text' ? last.x + ruler.width(last.text, last.font) : 0;
    expect(end - room).toBeCloseTo(items[0]?.x ?? 0);
  });
});

describe('classification and footer in HTML', () => {
  it('stand at the top and at the end, escaped', async () => {
    const options = { classification: 'A & B', footer: '<the end>' };
    for (const fragment of [false, true]) {
      const html = Buffer.from(
        await renderReport(reportOf('02-deviated'), 'html', { ...options, fragment }),
      ).toString();
      expect(html).toMatch(/class="[^"]*classification">A &amp; B<\/p>/);
      expect(html).toMatch(/<footer[^>]*>&lt;the end&gt;<\/footer>/);
    }
    expect(Buffer.from(await renderReport(reportOf('02-deviated'), 'html')).toString()).not.toContain('<footer');
  });
});
