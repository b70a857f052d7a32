/**
 * `npm run conformance [JOURNAL ...]`: makes the PDF of every journal given, or of every fixture and one of all of them,
 * and has veraPDF check each against PDF/UA-1 and PDF/A-3a. Ends with 0 only where all conform.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { check, missing, PROFILES, verapdf } from './verapdf.mjs';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');
const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
/** Spelled out so that no run depends on the day. */
const DATE = '2026-01-01T00:00:00Z';

const own = (name) => join(import.meta.dirname, name);
/** Other looks than the usual one. */
const LOOKS = [
  { name: 'black and white', options: ['--theme', 'black-and-white', '--page', 'Letter'] },
  {
    name: 'theme, fonts and logo',
    options: ['--theme', own('theme.yaml'), '--logo', own('logo.png'), '--author', 'Example & Sons'],
  },
];

const absent = missing();
if (absent !== null) {
  console.error(absent);
  process.exit(1);
}
const given = process.argv.slice(2);
const journals =
  given.length > 0
    ? given
    : readdirSync(FIXTURES)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(FIXTURES, name));
const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
try {
  process.exitCode = run(journals);
} finally {
  rmSync(folder, { recursive: true });
}

function run(inputs) {
  let failed = 0;
  const reports = [
    ...inputs.map((input) => ({ name: basename(input), inputs: [input] })),
    { name: 'all of them', inputs },
    ...LOOKS.map(({ name, options }) => ({ name, inputs: inputs.slice(0, 3), options })),
  ];
  const made = [];
  for (const [index, { name, inputs, options = [] }] of reports.entries()) {
    const file = join(folder, `${index}.pdf`);
    const { status, stderr } = spawnSync(
      process.execPath,
      [CLI, ...inputs, ...options, '-q', '--date', DATE, '-o', file],
      {
        encoding: 'utf8',
      },
    );
    if (status === 0) made.push({ name, file });
    else {
      failed++;
      console.error(`${name}: no PDF could be made\n${stderr}`);
    }
  }
  const archives = verapdf();
  const files = made.map(({ file }) => file);
  const profiles = Object.keys(PROFILES).map((profile) => ({ profile, results: check(archives, profile, files) }));
  const width = Math.max(...made.map(({ name }) => name.length));
  console.log(`${'PDF of'.padEnd(width)}  ${Object.values(PROFILES).join('  ')}`);
  for (const { name, file } of made) {
    const cells = profiles.map(({ profile, results }) => {
      const conforms = results.get(file)?.conforms === true;
      if (!conforms) failed++;
      return (conforms ? 'yes' : 'NO').padEnd(PROFILES[profile].length);
    });
    console.log(`${name.padEnd(width)}  ${cells.join('  ')}`.trimEnd());
    for (const { results } of profiles) for (const rule of results.get(file)?.rules ?? []) console.log(`    ${rule}`);
  }
  console.log(failed === 0 ? `All ${made.length} conform to both.` : `${failed} failed.`);
  return failed === 0 ? 0 : 1;
}
