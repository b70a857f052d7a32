import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { PALETTES } from '../../src/theme/palettes.js';
import { CHAPTERS, SAMPLE } from '../render/html/sample.js';
import { writeFixturesAs, writePage } from '../render/html/write.js';
import { launch } from './browser.js';

/** Jenkins' default for what users publish, and what many set instead. Source: jenkins.io, "Configuring Content Security Policy". */
const POLICIES: Readonly<Record<string, string | undefined>> = {
  'default policy': `sandbox; default-src 'none'; img-src 'self'; style-src 'self';`,
  'default policy and its origin': `sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';`,
  'no policy': undefined,
};

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** `#0A0B0C` as a browser says it. */
const rgb = (hex: string): string => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

const documents = new Map<string, string>();
let policy: string | undefined;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  const files = new Map<string, string>();
  const sample = await writePage(SAMPLE, CHAPTERS, { assets: 'separate' }, files);
  const charts = await writeFixturesAs({ assets: 'separate' }, new Map(), '13-continuous', '18-contributions-tags');
  for (const [extension, text] of files) documents.set(`/report${extension}`, text);
  documents.set('/sample.html', sample).set('/charts.html', charts);
  server = createServer(({ url = '' }, response) => {
    const found = documents.get(url);
    // Browsers ask for an icon by themselves.
    response.writeHead(url === '/favicon.ico' ? 204 : found === undefined ? 404 : 200, {
      'content-type': TYPES[url.split('.').pop() ?? ''] ?? 'text/plain',
      ...(policy && { 'content-security-policy': policy }),
    });
    response.end(found);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await new Promise((done) => server.close(done));
});

it('has nothing in line: no style, no script, no attribute of either, no data', () => {
  for (const page of [documents.get('/sample.html') ?? '', documents.get('/charts.html') ?? '']) {
    expect(page.length).toBeGreaterThan(10_000);
    // What the report was made of is data that no browser runs, and that nothing can end before its end.
    const data = /<script type="application\/json"[^>]*>([^<]*)<\/script>/g;
    expect([...page.matchAll(data)]).toHaveLength(1);
    // Values are never unquoted, and text has no quotation marks: without the values only names are left.
    expect(page.replace(data, '').replace(/"[^"]*"/g, '""')).not.toMatch(
      /<style|<script(?! src="")|<[^>]*\s(?:style|on[a-z]+)=/i,
    );
    const addresses = [...page.matchAll(/<[^>]*\s(?:src|href)="([^"#][^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !address?.startsWith('https://example.com/'))).toEqual([
      'report.css',
      'report.js',
    ]);
  }
  expect(documents.get('/report.css')).not.toMatch(/url\(|@import/);
});

describe.each(Object.entries(POLICIES))('under %s', (_name, header) => {
  it.each(['sample', 'charts'])('the page of %s has its look', async (report) => {
    policy = header;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
    const page = await context.newPage();
    const noise: string[] = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${report}.html`);
    const look = await page.evaluate<Readonly<Record<string, string>>>(`(() => {
      const style = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
      return {
        paper: style('body', 'backgroundColor'),
        columns: style('.page', 'display'),
        held: style('.contents [data-verdict=held] > .mark, .status.good', 'color'),
        level: style('svg.level-line .stroke-ink', 'stroke'),
      };
    })()`);
    expect(look).toEqual({
      paper: rgb(PALETTES.light.paper),
      columns: 'grid',
      held: rgb(PALETTES.light.good),
      level: rgb(PALETTES.light.ink),
    });
    expect(
      await page.evaluate<number>(`document.querySelector('main .mark').getBoundingClientRect().width`),
    ).toBeLessThan(20);
    // A sandbox without scripts says so, once for each it does not run; a page without one is silent.
    expect(noise.filter((line) => !/script/i.test(line))).toEqual([]);
    if (header === undefined) {
      expect(noise).toEqual([]);
      expect(await page.getByRole('searchbox').count()).toBe(1);
    }
    expect(
      asked.filter((path) => !/^\/(?:(?:sample|charts)\.html|report\.(?:css|js)|favicon\.ico)$/.test(path)),
    ).toEqual([]);
    await context.close();
  });
});
