import { describe, expect, it } from '@jest/globals';
import fc, { anyCharacter } from '../support/properties.js';
import type { JsonValue } from '../../src/json.js';
import { renderReport } from '../../src/render/render-report.js';
import type { Report } from '../../src/report/types.js';
import { experimentFrom, fixtureNames, reportOf, reportFrom } from '../support/fixtures.js';
import { htmlText } from '../support/html-text.js';
import { isIn, needlesOf, squeezed } from '../support/leaves.js';

async function missingInHtml(report: Report): Promise<JsonValue[]> {
  const html = new TextDecoder().decode(await renderReport(report, 'html', { maxOutput: Infinity }));
  const haystack = squeezed(htmlText(html));
  return report.experiments.flatMap(needlesOf).filter((leaf) => !isIn(haystack, leaf));
}

describe('nothing is lost in HTML', () => {
  it.each(fixtureNames())('%s', async (name) => {
    expect(await missingInHtml(reportOf(name))).toEqual([]);
  });

  it('of any journal', async () => {
    const text = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 300 }),
      fc.constantFrom('<script>alert(1)</script>', '{{x}}', '</style>&amp;', '{"a": [1, 2.50]}', 'a\nb\nc\nd', '`|*_#'),
    );
    const value = fc.letrec<{ any: JsonValue }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.double(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 5 }),
        fc.dictionary(text, tie('any'), { maxKeys: 5 }),
      ),
    })).any;
    const entry = fc.record({
      activity: fc.record({
        type: fc.constantFrom('probe', 'action'),
        name: text,
        tolerance: value,
        provider: fc.record({ type: fc.constantFrom('http', 'process', 'python', 'x'), url: text, arguments: value }),
      }),
      output: value,
      status: fc.constantFrom('succeeded', 'failed', null),
      exception: fc.option(fc.array(text, { maxLength: 4 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 4 }), async (run) => {
        const journal = {
          'chaoslib-version': '1.45.0',
          experiment: { title: 'any', method: [] },
          run,
          steady_states: { before: { steady_state_met: true, probes: run } },
        };
        expect(experimentFrom(journal).run).toHaveLength(run.length);
        expect(await missingInHtml(reportFrom(journal))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the search itself', () => {
  it('misses what is not there', () => {
    const haystack = squeezed("{'a': 'line one\\nline two', 'n': 1.50}");
    expect([
      isIn(haystack, 'line one\nline two'),
      isIn(haystack, 'line three'),
      isIn(haystack, 2.5),
      isIn(haystack, '{"b": 1}'),
    ]).toEqual([true, false, false, false]);
  });
});
