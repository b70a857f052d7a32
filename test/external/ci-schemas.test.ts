/** The YAML of docs/ci, and the action, against the schemas that check-jsonschema brings of each server. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from '../e2e/recipe.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Empty where the file is as the schema has it. */
function problems(schema: string, file: string): string {
  try {
    execFileSync('check-jsonschema', ['--builtin-schema', `vendor.${schema}`, file], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    const { stdout, message } = error as { readonly stdout?: string; readonly message: string };
    return stdout ?? message;
  }
}

describe('the YAML of the recipes', () => {
  it.each([
    ['github-actions', 'github-workflows', 2],
    ['shards', 'github-workflows', 1],
    ['gitlab', 'gitlab-ci', 1],
    ['azure-pipelines', 'azure-pipelines', 1],
  ] as const)('of %s is as the schema %s has it', (page, schema, files) => {
    const codes = codeOf(page, 'yaml');
    expect(codes).toHaveLength(files);
    for (const code of codes) {
      const file = join(folder, 'pipeline.yml');
      writeFileSync(file, code);
      expect(problems(schema, file)).toBe('');
    }
  });

  it('of the action is one', () => {
    expect(problems('github-actions', 'action.yml')).toBe('');
  });

  it('is refused where it is wrong', () => {
    const file = join(folder, 'wrong.yml');
    writeFileSync(file, 'jobs: {report: {steps: 1}}');
    expect(problems('github-workflows', file)).not.toBe('');
  });
});
