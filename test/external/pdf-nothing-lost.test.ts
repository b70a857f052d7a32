/** No leaf of any output, argument, tolerance or traceback is lost in the PDF, as poppler reads it back. Needs pdftotext. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import type { JsonValue } from '../../src/json.js';
import { renderReport } from '../../src/render/render-report.js';
import type { Report } from '../../src/report/types.js';
import { fixtureNames, reportFrom, reportOf } from '../support/fixtures.js';
import { isIn, needlesOf, squeezed } from '../support/leaves.js';
import { firstMissing } from '../whole/expected.js';

/** The body of the pages: between the running heads and the feet, which stand between the two parts of what is broken over pages. */
const BODY = ['-x', '0', '-y', '56', '-W', '596', '-H', '740'];

async function text(report: Report): Promise<string> {
  const pdf = await renderReport(report, 'pdf', { maxOutput: Infinity });
  const raw = execFileSync('pdftotext', ['-raw', ...BODY, '-', '-'], { input: pdf, maxBuffer: 1e9, encoding: 'utf8' });
  return raw.replace(/^Traceback of .*, continued$/gm, '').replace(/\f/g, '');
}

/** Whether a leaf is there in pieces: a cell that goes on on the next page has the table's head between them. */
function isInPieces(haystack: string, leaf: JsonValue): boolean {
  if (isIn(haystack, leaf)) return true;
  if (typeof leaf !== 'string') return false;
  const needle = squeezed(leaf);
  const half = Math.floor(needle.length / 2);
  // One break somewhere: everything before it and everything after it stands in the text.
  for (let at = 1; at < needle.length; at++) {
    const near = at <= half ? half - at + 1 : at;
    if (haystack.includes(needle.slice(0, near)) && haystack.includes(needle.slice(near))) return true;
  }
  return false;
}

async function missing(report: Report): Promise<JsonValue[]> {
  const haystack = squeezed(await text(report));
  return report.experiments.flatMap(needlesOf).filter((leaf) => !isInPieces(haystack, leaf));
}

describe('nothing is lost in PDF', () => {
  it('the sample, line by line', async () => {
    expect(firstMissing(await text(reportOf('journal-frontend', 'journal-reverse-proxy')))).toBeUndefined();
  });

  // Right-to-left text is put into visual order by the reader, and shaped scripts come back as they were written only
  // in readers that look at ActualText: test/external/pdf.test.ts has them.
  it.each(fixtureNames().filter((name) => !name.startsWith('25-unicode')))('%s', async (name) => {
    expect(await missing(reportOf(name))).toEqual([]);
  });

  it('of any journal', async () => {
    const line = fc.string({
      unit: fc.constantFrom(...'abcXYZ019 .,:;/\\_-(){}[]"\'=+%$#@!?<>&|~`^*é€Ωж漢字✓→'),
      maxLength: 250,
    });
    const value: fc.Arbitrary<JsonValue> = fc.oneof(
      line,
      fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n')),
      fc.integer(),
      fc.dictionary(line, fc.oneof(line, fc.integer(), fc.constant(null)), { maxKeys: 5 }),
      fc.array(fc.oneof(line, fc.boolean()), { maxLength: 5 }),
    );
    const entry = fc.record({
      activity: fc.record({
        type: fc.constantFrom('probe', 'action'),
        name: line,
        tolerance: value,
        provider: fc.record({ type: fc.constantFrom('http', 'process', 'python'), url: line, arguments: value }),
      }),
      output: value,
      status: fc.constantFrom('succeeded', 'failed'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 4 }), async (run) => {
        const journal = {
          'chaoslib-version': '1.45.0',
          experiment: { title: 'any', method: [] },
          run,
          steady_states: { before: { steady_state_met: true, probes: run } },
        };
        expect(await missing(reportFrom(journal))).toEqual([]);
      }),
      { numRuns: 25 },
    );
    // Each run makes a PDF and reads it with another program.
  });
});
