/**
 * `npm run bench [-- --full]`: whole processes of the built command over inputs that it makes, in every format, printed
 * as the tables of docs/performance.md. `--full` adds a journal of 200 MB and 10,000 journals, as a whole and in 20 shards, and takes some minutes more.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { activities, copies, longOutput, mix } from './inputs.mjs';
import { FLOOR, inTurn, measure, missing, typical } from './process.mjs';
import { circumstances, megabytes, seconds, size, table, times } from './table.mjs';

const CLI = resolve(import.meta.dirname, '../dist/cli.js');
const FORMATS = ['html', 'pdf', 'md', 'json'];
const absent = missing();
if (absent !== null) {
  console.error(absent);
  process.exit(1);
}
const isFull = process.argv.includes('--full');
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  console.log(`${circumstances()}\n`);
  const floor = startUp();
  console.log('');
  throughput(floor);
} finally {
  rmSync(folder, { recursive: true });
}

function report(inputs, output, ...options) {
  return [process.execPath, CLI, ...inputs, '-q', '--date', '2026-01-01', '-o', join(folder, output), ...options];
}

/** Everything that a run pays before it has work to do, and the smallest work; returns the floor's wall time. */
function startUp() {
  const [one] = copies(join(folder, 'one'), 1);
  const cases = [
    ['node -e 0', FLOOR],
    ['--version', [process.execPath, CLI, '--version']],
    ['--help', [process.execPath, CLI, '--help']],
    ...FORMATS.map((format) => [`one journal to ${format}`, report([one], `one.${format}`)]),
  ];
  const runs = inTurn(
    cases.map(([, command]) => command),
    15,
  ).map(typical);
  const floor = runs[0].wall;
  console.log(
    table(
      ['Start-up (median of 15)', 'wall', 'to the floor', 'CPU', 'memory'],
      cases.map(([name], index) => {
        const { wall, cpu, memory } = runs[index];
        return [name, seconds(wall), times(wall / floor), seconds(cpu), megabytes(memory)];
      }),
    ),
  );
  return floor;
}

function throughput(floor) {
  const many = (count) => {
    // The command itself expands the pattern: thousands of names are longer than a command line may be.
    copies(join(folder, `copies-${count}`), count);
    return [join(folder, `copies-${count}`, '*.json')];
  };
  const inputs = [
    ['10 journals', many(10), 3],
    ['100 journals', many(100), 3],
    ['1,000 journals', many(1000), 1],
    ['300 activities', [activities(folder, 300)], 3],
    ['10,000 activities', [activities(folder, 10_000)], 1],
    ['50 MB of output', [longOutput(folder, 50e6)], 1],
    [`every fixture (${mix().length})`, mix(), 3],
  ];
  const rows = [];
  for (const [name, files, rounds] of inputs) {
    for (const format of FORMATS) {
      const output = `out.${format}`;
      rows.push(row(`${name} to ${format}`, report(files, output), output, rounds, floor));
    }
    rows.push(row(`${name} to pdf, bare`, report(files, 'out.pdf', '--no-attachments'), 'out.pdf', rounds, floor));
  }
  if (isFull) {
    const large = longOutput(folder, 200e6);
    rows.push(row('200 MB of output to html', report([large], 'out.html'), 'out.html', 1, floor));
    rows.push(row('10,000 journals to a folder', report(many(10_000), 'folder/'), 'folder', 1, floor));
    rows.push(...sharded(floor));
  }
  console.log(table(['Throughput', 'wall', 'to the floor', 'CPU', 'memory', 'output'], rows));
}

/** 10,000 journals as 20 jobs would take them, 500 each, and what merges the reports that they leave. */
function sharded(floor) {
  const files = copies(join(folder, 'copies-10000'), 10_000);
  const each = files.length / 20;
  const shards = Array.from({ length: 20 }, (_, index) => files.slice(index * each, (index + 1) * each));
  const made = shards.map((shard, index) => [report(shard, `shard-${index + 1}.json`), `shard-${index + 1}.json`]);
  const [[first, output], ...others] = made;
  const rows = [row('500 journals to json, a shard of 20', first, output, 1, floor)];
  for (const [command] of others) measure(command);
  const reports = made.map(([, name]) => join(folder, name));
  for (const to of ['merged.json', 'merged/'])
    rows.push(row(`20 shards of 500 to ${to}`, report(reports, to), to, 1, floor));
  return rows;
}

function row(name, command, output, rounds, floor) {
  const { wall, cpu, memory } = typical(Array.from({ length: rounds }, () => measure(command)));
  return [
    name,
    seconds(wall),
    times(wall / floor),
    seconds(cpu),
    megabytes(memory),
    size(bytesOf(join(folder, output))),
  ];
}

function bytesOf(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}
