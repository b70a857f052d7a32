import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { configSchema } from '../../src/cli/config/schema.js';
import { SETTABLE, variableOf } from '../../src/cli/config/settable.js';
import { OPTIONS } from '../../src/cli/options.js';
import type { Command } from '../../src/cli/command.js';
import { readRequest } from '../../src/cli/request.js';
import { errorLines } from '../../src/cli/messages.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** A terminal without colours. */
const PLAIN = {
  write: () => undefined,
  command: () => undefined,
  paint: (_: string, text: string) => text,
  isTerminal: false,
  columns: undefined,
};

async function read(args: string, env: Readonly<Record<string, string>> = {}, from = '.'): Promise<Command | string> {
  const request = await readRequest(args.split(' '), env, join(folder, from), 0);
  if (request.kind === 'report') return request.command;
  return request.kind === 'wrong' ? request.problems.map((one) => errorLines(one, PLAIN)).join('') : request.kind;
}

async function command(args: string, env: Readonly<Record<string, string>> = {}, from = '.'): Promise<Command> {
  const made = await read(args, env, from);
  if (typeof made === 'string') throw new Error(made);
  return made;
}

describe('a configuration', () => {
  it('is found in the folder, or in the nearest above, in any of its forms', async () => {
    put('package.json', '{"name": "x", "chaos-report": {"title": "of the package"}}');
    put('a/chaos-report.config.yaml', 'title: of the yaml');
    put('a/b/chaos-report.config.yml', '# nothing but this\ntitle: of the yml\n');
    put('a/b/c/chaos-report.config.json', '{"title": "of the json"}');
    put('a/b/c/package.json', '{"name": "without our key"}');
    const titles = await Promise.all(
      ['.', 'a', 'a/b', 'a/b/c'].map(async (from) => (await command('j.json', {}, from)).title),
    );
    expect(titles).toEqual(['of the package', 'of the yaml', 'of the yml', 'of the json']);
  });

  it('gives way to the environment, and both to flags', async () => {
    put('chaos-report.config.json', '{"title": "file", "page": "Letter", "notation": "json"}');
    const { title, render, notation } = await command('j.json --title flag', {
      CHAOS_REPORT_TITLE: 'env',
      CHAOS_REPORT_PAGE: 'A4',
    });
    expect([title, render.page, notation]).toEqual(['flag', 'A4', 'json']);
  });

  it('has paths that begin where it stands', async () => {
    put(
      'chaos-report.config.json',
      '{"output": ["out/report.pdf", "site/", "-"], "format": "html", "var-file": "vars.yaml"}',
    );
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    const { outputs, variables } = await command('j.json', {}, 'deep/er');
    expect(outputs.map(({ file }) => file)).toEqual(['../../out/report.pdf', '../../site/', '-']);
    expect(variables.files).toEqual(['../../vars.yaml']);
  });

  it('is replaced, not added to, by a flag that may be repeated', async () => {
    put('chaos-report.config.json', '{"output": ["a.pdf"], "fail-on": ["deviated", "failed"]}');
    const { outputs, gate } = await command('j.json -o b.html');
    expect(outputs.map(({ file }) => file)).toEqual(['b.html']);
    expect(gate.rules).toHaveLength(2);
  });

  it('may say what only some outputs heed', async () => {
    put('chaos-report.config.json', '{"assets": "separate", "heading-level": 3, "profile": "github"}');
    expect((await command('j.json -o a.pdf')).render).toMatchObject({ assets: 'separate', headingLevel: 3 });
  });

  it('is another one with --config, and none with --no-config', async () => {
    put('chaos-report.config.json', '{"title": "found"}');
    put('other.yaml', 'title: named');
    expect((await command(`j.json --config ${join(folder, 'other.yaml')}`)).title).toBe('named');
    expect((await command('j.json', { CHAOS_REPORT_CONFIG: join(folder, 'other.yaml') })).title).toBe('named');
    expect((await command('j.json --no-config')).title).toBeNull();
    expect(await read('j.json --no-config --config x')).toContain('--config and --no-config were both given.');
  });

  it('says a flag of two that answer each other', async () => {
    put('chaos-report.config.json', '{"quiet": true, "strict": true}');
    expect(await command('j.json -v')).toMatchObject({ loudness: 'verbose', strict: true });
    expect(await command('j.json', { CHAOS_REPORT_STRICT: 'false' })).toMatchObject({
      loudness: 'quiet',
      strict: false,
    });
  });
});

describe('what is wrong in a configuration', () => {
  it.each([
    ['{\n  "titel": "x"\n}', 'chaos-report.config.json:2:3: There is no "titel" here.', 'Did you mean "title"?'],
    ['{\n  "strict": "yes"\n}', 'chaos-report.config.json:2:13: /strict has to be', ''],
    ['{\n  "page": "A5"\n}', 'chaos-report.config.json:2:11: --page cannot be "A5".', 'A4'],
    [
      '{\n  "fail-on": ["deviate"]\n}',
      'chaos-report.config.json:2:14: --fail-on cannot be "deviate".',
      'Did you mean deviated?',
    ],
    ['{\n  "unmasked": true\n}', 'chaos-report.config.json:2:3: There is no "unmasked" here.', ''],
    ['{\n  "title": "x"', 'chaos-report.config.json:', ''],
  ])('is told with file, line and key: %s', async (text, said, hint) => {
    put('chaos-report.config.json', text);
    const wrong = await read('j.json');
    expect(wrong).toContain(said);
    expect(wrong).toContain(hint);
  });

  it('is told of a package.json too, and of the environment', async () => {
    put('package.json', '{\n  "chaos-report": {\n    "pag": "A4"\n  }\n}');
    expect(await read('j.json')).toContain('package.json:3:5: There is no "pag" in /chaos-report.');
    expect(await read('j.json --no-config', { CHAOS_REPORT_SORT: 'sevrity' })).toMatch(
      /CHAOS_REPORT_SORT: --sort cannot be "sevrity"\.\n.*Did you mean severity\?/,
    );
    expect(await read('j.json --no-config', { CHAOS_REPORT_ENV: 'perhaps' })).toContain('Write true or false.');
  });
});

describe('every option', () => {
  const flagsOnly = ['unmasked', 'export-format', 'config', 'no-config', 'help', 'version'];

  it('is in the schema, but for those of one run', () => {
    const { properties = {} } = configSchema();
    expect(Object.keys(properties)).toEqual([
      '$schema',
      ...OPTIONS.map(({ name }) => name as string).filter((name) => !flagsOnly.includes(name)),
    ]);
  });

  it('is of the environment under a name of its own', () => {
    expect(variableOf('fail-on')).toBe('CHAOS_REPORT_FAIL_ON');
    expect(new Set(SETTABLE.map(({ name }) => variableOf(name))).size).toBe(SETTABLE.length);
  });
});
