import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc, { anyCharacter } from '../../support/properties.js';
import { parse, type TestCase, type TestSuite, type TestSuites } from 'junit2json';
import { renderReport } from '../../../src/render/render-report.js';
import type { Report } from '../../../src/report/types.js';
import { fixtureNames, FIXTURES, reportFrom, reportOf } from '../../support/fixtures.js';
import { schemaProblems } from './schema.js';

async function xmlOf(report: Report): Promise<string> {
  return new TextDecoder().decode(await renderReport(report, 'junit'));
}

/** What a JUnit parser that is not ours reads. */
async function read(xml: string): Promise<readonly TestSuite[]> {
  const parsed = (await parse(xml)) as TestSuites;
  return parsed.testsuite ?? [];
}

function casesOf(suite: TestSuite | undefined): readonly TestCase[] {
  return suite?.testcase ?? [];
}

function outcome(one: TestCase | undefined): string {
  if (!one) return 'missing';
  return one.failure ? 'failure' : one.error ? 'error' : one.skipped ? 'skipped' : 'passed';
}

/** Each case of one fixture with its outcome. */
async function outcomes(name: string): Promise<Readonly<Record<string, string>>> {
  const [suite] = await read(await xmlOf(reportOf(name)));
  return Object.fromEntries(casesOf(suite).map((one) => [one.name ?? '', outcome(one)]));
}

describe('the file', () => {
  const names = fixtureNames();

  it.each(names)('of %s is as the schema has it, and says what it holds', async (name) => {
    const xml = await xmlOf(reportOf(name));
    expect(schemaProblems(xml)).toEqual([]);
    for (const suite of await read(xml)) {
      const cases = casesOf(suite);
      const count = (kind: string): number => cases.filter((one) => outcome(one) === kind).length;
      expect([suite.tests, suite.failures, suite.errors, suite.skipped]).toEqual([
        cases.length,
        count('failure'),
        count('error'),
        count('skipped'),
      ]);
    }
  });

  it('has a suite for each experiment, in the order of the report, and no two cases of one name', async () => {
    // Every journal twice, as two runs of it would be.
    const report = reportOf(...names, ...names);
    const suites = await read(await xmlOf(report));
    expect(suites).toHaveLength(names.length * 2);
    expect(new Set(suites.map(({ name }) => name)).size).toBe(suites.length);
    const keys = suites.flatMap((suite) =>
      casesOf(suite).map(({ classname, name }) => `${classname ?? ''}\0${name ?? ''}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(1000);
  });

  it('fails where the report says that the system deviated, and only there', async () => {
    const report = reportOf(...names);
    const suites = await read(await xmlOf(report));
    suites.forEach((suite, index) => {
      const line = report.head.lines[index]!;
      expect([line.file, (suite.failures ?? 0) > 0]).toEqual([line.file, line.verdict.verdict === 'deviated']);
      const stopped = ['failed', 'aborted', 'interrupted', 'not-tested'].includes(line.verdict.verdict);
      if (stopped) expect([line.file, (suite.errors ?? 0) > 0]).toEqual([line.file, true]);
      expect(suite.properties?.find(({ name }) => name === 'verdict')?.value).toBe(line.verdict.verdict);
    });
  });
});

describe('a case', () => {
  it('is a failure where the system did not do what the hypothesis says', async () => {
    expect(await outcomes('02-deviated')).toMatchObject({
      'The run': 'passed',
      'Steady state before the run': 'passed',
      'Steady state during the run': 'skipped',
      'Steady state after the run': 'failure',
      'Action - stop the database': 'passed',
    });
    expect(await outcomes('13-continuous')).toMatchObject({
      'Steady state during the run': 'failure',
      'Steady state after the run': 'passed',
    });
  });

  it('is an error where the experiment could not be carried out', async () => {
    expect(await outcomes('03-gate-tolerance-not-met')).toEqual({
      'The run': 'passed',
      'Steady state before the run': 'error',
      'Action - never played': 'skipped',
      'Steady state during the run': 'skipped',
      'Steady state after the run': 'skipped',
      'Rollback - played anyway': 'passed',
    });
    expect(await outcomes('09-interrupted-sigint')).toMatchObject({
      'The run': 'error',
      'Rollback - clean up': 'skipped',
    });
    expect(await outcomes('12-rollback-fails')).toMatchObject({ 'Rollback - reattach volume': 'error' });
    const dry = await outcomes('15-dry-activities');
    expect(new Set(Object.values(dry))).toEqual(new Set(['skipped']));
  });

  it('has the message first, then the traceback', async () => {
    const [suite] = await read(await xmlOf(reportOf('06-failed-action')));
    const failed = casesOf(suite).find((one) => one.error);
    const [error] = failed?.error ?? [];
    expect(error?.type).toMatch(/^[\w.]+$/);
    expect(error?.message).toContain('UnauthorizedOperation');
    expect(error?.inner?.startsWith('chaoslib.exceptions.')).toBe(true);
    expect(error?.inner).toContain('\n\nTraceback (most recent call last):');
  });

  it('has its time in seconds, and the suite its start', async () => {
    const xml = await xmlOf(reportOf('02-deviated'));
    expect(xml).toMatch(/<testsuite [^>]* time="0\.013" timestamp="2026-11-22T07:37:16\.243913Z"/);
    expect(xml).toMatch(/name="Action - stop the database" time="0\.001796"/);
  });

  it('keeps its name from run to run, whatever else is reported', async () => {
    const alone = await read(await xmlOf(reportOf('02-deviated')));
    const among = await read(await xmlOf(reportOf(...fixtureNames())));
    const same = among.find(({ name }) => name === alone[0]?.name);
    expect(casesOf(same).map(({ classname, name }) => [classname, name])).toEqual(
      casesOf(alone[0]).map(({ classname, name }) => [classname, name]),
    );
  });
});

describe('any text', () => {
  /** The smallest fixture with an action, with other texts in it. */
  const journal = JSON.parse(readFileSync(`${FIXTURES}02-deviated.json`, 'utf8')) as {
    experiment: { title: string };
    run: { activity: { name: string }; exception?: readonly string[]; status: string }[];
  };

  function withTexts(title: string, name: string, exception: string): Report {
    const changed = structuredClone(journal);
    changed.experiment.title = title;
    const entry = changed.run[0]!;
    entry.activity.name = name;
    entry.status = 'failed';
    entry.exception = [exception];
    return reportFrom(changed);
  }

  it('comes out of a file that every parser takes', async () => {
    const odd = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '\0',
          '\x1b',
          '\ufffe',
          '\uffff',
          '\ud800',
          '\udc00',
          '<',
          '&',
          '"',
          ']]>',
          '\r',
          '\n',
          '.',
          '<![CDATA[',
        ),
        fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }),
      ),
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(odd, odd, odd, async (title, name, exception) => {
        const xml = await xmlOf(withTexts(title, name, exception));
        expect(schemaProblems(xml)).toEqual([]);

        expect(xml).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
        const [suite] = await read(xml);
        expect(casesOf(suite).length).toBe(8);
      }),
      { numRuns: 30 },
    );
  });

  it('shows what XML forbids', async () => {
    const xml = await xmlOf(withTexts('a\0b\uffffc', 'x', 'E: \ufffe'));
    expect(xml).toContain('<testsuite name="a‹U+0000›b‹U+FFFF›c"');
    expect(xml).toContain('‹U+FFFE›');
  });

  it('is shortened in names, which stay different', async () => {
    const long = 'x'.repeat(300);
    const changed = structuredClone(journal);
    changed.run = ['a', 'b', 'a'].map((end) => ({
      ...changed.run[0]!,
      activity: { ...changed.run[0]!.activity, name: long + end },
    }));
    const [suite] = await read(await xmlOf(reportFrom(changed)));
    const names = casesOf(suite).map(({ name }) => name ?? '');
    expect(new Set(names).size).toBe(names.length);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThan(256);
  });
});

describe('the check of these tests', () => {
  it('finds what is wrong', () => {
    const suite = (inner: string, more = ''): string =>
      `<testsuites><testsuite name="a" tests="1" failures="0" errors="0"${more}>${inner}</testsuite></testsuites>`;
    expect(schemaProblems(suite('<testcase name="x"/>'))).toEqual([]);
    for (const wrong of [
      suite('<testcase/>'),
      suite('<testcase name="x"><properties/></testcase>'),
      suite('words'),
      suite('', ' time="1e-7"'),
      suite('<testcase name="\u0001"/>'),
      suite('<testcase name="x">'),
      '<testsuite name="a" tests="0" failures="0" errors="0"/>',
    ]) {
      expect([wrong, schemaProblems(wrong).length > 0]).toEqual([wrong, true]);
    }
  });
});
