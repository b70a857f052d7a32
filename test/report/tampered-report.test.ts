import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { ReportError } from '../../src/errors.js';
import type { JsonValue } from '../../src/json.js';
import { renderReport } from '../../src/render/render-report.js';
import { createCollector } from '../../src/report/collect.js';
import { identify } from '../../src/report/identify.js';
import { readReport } from '../../src/report/read-report.js';
import type { Report } from '../../src/report/types.js';
import { reportOf, SETTINGS } from '../support/fixtures.js';

const NAMES = ['02-deviated', '05-probe-traceback', '06-failed-action', '12-rollback-fails', '13-continuous'];

/** Every place of a value, as ways to it. */
function placesOf(value: JsonValue, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, part]) => placesOf(part as JsonValue, [...way, key]))];
}

/** The text with the value at a place replaced, or its key taken out. */
function changed(text: string, way: readonly (string | number)[], value: JsonValue | undefined): string {
  const root = JSON.parse(text) as Record<string, unknown>;
  let at: Record<string | number, unknown> = root;
  for (const step of way.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const last = way.at(-1) ?? 'head';
  if (value === undefined && !Array.isArray(at)) Reflect.deleteProperty(at, last);
  else at[last] = value ?? null;
  return JSON.stringify(root);
}

/** As the command merges it: experiments are taken, the head is made anew. */
function merged(bytes: Uint8Array): Report {
  const { head, experiments } = readReport(bytes, 'report.json');
  const collector = createCollector(SETTINGS);
  collector.addReport(head);
  const read = [...experiments()].map((experiment) => collector.addExperiment(experiment));
  const ordered = collector.order().map((index, position) => identify(read[index]!, `e${position + 1}`));
  return { head: collector.head(), experiments: ordered };
}

const odd: fc.Arbitrary<JsonValue | undefined> = fc.constantFrom<JsonValue | undefined>(
  ...[undefined, null, '', 'x', 'constructor', '\u0000\ud800', 0, -1, 1e300, 99, true, false],
  ...[[], [null], {}, { $number: 'NaN' }, { a: 1 }, '2026-99-99T99:99:99Z', '9999999-01-01T00:00:00Z'],
);

describe('a report that somebody changed', () => {
  it('is refused with a clear error, or makes a report', async () => {
    const texts = await Promise.all(
      NAMES.map(async (name) => Buffer.from(await renderReport(reportOf(name), 'json')).toString()),
    );
    const ways = texts.map((text) => placesOf(JSON.parse(text) as JsonValue).filter(({ length }) => length > 1));
    let refused = 0;
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(NAMES.length - 1), fc.nat(), odd, async (which, at, value) => {
        const places = ways[which]!;
        const text = changed(texts[which]!, places[at % places.length]!, value);
        let report: Report;
        try {
          report = merged(Buffer.from(text));
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError);
          refused++;
          return;
        }
        made++;
        for (const format of ['markdown', 'html'] as const) await renderReport(report, format);
      }),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(10);
    expect(made).toBeGreaterThan(10);
  });
});
