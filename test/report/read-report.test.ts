import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { ReportError } from '../../src/errors.js';
import { readJournal } from '../../src/journal/read-journal.js';
import { isNumeral } from '../../src/json.js';
import { buildReport } from '../../src/report/collect.js';
import { readReport } from '../../src/report/read-report.js';
import { TEXT_AFTER_EXPERIMENTS, textBeforeExperiments, textOfExperiment } from '../../src/report/report-text.js';
import { SCHEMA_VERSION, type Report } from '../../src/report/types.js';
import { fixtureNames, reportOf, SETTINGS } from '../support/fixtures.js';

function textOf({ head, experiments }: Report): string {
  const chapters = experiments.flatMap((facts, index) => [...textOfExperiment(facts, index === 0)]);
  return [textBeforeExperiments(head), ...chapters, TEXT_AFTER_EXPERIMENTS].join('');
}

function readBack(text: string): Report {
  const { head, experiments } = readReport(Buffer.from(text), 'report.json');
  return { head, experiments: [...experiments()] };
}

function errorOf(text: string): ReportError {
  try {
    readBack(text);
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error('it was read without an error');
}

describe('a report that is read back', () => {
  it.each(fixtureNames())('gives the bytes it was read from: %s', (name) => {
    const text = textOf(reportOf(name));
    expect(textOf(readBack(text))).toBe(text);
  });

  it('is the same whatever its layout', () => {
    const text = textOf(reportOf('01-completed-met', '02-deviated', '30-nothing'));
    const pretty = JSON.stringify(JSON.parse(text), null, 2);
    expect(textOf(readBack(pretty))).toBe(text);
    expect(textOf(readBack(`\ufeff${JSON.stringify(JSON.parse(text))}`))).toBe(text);
  });

  it('keeps digits, and keys that look like them', () => {
    const journal = `{"chaoslib-version": "1", "experiment": {"title": "t", "method": []}, "run": [],
      "x": [NaN, 9007199254740993, 1.0, 1e400, {"$number": "1"}, {"$$number": 2}, {"__proto__": 1}]}`;
    const text = textOf(reportOfText(journal));
    const [experiment] = readBack(text).experiments;
    const values = experiment!.otherFields.x as readonly unknown[];
    expect(values.slice(0, 4).map((value) => isNumeral(value) && value.$number)).toEqual([
      'NaN',
      '9007199254740993',
      '1.0',
      '1e400',
    ]);
    expect(isNumeral(values[4])).toBe(false);
    expect(Object.entries(values[4] as object)).toEqual([['$number', '1']]);
    expect(Object.keys(values[6] as object)).toEqual(['__proto__']);
    expect(textOf(readBack(text))).toBe(text);
  });

  it('passes over keys of later versions, and takes null or nothing for keys of later versions that are not there', () => {
    const report = JSON.parse(textOf(reportOf('02-deviated'))) as {
      head: Record<string, unknown>;
      experiments: Record<string, unknown>[];
    };
    const plain = textOf(reportOf('02-deviated'));
    report.head.schemaVersion = '1.999';
    report.head.later = { a: 1 };
    report.experiments[0]!.later = [1];
    expect(textOf(readBack(JSON.stringify(report)))).toBe(plain.replace(SCHEMA_VERSION, '1.999'));
    delete report.experiments[0]!.dry;
    delete report.experiments[0]!.tags;
    expect(readBack(JSON.stringify(report)).experiments[0]).toMatchObject({ dry: null, tags: [] });
  });
});

/** A report of a journal that is written as text. */
function reportOfText(journal: string): Report {
  return buildReport([readJournal(Buffer.from(journal), 'test.json')], SETTINGS);
}

describe('a report that cannot be read back', () => {
  const text = textOf(reportOf('01-completed-met', '02-deviated'));

  it('is of another major version', () => {
    const older = errorOf(text.replace(`"schemaVersion":"${SCHEMA_VERSION}"`, '"schemaVersion":"0.9"'));
    expect(older).toMatchObject({ code: 'version', hint: 'Make the report again from its journals.' });
    expect(older.message).toBe('This report is of version 0.9 of the JSON, and 1.x is what this chaos-report reads.');
    const newer = errorOf(text.replace(`"schemaVersion":"${SCHEMA_VERSION}"`, '"schemaVersion":"2.0"'));
    expect(newer).toMatchObject({ code: 'version', hint: 'Use a newer chaos-report.' });
  });

  it('says what is not as it should be, and where', () => {
    const wrong = errorOf(text.replace('"deviated":true', '"deviated":"yes"'));
    expect(wrong).toMatchObject({ code: 'shape', place: { file: 'report.json' } });
    expect(wrong.place?.pointer).toMatch(/^\/experiments\/[01]\/deviated$/);
    expect(wrong.message).toContain('this part is a string, where a boolean or null was expected');
    const unknown = errorOf(
      text.replace('"schemaVersion":"1.0"', '"schemaVersion":"1.7"').replaceAll('"held"', '"new"'),
    );
    expect(unknown.hint).toContain('use a newer one');
  });

  it('is cut short: what is before the cut is there', () => {
    const cut = text.slice(0, text.lastIndexOf('\n{') + 100);
    const read = readReport(Buffer.from(cut), 'report.json').experiments();
    expect(read.next().value).toMatchObject({ id: 'e1' });
    expect(() => read.next()).toThrow(expect.objectContaining({ code: 'truncated', place: expect.anything() }));
  });

  it('has fewer experiments than its head tells of', () => {
    const one = `${text.slice(0, text.lastIndexOf(',\n{'))}\n]}\n`;
    expect(errorOf(one).message).toBe('The head of this report tells of 2 experiments, and 1 are in it.');
  });

  it('is not a report at all', () => {
    expect(errorOf('{"head": 5, "experiments": []}').code).toBe('not-a-journal');
    expect(errorOf('{"head": {"schemaVersion": "1"}}').code).toBe('not-a-journal');
    expect(errorOf('[1]').code).toBe('not-a-journal');
    expect(errorOf('{"head": ').code).toBe('truncated');
  });

  it('ends in a clear error wherever it is cut or changed', () => {
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.constantFrom(...'0{}[]",:x\n\\\u0000'),
        fc.boolean(),
        (at, sign, cut) => {
          const changed = cut ? bytes.subarray(0, at) : Buffer.from(bytes);
          if (!cut) changed.write(sign, at);
          try {
            const { experiments } = readReport(changed, 'report.json');
            return [...experiments()].length === 2;
          } catch (error) {
            return error instanceof ReportError && error.message.length > 20;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
