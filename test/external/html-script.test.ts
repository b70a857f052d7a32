import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OUTPUT } from '../render/html/sample-chapter.js';
import { pagesOf, PAPER } from './html-pages.js';

const open = pagesOf(['content']);

describe('the script', () => {
  it('leaves out experiments with another verdict', async () => {
    const { page, context } = await open('sample');
    await page.getByRole('button', { name: 'not tested 1' }).click();
    expect(
      await page.evaluate<string[]>(
        `[...document.querySelectorAll('main article')].filter((one) => one.checkVisibility()).map(({ id }) => id)`,
      ),
    ).toEqual(['e2']);
    expect(await page.locator('.matrix tbody:visible').count()).toBe(1);
    expect(await page.locator('.contents .experiments > li:visible').count()).toBe(1);
    await page.getByRole('button', { name: 'all 4' }).click();
    expect(await page.locator('.matrix tbody:visible').count()).toBe(4);
    await context.close();
  });

  it('finds words in folds, counts them, and goes from one to the next', async () => {
    const { page, context } = await open('sample');
    await page.getByRole('searchbox').fill('stop the DATABASE');
    await page.locator('output', { hasText: '8 in 4 of 4 experiments' }).waitFor();
    await page.getByRole('searchbox').press('Enter');
    expect(await page.locator('output').textContent()).toContain('1 of 8');
    expect(await page.locator('#e1-a1').getAttribute('open')).toBe('');
    await page.getByRole('searchbox').fill('no such word');
    await page.locator('output', { hasText: 'Nothing found' }).waitFor();
    expect(await page.locator('main article:visible').count()).toBe(0);
    await context.close();
  });

  it('opens what a link points to, at first and later', async () => {
    const { page, context } = await open('sample', {}, '#e3-a1');
    const fold = page.locator('#e3-a1');
    expect(await fold.getAttribute('open')).toBe('');
    expect((await fold.boundingBox())?.y).toBeLessThan(120);
    await fold.locator('> summary').click();
    expect(await fold.getAttribute('open')).toBeNull();
    await page.evaluate(`location.hash = '#e3-a1-trace'; location.hash = '#e3-a1';`);
    await page.locator('#e3-a1[open]').waitFor();
    await context.close();
  });

  it('shows an experiment that a link points to, though a filter has left it out', async () => {
    const { page, context } = await open('sample');
    await page.getByRole('button', { name: 'not tested 1' }).click();
    await page.evaluate(`location.hash = '#e1-definition'`);
    await page.locator('#e1-definition').waitFor({ state: 'visible' });
    await context.close();
  });

  it('remembers the theme', async () => {
    const { page, context } = await open('sample', { colorScheme: 'light' });
    const paper = (): Promise<string> => page.evaluate<string>(PAPER);
    expect(await paper()).toBe('rgb(252, 251, 248)');
    await page.getByRole('button', { name: 'dark', exact: true }).click();
    expect(await paper()).toBe('rgb(21, 23, 26)');
    await page.reload();
    expect(await paper()).toBe('rgb(21, 23, 26)');
    await context.close();
  });

  it('marks in the contents where the reader is', async () => {
    const { page, context } = await open('sample');
    await page.evaluate(`document.getElementById('e2-definition').scrollIntoView()`);
    await page.locator('[aria-current][href="#e2-definition"]').waitFor();
    expect(await page.locator('.contents .experiments > .current').getAttribute('data-target')).toBe('e2');
    await context.close();
  });

  it('copies code as it is: by button, and by selecting it', async () => {
    const { page, context } = await open('sample', { permissions: ['clipboard-read', 'clipboard-write'] });
    const code = page.locator('#e1-o1-code');
    const shown = await code.locator('code').textContent();
    expect(shown?.split('\n')).toHaveLength(OUTPUT.split('\n').length);
    await code.hover();
    await code.getByRole('button').click();
    await code.getByRole('button', { name: 'copied' }).waitFor();
    expect(await page.evaluate<string>(`navigator.clipboard.readText()`)).toBe(shown);
    const selected = await page.evaluate<string>(
      `getSelection().selectAllChildren(document.querySelector('#e1-o1-code code')), getSelection().toString()`,
    );
    expect(selected).toBe(shown);
    await context.close();
  });

  it('is reached with the keyboard, the way past the contents first', async () => {
    const { page, context } = await open('sample');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>(`document.activeElement.textContent`)).toBe('Skip to the report');
    const reached = new Set<string>();
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate<string>(`document.activeElement.localName`));
    }
    expect([...reached].sort()).toEqual(expect.arrayContaining(['a', 'button', 'input', 'summary']));
    await context.close();
  });
});

describe('keys and choices', () => {
  const shownChapters = (page: Page): Promise<string[]> =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll('main article')].filter((one) => one.checkVisibility()).map(({ id }) => id)`,
    );

  it('leaves out experiments without a tag, and with another status, together with the verdict', async () => {
    const { page, context } = await open('sample');
    await page.getByLabel('tag').selectOption('checkout');
    expect(await shownChapters(page)).toEqual(['e1', 'e2']);
    await page.getByRole('button', { name: 'not tested 1' }).click();
    expect(await shownChapters(page)).toEqual(['e2']);
    await page.getByRole('button', { name: 'all 4' }).click();
    await page.getByLabel('tag').selectOption('');
    await page.getByLabel('status').selectOption('interrupted');
    expect(await shownChapters(page)).toEqual(['e3']);
    expect(await page.getByLabel('status').locator('option').allTextContents()).toEqual([
      'any',
      'completed (3)',
      'interrupted (1)',
    ]);
    // A link to what is left out brings everything back.
    await page.evaluate(`location.hash = '#e1-definition'`);
    await page.locator('#e1-definition').waitFor({ state: 'visible' });
    expect(await page.getByLabel('status').inputValue()).toBe('');
    await context.close();
  });

  it('goes to the search with a slash, but not where one types, and not when it is turned off', async () => {
    const { page, context } = await open('sample');
    const search = page.getByRole('searchbox');
    await page.keyboard.press('/');
    expect(await page.evaluate<string>(`document.activeElement.type`)).toBe('search');
    await page.keyboard.type('a/b');
    expect(await search.inputValue()).toBe('a/b');
    await page.getByRole('button', { name: '/ to search: on' }).click();
    await page.keyboard.press('/');
    expect(await page.evaluate<string>(`document.activeElement.type`)).toBe('button');
    await page.reload();
    await page.getByRole('button', { name: '/ to search: off' }).click();
    await page.keyboard.press('/');
    expect(await page.evaluate<string>(`document.activeElement.type`)).toBe('search');
    await context.close();
  });

  it('keeps the names of the lanes in sight when a timeline is scrolled', async () => {
    const { page, context } = await open('content', { viewport: { width: 360, height: 800 } });
    const [before, after] = await page.evaluate<readonly (readonly [number, number])[]>(`(() => {
      const chart = document.querySelector('.timeline .scroll');
      const lefts = () => [...chart.children].map((part) => Math.round(part.getBoundingClientRect().left));
      const before = lefts();
      chart.scrollLeft = 200;
      return [before, lefts()];
    })()`);
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).toBe((before?.[1] ?? 0) - 200);
    await context.close();
  });
});
