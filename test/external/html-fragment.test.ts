import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PALETTES } from '../../src/theme/palettes.js';
import { CHAPTERS, SAMPLE } from '../render/html/sample.js';
import { writeFixturesAs, writePage } from '../render/html/write.js';
import { launch } from './browser.js';

/** `#0A0B0C` as a browser says it. */
const rgb = (hex: string): string => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

/** What a wiki might say of names that others use too. */
const HOST = `body { color: rgb(1, 2, 3); font: 20px serif } .status, .callout, .facts, .code { display: none }
  p { margin: 40px 0 } h2, h3 { color: rgb(4, 5, 6) }`;

let browser: Browser;
let markup = '';
let css = '';

beforeAll(async () => {
  const files = new Map<string, string>();
  const one = await writePage(SAMPLE, CHAPTERS, { fragment: true, headingLevel: 3, assets: 'separate' }, files);
  css = files.get('.css') ?? '';
  markup = one + (await writeFixturesAs({ fragment: true }, new Map(), '18-contributions-tags', '13-continuous'));
  browser = await launch();
});

afterAll(() => browser.close());

/** What ran or was asked for: nothing of a report may. */
const noise: string[] = [];

async function open(style: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme: 'light' });
  page.on('dialog', (dialog) => noise.push(dialog.message()));
  page.on('console', (message) => noise.push(message.text()));
  page.on('request', (request) => noise.push(request.url()));
  await page.setContent(
    `<!DOCTYPE html><style>${HOST}</style>${style}<h2>Wiki</h2><p id="own" class="callout2">Own</p><table class="matrix"><tr><td id="cell">a</td></tr></table>${markup}`,
  );
  return page;
}

const look = (page: Page, selector: string, property: string): Promise<string> =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}'))['${property}']`);

it('has its look in two reports on one page, and gives nothing of it to the page', async () => {
  const bare = await open('');
  const styled = await open(`<style>${css}</style>`);
  for (const [selector, property] of [
    ['body', 'backgroundColor'],
    ['body', 'fontFamily'],
    ['#own', 'marginTop'],
    ['#own', 'color'],
    ['#cell', 'padding'],
    ['h2', 'fontSize'],
  ] as const) {
    expect(await look(styled, selector, property)).toBe(await look(bare, selector, property));
  }
  expect(await look(styled, '.chaos-report', 'backgroundColor')).toBe(rgb(PALETTES.light.paper));
  expect(await look(styled, '.chaos-report h3', 'color')).toBe(rgb(PALETTES.light.ink));
  expect(await look(styled, '.chaos-report-good', 'color')).toBe(rgb(PALETTES.light.good));
  expect(await look(styled, '.chaos-report-callout', 'display')).not.toBe('none');
  expect(await look(styled, 'svg .chaos-report-stroke-bad', 'stroke')).toBe(rgb(PALETTES.light.bad));
  expect(await styled.evaluate<number>(`document.documentElement.scrollWidth`)).toBe(1200);
});

it('is readable where the style sheet is not wanted: marks small, drawings in their colours', async () => {
  const page = await open('');
  const widths = await page.evaluate<number[]>(
    `[...document.querySelectorAll('.chaos-report-mark')].map((mark) => mark.getBoundingClientRect().width)`,
  );
  expect(widths.length).toBeGreaterThan(20);
  expect(Math.max(...widths)).toBeLessThanOrEqual(12);
  expect(await look(page, 'svg .chaos-report-stroke-bad', 'stroke')).toBe(rgb(PALETTES.light.bad));
  expect(await look(page, '.chaos-report-callout', 'display')).not.toBe('none');
});

it('runs nothing and asks for nothing, where no policy would stop it', async () => {
  const page = await open(`<style>${css}</style>`);
  await page.evaluate(`document.querySelectorAll('details').forEach((fold) => (fold.open = true))`);
  await page.mouse.move(300, 300);
  expect(noise).toEqual([]);
});
