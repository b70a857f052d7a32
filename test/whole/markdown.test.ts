import { describe, expect, it } from '@jest/globals';
import { parse } from 'marked';
import { renderReport } from '../../src/render/render-report.js';
import { fixtureNames, reportOf } from '../support/fixtures.js';
import { htmlText } from '../support/html-text.js';
import { isIn, needlesOf, squeezed } from '../support/leaves.js';
import { firstMissing } from './expected.js';

async function page(...names: readonly string[]): Promise<string> {
  const markdown = new TextDecoder().decode(await renderReport(reportOf(...names), 'markdown'));
  return parse(markdown, { async: false, gfm: true }).replaceAll('<!-- -->', '');
}

describe('Markdown', () => {
  it('has the sample, line by line', async () => {
    expect(firstMissing(htmlText(await page('journal-frontend', 'journal-reverse-proxy')))).toBeUndefined();
  });

  it.each(fixtureNames())('loses nothing of %s', async (name) => {
    const haystack = squeezed(htmlText(await page(name)));
    expect(
      reportOf(name)
        .experiments.flatMap(needlesOf)
        .filter((leaf) => !isIn(haystack, leaf)),
    ).toEqual([]);
  });

  it('leads every link inside the report to a place in it', async () => {
    const html = await page('02-deviated', '09-interrupted-sigint', '13-continuous');
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect([...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBeGreaterThan(20);
  });
});
