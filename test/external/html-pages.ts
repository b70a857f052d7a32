/** Reports as HTML in a folder, and a browser that opens them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { CHAPTERS, SAMPLE } from '../render/html/sample.js';
import { writeFixtures, writePage } from '../render/html/write.js';
import { launch } from './browser.js';

/** Reports that between them have every block, every verdict and the largest outputs. */
export const REPORTS: Readonly<Record<string, readonly string[]>> = {
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

/** What runs in the page is text: these tests are compiled without the browser's types. */
export const PAPER = `getComputedStyle(document.body).backgroundColor`;

/** A page that is open, and what the browser complained of or asked for. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly noise: readonly string[];
}

type Open = (name: string, options?: BrowserContextOptions, fragment?: string) => Promise<OpenPage>;

/** Has the sample and these reports written before the tests of a file. Gives what opens one of them. */
export function pagesOf(names: readonly string[]): Open {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-report-html-'));
  const address = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href;
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(join(folder, 'sample.html'), await writePage(SAMPLE, CHAPTERS));
    for (const name of names)
      writeFileSync(join(folder, `${name}.html`), await writeFixtures(...(REPORTS[name] ?? [])));
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  return async (name, options = {}, fragment = '') => {
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
  };
}
