import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { CHAPTERS, SAMPLE } from './sample.js';
import { HOSTILE } from './sample-parts.js';
import { textOf, writeFixturesAs, writePage } from './write.js';

const RULES = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData;
const fragment = (headingLevel = 3): Promise<string> => writePage(SAMPLE, CHAPTERS, { fragment: true, headingLevel });
const idsOf = (markup: string): string[] => [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');

describe('a fragment', () => {
  it('is one section, with neither style sheet nor script', async () => {
    const markup = (await fragment()).trim();
    expect(markup).toMatch(/^<section class="chaos-report" id="chaos-report-[0-9a-f]{8}-report" lang="en">/);
    expect(markup).toMatch(/<\/section>$/);
    expect(markup.replace(/"[^"]*"/g, '""')).not.toMatch(
      /<(?:style|script|link|html|head|body|main|h1|h2)[\s>]|\sstyle=/,
    );
  });

  it('is valid in a page, and so are two of them', async () => {
    const other = await writeFixturesAs(
      { fragment: true, headingLevel: 2 },
      new Map(),
      '18-contributions-tags',
      '17-background-pauses',
    );
    const page = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><h1>x</h1><h2>x</h2>${await fragment()}${other}</body></html>`;
    const report = await new HtmlValidate(RULES).validateString(page);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    ).toEqual([]);
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^chaos-report-[0-9a-f]{8}-/.test(id))).toBe(true);
    const missing = [...page.matchAll(/ href="#([^"]*)"/g)].filter(([, id]) => !ids.includes(id ?? ''));
    expect(missing).toEqual([]);
  });

  it.each([1, 2, 5, 6])('begins with a heading of level %d', async (level) => {
    const levels = [...(await fragment(level)).matchAll(/<h([1-6])[ >]/g)].map(([, one]) => Number(one));
    expect(levels[0]).toBe(level);
    expect(levels.filter((one) => one < level)).toEqual([]);
    levels.slice(1).forEach((one, i) => expect(one - (levels[i] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('has no class but its own', async () => {
    const names = [...(await fragment()).matchAll(/ class="([^"]*)"/g)].flatMap(([, list]) => list?.split(' ') ?? []);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => name !== 'chaos-report' && !name.startsWith('chaos-report-'))).toEqual([]);
  });

  it('says all that the page says', async () => {
    const words = (markup: string): string => textOf(markup).replace(/\s+/g, ' ');
    // The page's contents and its way past them are the page's own.
    const page = words((await writePage(SAMPLE, CHAPTERS)).replace(/^[\s\S]*<main[^>]*>/, ''));
    expect(page.length).toBeGreaterThan(10_000);
    expect(words(await fragment())).toContain(page.trim());
    for (const hostile of HOSTILE.slice(0, 10)) expect(words(await fragment())).toContain(hostile);
  });

  it('has its style sheet beside it where one is wanted: every rule inside the section', async () => {
    const files = new Map<string, string>();
    const markup = await writePage(SAMPLE, CHAPTERS, { fragment: true, assets: 'separate' }, files);
    expect([...files.keys()]).toEqual(['.css']);
    expect(markup).not.toContain('report.css');
    const css = files.get('.css') ?? '';
    expect(css).toMatch(/^\.chaos-report\{[\s\S]*\}\s*$/);
    expect(css.match(/.{20}(?::root|@page|(?<![\w-])(?:html|body|main)(?![\w-]))/g)).toBeNull();
    expect(css.match(/\.(?!chaos-report\b)[a-z-]+/g)).toBeNull();
    const known = new Set([...css.matchAll(/\.(chaos-report[\w-]*)/g)].map(([, name]) => name));
    for (const name of ['chaos-report-callout', 'chaos-report-fill-ink', 'chaos-report-facts', 'chaos-report-rank-0'])
      expect(known).toContain(name);
    let depth = 0;
    for (const [at, character] of [...css.trim()].entries()) {
      depth += character === '{' ? 1 : character === '}' ? -1 : 0;
      if (at < css.trim().length - 1) expect(depth >= 1 || at < '.chaos-report'.length).toBe(true);
    }
    expect(depth).toBe(0);
  });
});
