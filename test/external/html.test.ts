import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { CHAPTERS, SAMPLE } from '../render/html/sample.js';
import { OUTPUT } from '../render/html/sample-chapter.js';
import { writeFixtures, writePage } from '../render/html/write.js';
import { launch } from './browser.js';

/** Reports that between them have every block, every verdict and the largest outputs. */
const REPORTS: Readonly<Record<string, readonly string[]>> = {
  seed: ['journal-frontend', 'journal-reverse-proxy'],
  verdicts: [
    '02-deviated',
    '04-gate-probe-failed',
    '06-failed-action',
    '07-aborted-bad-url',
    '09-interrupted-sigint',
    '15-dry-actions',
    '28-no-hypothesis',
    '30-nothing',
  ],
  content: [
    '05-probe-traceback',
    '13-continuous',
    '18-contributions-tags',
    '20-config-env-secrets',
    '22-tolerances',
    '23-output-shapes',
    '25-unicode',
    '26-ansi-control',
    '33b-raw-html-tex',
  ],
};
const NAMES = ['sample', ...Object.keys(REPORTS)];

/** What runs in the page is text: these tests are compiled without the browser's types. */
const PAPER = `getComputedStyle(document.body).backgroundColor`;

const folder = mkdtempSync(join(tmpdir(), 'chaos-report-html-'));
const address = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href;
let browser: Browser;

beforeAll(async () => {
  writeFileSync(join(folder, 'sample.html'), await writePage(SAMPLE, CHAPTERS));
  for (const [name, fixtures] of Object.entries(REPORTS))
    writeFileSync(join(folder, `${name}.html`), await writeFixtures(...fixtures));
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

jest.setTimeout(60_000);

/** Opens a report, and holds what the browser complains of or asks for. */
async function open(
  name: string,
  options: BrowserContextOptions = {},
  fragment = '',
): Promise<{ page: Page; context: BrowserContext; noise: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('dialog', (dialog) => noise.push(dialog.message()));
  page.on('request', (request) => {
    if (request.url() !== address(name) + fragment && request.url() !== address(name)) noise.push(request.url());
  });
  await page.goto(address(name) + fragment);
  return { page, context, noise };
}

const unfold = (page: Page): Promise<void> => page.getByRole('button', { name: 'expand all' }).click();

describe.each(NAMES)('the page of %s', (name) => {
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
