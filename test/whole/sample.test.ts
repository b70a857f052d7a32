/** The sample: two journals whose report is known line by line. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { renderReport } from '../../src/render/render-report.js';
import { reportOf } from '../support/fixtures.js';
import { htmlText } from '../support/html-text.js';
import { squeezed } from '../support/leaves.js';

const EXPECTED = readFileSync(new URL('../sample/expected.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** The first line that is not found after the one before it. */
export function firstMissing(text: string): string | undefined {
  const haystack = squeezed(text);
  let from = 0;
  for (const line of EXPECTED) {
    const at = haystack.indexOf(squeezed(line), from);
    if (at < 0) return line;
    from = at + squeezed(line).length;
  }
  return undefined;
}

describe('the sample', () => {
  it('is in the HTML, line by line', async () => {
    const html = await renderReport(reportOf('journal-frontend', 'journal-reverse-proxy'), 'html');
    expect(firstMissing(htmlText(new TextDecoder().decode(html)))).toBeUndefined();
  });
});
