import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { pagesOf, PAPER, REPORTS } from './html-pages.js';

const open = pagesOf(Object.keys(REPORTS));

const unfold = (page: Page): Promise<void> => page.getByRole('button', { name: 'expand all' }).click();

describe.each(['sample', ...Object.keys(REPORTS)])('the page of %s', (name) => {
  it.each([360, 768, 1440])(
    'asks for nothing, complains of nothing and is never wider than %d pixels',
    async (width) => {
      const { page, context, noise } = await open(name, { viewport: { width, height: 800 } });
      await unfold(page);
      // Every part is laid out once it has been on the screen.
      const wide = await page.evaluate<number>(`(async () => {
      const root = document.documentElement;
      let widest = 0;
      for (let top = 0; top < root.scrollHeight; top += 4000) {
        scrollTo(0, top);
        await new Promise((done) => requestAnimationFrame(done));
        widest = Math.max(widest, root.scrollWidth);
      }
      return widest;
    })()`);
      expect(wide).toBe(width);
      expect(noise).toEqual([]);
      await context.close();
    },
  );

  it.each(['light', 'dark'] as const)('is accessible to all in its %s colours', async (colorScheme) => {
    const { page, context } = await open(name, { colorScheme });
    await unfold(page);
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = await page.evaluate<AxeResults>(`axe.run({ resultTypes: ['violations'] })`);
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`),
    ).toEqual([]);
    await context.close();
  });

  it('is whole and readable without scripts', async () => {
    const { page, context, noise } = await open(name, { javaScriptEnabled: false });
    const { page: scripted, context: other } = await open(name);
    expect(await page.locator('main article h2').allTextContents()).toEqual(
      await scripted.locator('main article h2').allTextContents(),
    );
    expect(await page.locator('main article h2').first().isVisible()).toBe(true);
    await page.locator('details > summary').last().click();
    expect(await page.locator('button').count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
    await other.close();
  });
});

describe('on paper', () => {
  it.each([true, false])(
    'every fold is open and every experiment starts a page, scripts %s',
    async (javaScriptEnabled) => {
      const { page, context } = await open('sample', { javaScriptEnabled, colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      const folded = page.locator('#e1-a1 .folded');
      expect((await folded.boundingBox())?.height).toBeGreaterThan(50);
      expect(await page.locator('.contents').isVisible()).toBe(false);
      expect(await page.evaluate<string>(PAPER)).toBe('rgb(255, 255, 255)');
      expect(await page.evaluate<string>(`getComputedStyle(document.getElementById('e2')).breakBefore`)).toBe('page');
      await context.close();
    },
  );
});
