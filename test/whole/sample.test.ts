/** The sample: two journals whose report is known line by line. */
import { describe, expect, it } from '@jest/globals';
import { renderReport } from '../../src/render/render-report.js';
import { reportOf } from '../support/fixtures.js';
import { htmlText } from '../support/html-text.js';
import { firstMissing } from './expected.js';

describe('the sample', () => {
  it('is in the HTML, line by line', async () => {
    const html = await renderReport(reportOf('journal-frontend', 'journal-reverse-proxy'), 'html');
    expect(firstMissing(htmlText(new TextDecoder().decode(html)))).toBeUndefined();
  });

  it('is missed where a line of it is missing', () => {
    expect(firstMissing('Chaos Engineering Report Summary aggregates 2 experiments frontend aws docker')).toBe('ecs');
  });
});
