import { describe, expect, it } from '@jest/globals';
import { SECTION_CHOICES } from '../../src/document/settings.js';
import { FORMAT_NAMES } from '../../src/render/index.js';
import type { Command, Request } from '../../src/cli/command.js';
import { readCommand } from '../../src/cli/read-command.js';
import { DEFAULT_SETTINGS } from '../../src/render/types.js';

/** As error messages list them. */
const FORMATS = FORMAT_NAMES.join(', ');
const NOW = Date.parse('2026-11-23T09:30:15.250Z');

function read(...args: readonly string[]): Request {
  return readCommand(args, undefined, NOW);
}

function command(...args: readonly string[]): Command {
  const request = read(...args);
  if (request.kind !== 'report') throw new Error(JSON.stringify(request));
  return request.command;
}

function problems(...args: readonly string[]): readonly string[] {
  const request = read(...args);
  return request.kind === 'wrong' ? request.problems.map(({ message, hint }) => `${message} ${hint ?? ''}`.trim()) : [];
}

const {
  templates: _read,
  theme: _look,
  logo: _logo,
  themeFonts: _faces,
  fonts: _fonts,
  folder: _each,
  taken: _own,
  notation: _whole,
  ...COMMAND_DEFAULTS
} = DEFAULT_SETTINGS;

describe('a command line that is right', () => {
  it('has defaults for everything', () => {
    expect(command('a.json')).toEqual({
      inputs: ['a.json'],
      outputs: [],
      title: null,
      evidence: null,
      classification: null,
      footer: null,
      generated: '2026-11-23T09:30:15Z',
      timeZone: 'UTC',
      notation: 'python',
      sections: new Set(SECTION_CHOICES),
      sort: 'severity',
      render: COMMAND_DEFAULTS,
      templates: null,
      theme: null,
      accent: null,
      logo: null,
      fonts: [],
      author: null,
      subject: null,
      keywords: null,
      filter: null,
      baseline: null,
      runs: 'all',
      variables: { variables: new Map(), files: [], env: false },
      meta: [],
      redact: [],
      unmasked: false,
      gate: { rules: [], experiments: null },
      githubSummary: false,
      maxInput: 512_000_000,
      ci: 'none',
      strict: false,
      loudness: 'normal',
    });
  });

  it('has outputs before, between and after the journals', () => {
    const { inputs, outputs } = command('-o', 'a.pdf', 'j1.json', 'j2.json', '--output=b.HTM', 'j3.json', '-oc.json');
    expect(inputs).toEqual(['j1.json', 'j2.json', 'j3.json']);
    expect(outputs.map(({ file, format }) => [file, format.name])).toEqual([
      ['a.pdf', 'pdf'],
      ['b.HTM', 'html'],
      ['c.json', 'json'],
    ]);
  });

  it('names the format where no extension does', () => {
    const formats = (...args: readonly string[]): readonly string[] =>
      command(...args).outputs.map(({ format }) => format.name);
    expect(formats('j', '-o', '-', '--format', 'html')).toEqual(['html']);
    expect(formats('j', '-o', 'report', '--format', 'PDF')).toEqual(['pdf']);
    expect(formats('j', '-o', '-', '-o', 'a.pdf', '--format', 'json')).toEqual(['json', 'pdf']);
  });

  it('may be written as for chaos report', () => {
    const { inputs, outputs } = command('--export-format=pdf', 'j1.json', 'j2.json', 'report');
    expect(inputs).toEqual(['j1.json', 'j2.json']);
    expect(outputs.map(({ file, format }) => [file, format.name])).toEqual([['report', 'pdf']]);
    expect(command('--export-format=html5', 'j.json', 'report.html').outputs[0]!.format.name).toBe('html');
  });

  it('reads every value', () => {
    const read = command(
      ...[
        'j',
        '--title',
        'Game day',
        '--date',
        '2026-01-02',
        '--tz',
        'europe/paris',
        '--notation',
        'JSON',
        '--sort',
        'Name',
      ],
      ...['--max-output', '2MiB', '--page', 'letter', '--strict', '-v'],
    );
    expect(read).toMatchObject({
      title: 'Game day',
      generated: '2026-01-01T23:00:00Z',
      timeZone: 'Europe/Paris',
      notation: 'json',
      sort: 'name',
      render: { maxOutput: 2 * 1024 * 1024, page: 'Letter' },
      strict: true,
      loudness: 'verbose',
    });
  });

  it('reads filters, runs and variables', () => {
    const { filter, runs, variables } = command(
      'j',
      '--filter',
      'tag=a,tag=b',
      '--filter',
      'verdict=not tested,since=2026-01-02',
      '--runs',
      'latest',
      '--var',
      'n:int=3',
      '--var',
      's=3',
      '--var',
      'j:json={"a":[1]}',
      '--var-file',
      'v.yaml',
      '--env',
    );
    expect(filter).toEqual({
      conditions: { tags: ['a', 'b'], verdicts: ['not-tested'], since: '2026-01-02T00:00:00Z', until: null },
      words: 'tag=a,tag=b,verdict=not tested,since=2026-01-02',
    });
    expect(runs).toBe('latest');
    expect(variables).toEqual({
      variables: new Map<string, unknown>([
        ['n', 3],
        ['s', '3'],
        ['j', { a: [1] }],
      ]),
      files: ['v.yaml'],
      env: true,
    });
  });

  it.each([
    [['j', '--filter', 'colour=red'], '--filter cannot be "colour". It can be tag, verdict, since, until.'],
    [['j', '--filter', 'tag='], '--filter tag has no value. Write --filter tag=…'],
    [
      ['j', '--filter', 'since=soon'],
      '--filter since "soon" is not a date. Write a day, 2026-11-23, or a time with its zone, 2026-11-23T09:30:00Z.',
    ],
    [['j', '--var', 'x'], '--var "x" is not a variable. Write --var NAME=VALUE or --var NAME:int=VALUE.'],
    [['j', '--var', 'x:int=many'], '--var x has to be a number, and "many" is not one.'],
    [['j', '--runs', 'last'], '--runs cannot be "last". It can be all, latest.'],
  ])('%j: %s', (args, problem) => {
    expect(problems(...args)).toEqual([problem]);
  });

  it('takes the date from SOURCE_DATE_EPOCH, and from --date before that', () => {
    const generated = (...args: readonly string[]): unknown => {
      const request = readCommand(args, '1567857600', NOW);
      return request.kind === 'report' && request.command.generated;
    };
    expect(generated('j')).toBe('2019-09-07T12:00:00Z');
    expect(generated('j', '--date', '2020-01-01')).toBe('2020-01-01T00:00:00Z');
    expect(readCommand(['j'], 'soon', NOW).kind).toBe('wrong');
    // Empty is as good as unset, as for every variable of the environment.
    expect(readCommand(['j'], '', NOW).kind).toBe('report');
  });

  it('chooses sections with what holds them', () => {
    expect(command('j', '--sections', 'contributions').sections).toEqual(new Set(['summary', 'contributions']));
    expect(command('j', '--sections', 'result, appendix').sections).toEqual(
      new Set(['summary', 'experiments', 'result', 'appendix']),
    );
    expect(command('j', '--sections', 'experiments').sections).toEqual(
      new Set(['summary', 'experiments', 'definition', 'result', 'outputs']),
    );
  });

  it('asks for help or the version whatever else it says', () => {
    expect(read('--nonsense', '-h').kind).toBe('help');
    expect(read('-o', '--version').kind).toBe('version');
    expect(read('-V', 'j.json').kind).toBe('version');
  });

  it('takes what follows -- as a file, and - as standard input', () => {
    expect(command('--', '-odd.json').inputs).toEqual(['-odd.json']);
    expect(command('-').inputs).toEqual(['-']);
  });
});

describe('a command line that is wrong', () => {
  it('is told all that is wrong at once', () => {
    expect(
      problems(
        '--fromat',
        'pdf',
        '--quite',
        '-o',
        'x.pfd',
        '--tz',
        'paris',
        '--date',
        '2026-02-31',
        '--sort',
        'sevrity',
      ),
    ).toEqual([
      'There is no option --fromat. Did you mean --format?',
      'There is no option --quite. Did you mean --quiet?',
      `No format has the extension .pfd (x.pfd). Did you mean pdf? Formats: ${FORMATS}.`,
      '--tz "paris" is not a time zone. Did you mean Europe/Paris?',
      '--date "2026-02-31" is not a date. Write a day, 2026-11-23, or a time with its zone, 2026-11-23T09:30:00Z.',
      '--sort cannot be "sevrity". Did you mean severity? It can be severity, time, name.',
    ]);
  });

  it.each([
    [['-o'], '--output needs a value: --output FILE.'],
    [
      ['j', '-o', '--title', 'x'],
      '--output needs a value, but is followed by --title. If that is the value, write --output=--title.',
    ],
    [['j', '--strict=yes'], '--strict takes no value, but was given "yes".'],
    [['j', '--tz', 'UTC', '--tz', 'UTC'], '--tz was given twice. Give it once.'],
    [['j', '-q', '-v'], '--quiet and --verbose were both given. Give one of them.'],
    [['j', '-o', '-'], `-o - needs a format. Add --format, one of ${FORMATS}.`],
    [
      ['j', '-o', 'report'],
      'The output report has no extension, so its format is not known. Write report.pdf, or add --format.',
    ],
    [
      ['j', '-o', 'out/', '--format', 'pdf'],
      '--format pdf was given, but a folder is HTML: an index and a page an experiment. Leave it out.',
    ],
    [
      ['j', '-o', 'out/', '-o', 'out/a.pdf'],
      'The output out/a.pdf is in out/, which is replaced as a whole. Put it beside the folder.',
    ],
    [['j', '-o', 'a.pdf', '-o', './a.pdf'], 'The output ./a.pdf was given twice. Give it once.'],
    [
      ['j', '--format', 'pdf'],
      '--format was given, but no output. Add -o - to write to standard output, or -o report.pdf.',
    ],
    [
      ['j', '-o', 'a.pdf', '--format', 'html'],
      '--format html was given, but every output has an extension that says its format. Leave it out.',
    ],
    [['j', '--max-output', 'big'], '--max-output "big" is not a size. Write 100kB, 2MB, 1MiB, or none for no limit.'],
    [['j', '--sections', ','], `--sections names nothing. It can be ${SECTION_CHOICES.join(', ')}.`],
    [
      ['--export-format=pdf', 'a'],
      '--export-format needs the journals and then the file to write. chaos-report --export-format=pdf journal.json report.pdf',
    ],
    [
      ['--export-format=pdf', 'a', 'b', '-o', 'c.pdf'],
      '--export-format and -o were both given. Use -o FILE alone: its extension names the format.',
    ],
  ])('%j', (args, expected) => {
    expect(problems(...args)).toEqual([expected]);
  });
});
