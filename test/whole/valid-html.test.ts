import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { renderReport } from '../../src/render/render-report.js';
import { fixtureNames, reportOf } from '../support/fixtures.js';

const validator = new HtmlValidate(JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData);
/** In bytes: the script only adds to a page that is whole without it. */
const SCRIPT_LIMIT = 15_000;

describe('the page of every journal', () => {
  it.each(fixtureNames())('%s is valid HTML', async (name) => {
    const page = Buffer.from(await renderReport(reportOf(name), 'html')).toString();
    const { results } = await validator.validateString(page);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('keeps its script small', async () => {
    const page = Buffer.from(await renderReport(reportOf('01-completed-met'), 'html')).toString();
    const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => script ?? '');
    expect(scripts).toHaveLength(1);
    expect(scripts.join('').length).toBeLessThan(SCRIPT_LIMIT);
  });
});
