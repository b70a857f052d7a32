import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { writeFolderOf } from '../render/html/write-folder.js';
import { launch } from './browser.js';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-pages-'));
  const files = await writeFolderOf('01-completed-met', '02-deviated', '06-failed-action', '18-contributions-tags');
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

it.each([true, false])(
  'leads from the index to an experiment, on, and back (scripts: %s)',
  async (javaScriptEnabled) => {
    const page = await browser.newPage({ javaScriptEnabled, viewport: { width: 1440, height: 900 } });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.locator('table.matrix a[href^="e1.html"]').first().click();
    await page.waitForURL('**/e1.html');
    expect(await page.locator('article').count()).toBe(1);
    // The style sheet is there.
    expect(await page.evaluate('getComputedStyle(document.querySelector("nav.steps")).display')).toBe('flex');
    await page.locator('nav.steps a.next').click();
    await page.waitForURL('**/e2.html');
    await page.locator('p.steps a.previous').click();
    await page.waitForURL('**/e1.html');
    await page.locator('nav.steps a.index').click();
    await page.waitForURL('**/index.html#report');
    expect(await page.locator('table.matrix').isVisible()).toBe(true);
    expect(said).toEqual([]);
    await page.close();
  },
);

it('fits a narrow window', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  for (const name of ['index', 'e1', 'e2', 'e3', 'e4']) {
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  }
  await page.close();
});

it('filters and searches the matrix of the index', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  const rows = page.locator('table.matrix tbody[data-target]:visible');
  expect(await rows.count()).toBe(4);
  await page.locator('.filters button[data-value="deviated"]').click();
  expect(await rows.count()).toBe(await page.locator('table.matrix tbody[data-verdict="deviated"]').count());
  expect(await rows.count()).toBeLessThan(4);
  await page.locator('.filters button[data-value=""]').click();
  const title = (await page.locator('table.matrix a[href="e3.html"]').first().textContent()) ?? '';
  await page.locator('input[type=search]').fill(title);
  await page.locator('table.matrix tbody[hidden]').first().waitFor({ state: 'attached' });
  expect(await rows.getByText(title).first().isVisible()).toBe(true);
  await page.locator('input[type=search]').fill('');
  const tags = page.locator('.filters select').last();
  await tags.selectOption({ index: 1 });
  expect(await rows.count()).toBeLessThan(4);
  await page.close();
});
