/**
 * `npm run bench:peers`: installs what else makes such reports, and times it on the same journals as ours, pair by pair
 * in one run: chaostoolkit-reporting (pip, with pandoc and LaTeX from Debian), and Chromium, WeasyPrint and typst as
 * makers of a PDF from our HTML or Markdown. It needs Python 3; as root on Debian it installs the rest itself.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copies } from './inputs.mjs';
import { inTurn, measure, missing, typical } from './process.mjs';
import { circumstances, megabytes, seconds, size, table, times } from './table.mjs';

const CLI = resolve(import.meta.dirname, '../dist/cli.js');
const VENV = resolve(import.meta.dirname, '../node_modules/.cache/bench-peers');
/** A second one: it brings a pandoc that knows typst, under the name of the package that the existing tool brings. */
const TYPST = resolve(import.meta.dirname, '../node_modules/.cache/bench-typst');
const PYTHON = ['chaostoolkit', 'chaostoolkit-reporting', 'weasyprint'];
const DEBIAN = [
  'time',
  'pandoc',
  'texlive-xetex',
  'texlive-latex-extra',
  'texlive-fonts-recommended',
  'lmodern',
  'librsvg2-bin',
  'chromium',
];

if (!existsSync(join(VENV, 'bin/chaos')) || !existsSync(join(TYPST, 'bin/pip'))) install();
const absent = missing();
if (absent !== null) {
  console.error(absent);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'bench-peers-'));
try {
  console.log(`${circumstances()}\n`);
  const rows = [];
  for (const [count, rounds] of [
    [1, 5],
    [10, 3],
    [100, 3],
  ]) {
    const journals = copies(join(folder, `copies-${count}`), count);
    for (const format of ['html', 'pdf']) {
      const ours = run(format, journals);
      rows.push(pair(`${count} to ${format}`, ours, reporting(format, journals), rounds));
      if (format === 'pdf')
        for (const peer of printers(journals)) rows.push(pair(`${count} to pdf`, ours, peer, count < 100 ? rounds : 1));
    }
  }
  console.log(
    table(
      [
        'Journals',
        'peer',
        'our wall',
        'theirs',
        'factor',
        'our CPU',
        'theirs',
        'factor',
        'our memory',
        'theirs',
        'our size',
        'theirs',
      ],
      rows,
    ),
  );
} finally {
  rmSync(folder, { recursive: true });
}

function install() {
  const steps = [
    ['python3', '-m', 'venv', VENV],
    [join(VENV, 'bin/pip'), 'install', '--quiet', ...PYTHON],
    ['python3', '-m', 'venv', TYPST],
    [join(TYPST, 'bin/pip'), 'install', '--quiet', 'typst', 'pypandoc_binary'],
  ];
  if (process.getuid?.() === 0) {
    steps.unshift(
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'python3-venv', ...DEBIAN],
    );
  } else console.error(`Not root: install what is missing of ${DEBIAN.join(', ')} by hand.`);
  for (const [program, ...args] of steps) {
    const { status } = spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
  }
}

/** Our command for the journals, with the name of what it writes. */
function run(format, journals) {
  const output = join(folder, `ours.${format}`);
  return { output, command: [process.execPath, CLI, ...journals, '-q', '-o', output] };
}

/** The existing tool; it reads its journals in the same order. */
function reporting(format, journals) {
  const output = join(folder, `reporting.${format}`);
  return {
    name: 'chaostoolkit-reporting',
    output,
    command: [join(VENV, 'bin/chaos'), 'report', `--export-format=${format}`, ...journals, output],
  };
}

/** Other ways from a report of ours to a PDF; the time of making that report is not counted. */
function printers(journals) {
  const page = run('html', journals);
  const markdown = run('md', journals);
  for (const { command } of [page, markdown]) measure(command);
  const to = (name) => join(folder, `${name}.pdf`);
  return [
    {
      name: 'Chromium, from our HTML',
      output: to('chromium'),
      command: [
        'chromium',
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${to('chromium')}`,
        `file://${page.output}`,
      ],
    },
    {
      name: 'WeasyPrint, from our HTML',
      output: to('weasyprint'),
      command: [join(VENV, 'bin/weasyprint'), '-q', page.output, to('weasyprint')],
    },
    {
      name: 'typst, from our Markdown by pandoc',
      output: to('typst'),
      command: [join(TYPST, 'bin/python'), join(import.meta.dirname, 'print-typst.py'), markdown.output, to('typst')],
    },
  ].filter(({ command: [program] }) => spawnSync(program, ['--version']).status === 0);
}

function pair(name, ours, peer, rounds) {
  try {
    const [mine, theirs] = inTurn([ours.command, peer.command], rounds, { cwd: folder }).map(typical);
    return [
      name,
      peer.name,
      seconds(mine.wall),
      seconds(theirs.wall),
      times(theirs.wall / mine.wall),
      seconds(mine.cpu),
      seconds(theirs.cpu),
      times(theirs.cpu / mine.cpu),
      megabytes(mine.memory),
      megabytes(theirs.memory),
      size(statSync(ours.output).size),
      size(statSync(peer.output).size),
    ];
  } catch (error) {
    const reason = `failed: ${error.message.split('\n', 1)[0]}`;
    return [name, peer.name, '', reason, ...new Array(8).fill('')];
  }
}
