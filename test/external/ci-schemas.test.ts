/** The YAML of docs/ci, and the action, against the schemas of each server: check-jsonschema and kubernetes-validate bring them. */
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

function problems(schema: string, file: string): string {
  return complaints('check-jsonschema', ['--builtin-schema', `vendor.${schema}`, file]);
}

/** What a program complains of; empty where it ends with 0. */
function complaints(program: string, args: readonly string[]): string {
  try {
    execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      message,
    } = error as { stdout?: string; stderr?: string; readonly message: string };
    return `${stdout}${stderr}` || message;
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

  it('of Kubernetes is as its own schema has it, and refused where it is wrong', () => {
    const codes = codeOf('kubernetes', 'yaml');
    expect(codes).toHaveLength(1);
    const file = join(folder, 'kubernetes.yaml');
    const check = (text: string): string => {
      writeFileSync(file, text);
      return complaints('kubernetes-validate', ['--strict', file]);
    };
    expect(check(codes[0]!)).toBe('');
    expect(check(codes[0]!.replace('containers:', 'container:'))).toContain('container');
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
