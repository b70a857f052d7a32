/** A page of docs/ci → its code, and a folder in which the shell of it runs as a CI server would run it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { VERSION } from '../../src/version.js';
import { emptyFolder } from './command.js';

const CLI = resolve('dist/cli.js');
const FIXTURES = resolve('fixtures');

/** The code of a page in one language, in order. */
export function codeOf(page: string, language: string): string[] {
  const text = readFileSync(`docs/ci/${page}.md`, 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, code]) =>
    name === language ? [code ?? ''] : [],
  );
}

/** The YAML of a page, document by document. */
export function yamlOf<T>(page: string): T[] {
  return codeOf(page, 'yaml').flatMap((code) => parseAllDocuments(code).map((document) => document.toJS() as T));
}

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** A job's folder with experiments in it, and `chaos`, `pip` and `npx` that do what the real ones would. */
export interface Workspace {
  at(name: string): string;
  read(name: string): string;
  has(...names: readonly string[]): boolean;
  files(name: string): readonly string[];
  /** Writes an experiment whose run gives the journal of a fixture. */
  experiment(file: string, fixture: string): void;
  /** Runs a script. `shell` is the command line that the server runs it with. */
  run(script: string, env?: Readonly<Record<string, string>>, shell?: readonly string[]): Outcome;
  remove(): void;
}

const BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c'] as const;

export function workspace(): Workspace {
  const folder = emptyFolder();
  const { path } = folder;
  const at = (name: string): string => folder.at(name);
  const program = (name: string, text: string): void => {
    mkdirSync(at('bin'), { recursive: true });
    writeFileSync(at(`bin/${name}`), `#!/bin/sh\n${text}`);
    chmodSync(at(`bin/${name}`), 0o755);
  };
  program('pip', '[ "$*" = "install chaostoolkit" ]\n');
  // As the Chaos Toolkit: the exit code is 1 for a deviation.
  program(
    'chaos',
    `[ "$1 $2" = "run --journal-path" ] && cp "${FIXTURES}/$(cat "$4").json" "$3" && ! grep -q '"deviated": true' "$3"\n`,
  );
  program(
    'npx',
    `[ "$1 $2" = "--yes chaos-report@${VERSION}" ] || { echo "npx $*" >&2; exit 64; }\nshift 2\nexec "${process.execPath}" "${CLI}" "$@"\n`,
  );
  return {
    at,
    remove: () => folder.remove(),
    read: (name) => readFileSync(at(name), 'utf8'),
    has: (...names) => names.every((name) => existsSync(at(name))),
    files: (name) => readdirSync(at(name)).sort(),
    experiment(file, fixture) {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), fixture);
    },
    run(script, env = {}, shell = BASH) {
      const [command = '', ...args] = shell;
      const { status, stdout, stderr } = spawnSync(command, [...args, script], {
        cwd: path,
        encoding: 'utf8',
        env: { PATH: `${at('bin')}:${process.env.PATH ?? ''}`, HOME: path, CI: 'true', ...env },
      });
      return { code: status, output: stdout + stderr };
    },
  };
}

/** Paths in a container → paths in the workspace. */
export function mounted(text: string, folders: readonly string[], job: Workspace): string {
  return folders.reduce(
    (all, folder) => all.replaceAll(new RegExp(`(?<![\\w.-])/${folder}\\b`, 'g'), job.at(folder)),
    text,
  );
}
