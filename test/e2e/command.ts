/** Runs the built command as people do: a process of its own, in a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve('dist/cli.js');
const FIXTURES = resolve('fixtures');

/** What a run came to. */
export interface Ran {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder to run in. */
export interface Folder {
  readonly path: string;
  /** The path of something in it. */
  at(name: string): string;
  /** Copies a fixture into it, under its own name or another one. */
  fixture(name: string, as?: string): void;
  /** Runs the command in it. Colours and dates of the surroundings do not count. */
  run(...args: readonly string[]): Promise<Ran>;
  runWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran>;
  /** Starts the command in it, for tests that do something meanwhile. */
  start(...args: readonly string[]): ChildProcess;
  remove(): void;
}

export function emptyFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'chaos-report-'));
  const start = (env: Readonly<Record<string, string>>, args: readonly string[]): ChildProcess => {
    const { NO_COLOR, FORCE_COLOR, SOURCE_DATE_EPOCH, ...rest } = process.env;
    return spawn(process.execPath, [CLI, ...args], { cwd: path, env: { ...rest, ...env } });
  };
  return {
    path,
    at: (name) => join(path, name),
    fixture: (name, as) => cpSync(join(FIXTURES, `${name}.json`), join(path, as ?? `${name}.json`)),
    run: (...args) => finished(start({}, args)),
    runWith: (env, ...args) => finished(start(env, args)),
    start: (...args) => start({}, args),
    remove: () => rmSync(path, { recursive: true }),
  };
}

/** Waits for the end of a run and what it said. */
export function finished(child: ChildProcess): Promise<Ran> {
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (part: string) => (text[stream] += part));
  }
  child.stdin?.end();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...text }));
  });
}
