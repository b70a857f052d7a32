/** A command → what one whole process of it took, told by GNU time: the largest process of those it starts counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TIME = '/usr/bin/time';

/** The sentence that says what is missing, or null. */
export function missing() {
  return existsSync(TIME) ? null : `The benchmarks need GNU time as ${TIME} (Debian: apt-get install time).`;
}

/**
 * Runs a command and waits for it.
 *
 * @returns wall and CPU in seconds, the peak of resident memory in MB (10^6 bytes).
 * @throws where it ends with a code that is not among `codes`.
 */
export function measure(command, { codes = [0], cwd, env } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-time-'));
  const file = join(folder, 'time');
  try {
    const began = process.hrtime.bigint();
    const { status, stderr } = spawnSync(TIME, ['-o', file, '-f', '%U %S %M', ...command], {
      cwd,
      env: env ?? process.env,
      encoding: 'utf8',
      maxBuffer: 64e6,
    });
    const wall = Number(process.hrtime.bigint() - began) / 1e9;
    if (!codes.includes(status)) throw new Error(`${command.slice(0, 4).join(' ')} … ended with ${status}\n${stderr}`);
    const [user, system, kilobytes] = readFileSync(file, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
    return { wall, cpu: user + system, memory: (kilobytes * 1024) / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `node -e 0`: the floor that every other process stands on. */
export const FLOOR = [process.execPath, '-e', '0'];

/** CPU of a short command in seconds: a mean of ten in a row, because it is told in hundredths. */
export function shortCpu(command) {
  const loop = 'for i in 1 2 3 4 5 6 7 8 9 10; do "$@" > /dev/null; done';
  return measure(['sh', '-c', loop, 'sh', ...command]).cpu / 10;
}

/**
 * Runs commands in turn, `times` rounds of all of them, so that a slow moment of the machine meets all alike.
 *
 * @returns for each command its runs, in its own order.
 */
export function inTurn(commands, times, options = {}) {
  const runs = commands.map(() => []);
  for (let round = 0; round < times; round++) {
    for (const [index, command] of commands.entries()) runs[index].push(measure(command, options));
  }
  return runs;
}

/** The middle of the values: with an even count the mean of the two. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The medians of runs, value by value. */
export function typical(runs) {
  return {
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    memory: Math.max(...runs.map(({ memory }) => memory)),
  };
}
