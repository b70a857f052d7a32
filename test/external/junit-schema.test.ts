/** JUnit files against the schema of Jenkins' xUnit plugin, by xmllint. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renderReport } from '../../src/render/render-report.js';
import { fixtureNames, reportOf } from '../support/fixtures.js';

const { JUNIT_SCHEMA = '/usr/local/share/xml/junit-10.xsd' } = process.env;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Empty where the file is as the schema has it. */
function problems(xml: string | Uint8Array): string {
  const file = join(folder, 'junit.xml');
  writeFileSync(file, xml);
  try {
    execFileSync('xmllint', ['--noout', '--schema', JUNIT_SCHEMA, file], { encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (error) {
    const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
    return stderr ?? message;
  }
}

describe('a JUnit file', () => {
  it.each(fixtureNames())('of %s is as the schema has it', async (name) => {
    expect(problems(await renderReport(reportOf(name), 'junit'))).toBe('');
  });

  it('is refused where it is wrong', () => {
    const suite = '<testsuite name="a" tests="1" failures="0" errors="0" time="0.1234"/>';
    expect(problems(`<testsuites>${suite}</testsuites>`)).toContain("'0.1234' is not accepted");
  });
});
