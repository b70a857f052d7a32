import { describe, expect, it } from '@jest/globals';
import { parse } from 'marked';
import { composeBack, composeFront, DEFAULT_WORDS } from '../../../src/document/compose.js';
import { markdown } from '../../../src/render/markdown/index.js';
import { renderReport } from '../../../src/render/render-report.js';
import { DEFAULT_SETTINGS, type MarkdownProfile } from '../../../src/render/types.js';
import { fixtureNames, reportOf } from '../../support/fixtures.js';
import { htmlText } from '../../support/html-text.js';
import { isIn, needlesOf, squeezed } from '../../support/leaves.js';
import { GITHUB, GITLAB, sanitized } from './allow-lists.js';

const LISTS = { github: GITHUB, gitlab: GITLAB, 'step-summary': GITHUB } as const;
const LIMITS = { github: 65_536, gitlab: 1_048_576, 'step-summary': 1_048_576 } as const;

async function write(profile: MarkdownProfile, ...names: readonly string[]): Promise<string> {
  return new TextDecoder().decode(await renderReport(reportOf(...names), 'markdown', { profile }));
}

/** What a reader of the place gets. */
const shown = (markdown: string, profile: MarkdownProfile): string =>
  sanitized(parse(markdown, { async: false, gfm: true }), LISTS[profile]);

describe.each(['github', 'gitlab'] as const)('--profile %s', (profile) => {
  it.each(fixtureNames())('loses nothing of %s to the sanitizer, and is not too long', async (name) => {
    const markdown = await write(profile, name);
    const size = profile === 'github' ? markdown.length : Buffer.byteLength(markdown);
    expect(size).toBeLessThanOrEqual(LIMITS[profile]);
    const html = shown(markdown, profile);
    const before = parse(markdown, { async: false, gfm: true }).replace(/<!--[\s\S]*?-->/g, '');
    expect(squeezed(htmlText(html))).toBe(squeezed(htmlText(before)));
    const haystack = squeezed(htmlText(html));
    // What is left out for its length is said, and nothing is left out where all of it fits.
    if (!markdown.includes('left out here')) {
      expect(
        reportOf(name)
          .experiments.flatMap(needlesOf)
          .filter((leaf) => !isIn(haystack, leaf)),
      ).toEqual([]);
    } else expect((await renderReport(reportOf(name), 'markdown')).length).toBeGreaterThan(LIMITS[profile] * 0.9);
    expect(html).not.toMatch(/<(?:script|img|iframe|style|svg)|javascript:[^"]*"|\son[a-z]+="/i);
  });

  it('leads every link to a place that the sanitizer has left', async () => {
    const html = shown(await write(profile, '02-deviated', '09-interrupted-sigint'), profile);
    const names = new Set([...html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((id) => !names.has(id))).toEqual([]);
  });
});

describe('a limit', () => {
  it('keeps what is worst whole, then leaves out outputs, then details, and says so', async () => {
    const names = fixtureNames().filter((name) => !/24|32/.test(name));
    const markdown = await write('github', ...names);
    expect(markdown.length).toBeLessThanOrEqual(LIMITS.github);
    expect(markdown).toContain('The details are left out here');
    for (const { title } of reportOf(...names).experiments.slice(0, 3))
      expect(htmlText(parse(markdown, { async: false }))).toContain(title);
    const first = markdown.indexOf('left out here');
    expect(first).toBeGreaterThan(markdown.indexOf('## Experiments'));
    expect(markdown.match(/<a id="e\d+" /g)).toHaveLength(reportOf(...names).experiments.length);
  });

  it('shortens the summary of very many, and counts those that have no chapter', async () => {
    const many = Array.from({ length: 200 }, () => '02-deviated');
    const markdown = await write('github', ...many);
    expect(markdown.length).toBeLessThanOrEqual(LIMITS.github);
    expect(markdown).toContain('All parts but the summary are left out here, or shortened');
    const chapters = markdown.match(/<a id="e\d+" /g)?.length ?? 0;
    const [, missing] = /(\d+).more experiments are left out here/.exec(markdown) ?? [];
    expect(chapters + Number(missing ?? 0)).toBe(200);
  });

  it('is an error where not even that fits', async () => {
    const { head } = reportOf('02-deviated');
    const report = { head, front: composeFront(head, DEFAULT_WORDS), back: composeBack(head, DEFAULT_WORDS) };
    // What the place holds already leaves too little room.
    const settings = { ...DEFAULT_SETTINGS, profile: 'github' as const, taken: LIMITS.github - 1_000 };
    const rendering = await markdown.open(report, settings, { write: () => undefined });
    await expect(rendering.close()).rejects.toMatchObject({ code: 'unwritable' });
  });
});
