import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { CHAPTERS, SAMPLE } from './sample.js';
import { OUTPUT } from './sample-chapter.js';
import { HOSTILE } from './sample-parts.js';
import { textOf, writePage, writePieces } from './write.js';

const RULES = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData;

/** What a text is on the page: controls shown, lone surrogates replaced. */
const shown = (text: string): string =>
  Buffer.from(
    text
      .replace(/[\0-\x08\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
      .replaceAll('\x7f', '\u2421')
      .replaceAll('\x85', '\\x85'),
    'utf8',
  ).toString('utf8');

describe('an HTML report', () => {
  it('is written piece by piece: the front when it is opened, then an experiment at a time, then the back', async () => {
    const pieces = await writePieces(SAMPLE, CHAPTERS);
    expect(pieces).toHaveLength(CHAPTERS.length + 2);
    expect(pieces[0]).toContain('<h1>Chaos Engineering Report</h1>');
    expect(pieces[1]).toMatch(
      /^\s*<article class="experiment rank-0" id="e1" data-verdict="deviated" data-status="completed" data-tags="/,
    );
    expect(pieces[4]).toContain('id="e4"');
    expect(pieces[5]).toContain('id="appendix"');
    expect(pieces[5]).toMatch(/<\/html>\s*$/);
  });

  it('is valid', async () => {
    const report = await new HtmlValidate(RULES).validateString(await writePage(SAMPLE, CHAPTERS));
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    ).toEqual([]);
  });

  it('lets its own style and script run, and nothing else', async () => {
    const page = await writePage(SAMPLE, CHAPTERS);
    const hash = (tag: string): string => {
      const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      expect(text.length).toBeGreaterThan(1000);
      return `&#x27;sha256-${createHash('sha256').update(text).digest('base64').replaceAll('=', '&#x3D;')}&#x27;`;
    };
    expect(page).toContain(`style-src ${hash('style')}; script-src ${hash('script')};`);
    expect(page).toContain('content="default-src &#x27;none&#x27;;');
    // The other one is data: the manifest that verify reads.
    expect(page.match(/<script(?! type="application\/json")/g)).toHaveLength(1);
    expect(page.match(/<style/g)).toHaveLength(1);
  });

  it('has no style attribute, no handler, and no address but those of links', async () => {
    const page = await writePage(SAMPLE, CHAPTERS);
    const tags = page.match(/<[a-z][^>]*>/g) ?? [];
    const attributes = tags.flatMap((tag) =>
      [...tag.replace(/^<[a-z0-9]+/, '').matchAll(/\s([a-z-]+)(?:="[^"]*")?/gi)].map(([, name]) => name),
    );
    expect(attributes.filter((name) => name === 'style' || name === 'src' || /^on/i.test(name ?? ''))).toEqual([]);
    const addresses = tags.flatMap((tag) => / href="([^"]*)"/.exec(tag)?.[1] ?? []);
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual(
      Array(4).fill('https://example.com/a?b=1&amp;c=&quot;2&quot;'),
    );
  });

  it('has a target for every link and mark, and every id once', async () => {
    const page = await writePage(SAMPLE, CHAPTERS);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    const missing = [...page.matchAll(/ href="#([^"]*)"/g)].filter(([, id]) => !ids.includes(id ?? ''));
    expect(missing).toEqual([]);
  });

  it('shows text as it is, whatever it looks like', async () => {
    const page = await writePage(SAMPLE, CHAPTERS);
    const text = textOf(page);
    for (const hostile of HOSTILE) expect(text).toContain(shown(hostile));
    expect(text).toContain(shown(OUTPUT));
    expect(page).not.toContain('\0');
  });

  it('keeps headings in order without skipping a level', async () => {
    const page = await writePage(SAMPLE, CHAPTERS);
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, i) => expect(level - (levels[i] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('is the same for the same report', async () => {
    expect(await writePage(SAMPLE, CHAPTERS)).toBe(await writePage(SAMPLE, CHAPTERS));
  });
});
