/** What was named on the command line → the files to read, in an order that does not depend on the file system. */
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { ReportError } from '../errors.js';
import { compareText } from '../report/compare-text.js';
import { isSidecarName } from './sidecar-name.js';
import { slashes } from './slashes.js';
import { systemError } from './system-error.js';
import { suggestion } from '../suggest.js';

/** A file to read. */
export interface Input {
  /** Its path as the user knows it, with `/`; `-` for standard input. */
  readonly file: string;
  /** Found in a folder or by a pattern, and not named: it is passed over where it is no journal. */
  readonly found: boolean;
  /** What tells two names of one file. */
  readonly identity: string;
  /** False for pipes and devices, which give their bytes only once. */
  readonly readableTwice: boolean;
  /** Bytes on the disk when it was found; 0 for what does not say. */
  readonly size: number;
}

/** The files, each once, and what was named and is not there. */
export interface Inputs {
  readonly files: readonly Input[];
  /** The folders among what was named, with `/`. */
  readonly folders: readonly string[];
  readonly errors: readonly ReportError[];
}

/** What can be written in the place of the first name, and is one when it is misspelt. */
const COMMANDS = ['verify'];

/** Folders that hold other people's JSON by the thousand, and no journals. */
const NOT_SEARCHED = new Set(['node_modules', '.git']);

/** What journals are called. */
const JOURNAL_NAME = /\.(json|jsonl|ndjson|ya?ml)(\.gz)?$/i;

/** Finds the files that are meant by names of files, folders (searched for journals by their extension) and patterns. */
export async function findInputs(names: readonly string[]): Promise<Inputs> {
  const files = new Map<string, Input>();
  const folders: string[] = [];
  const errors: ReportError[] = [];
  for (const name of names) {
    try {
      for (const input of await inputsNamed(name, folders)) {
        if (isSidecarName(basename(input.file))) continue;
        const known = files.get(input.identity);
        // A file that is named as well as found counts as named.
        if (!known || (known.found && !input.found)) files.set(input.identity, input);
      }
    } catch (error) {
      errors.push(error instanceof ReportError ? error : systemError(error, name));
    }
  }
  // Of journals with the same bytes the first one counts: which one that is must not depend on the order of names either.
  const sorted = [...files.values()].sort((a, b) => compareText(a.file, b.file));
  return { files: sorted, folders, errors };
}

async function inputsNamed(name: string, folders: string[]): Promise<readonly Input[]> {
  if (name === '-') return [{ file: '-', found: false, identity: '-', readableTwice: false, size: 0 }];
  const found = await stat(name).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (found?.isDirectory()) {
    folders.push(slashes(name).replace(/(?<=.)\/+$/, ''));
    return toInputs(await filesIn(name));
  }
  if (found) {
    // A pipe (`<(…)` of a shell) has no other path than the one it was given by.
    const readableTwice = found.isFile();
    const identity = readableTwice ? await realpath(name) : name;
    return [{ file: slashes(name), found: false, identity, readableTwice, size: readableTwice ? found.size : 0 }];
  }
  if (/[*?[\]{}!()]/.test(name)) return toInputs(await filesMatching(name));
  throw new ReportError('not-found', 'There is no such file or folder.', {
    place: { file: name },
    ...(await nearbyName(name)),
  });
}

async function toInputs(files: readonly string[]): Promise<readonly Input[]> {
  return Promise.all(
    files.map(async (file) => ({
      file: slashes(file),
      found: true,
      identity: await realpath(file),
      readableTwice: true,
      size: await sizeOf(file),
    })),
  );
}

/** 0 where it cannot be told: reading the file will say why. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  );
}

/** Every file below a folder that may be a journal by its name. Links to files are followed, links to folders are not: they can lead in circles. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => compareText(a.name, b.name));
  const files = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return NOT_SEARCHED.has(entry.name) ? [] : filesIn(path);
      if (!JOURNAL_NAME.test(entry.name)) return [];
      const isFile = entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isFile());
      return isFile ? [path] : [];
    }),
  );
  return files.flat();
}

/** Every file that a pattern matches which the shell left as it is. */
async function filesMatching(pattern: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  // Patterns are written with `/` everywhere; on Windows people also write `\`.
  const files = await glob(slashes(pattern), {
    expandDirectories: false,
    dot: true,
    absolute: isAbsolute(pattern),
  });
  if (files.length === 0)
    throw new ReportError('not-found', 'No file matches this pattern.', { place: { file: pattern } });
  return files.sort();
}

async function nearbyName(name: string): Promise<{ readonly hint?: string }> {
  const folder = dirname(name);
  const names = await readdir(folder).catch(() => undefined);
  if (!names) {
    const parent = await access(folder).then(
      () => true,
      () => false,
    );
    return parent ? {} : { hint: `There is no folder ${folder} either.` };
  }
  const command = suggestion(name, COMMANDS);
  if (command !== undefined) return { hint: `Did you mean the command ${command}?` };
  const meant = suggestion(basename(name), names);
  return meant ? { hint: `Did you mean ${slashes(join(folder, meant))}?` } : {};
}
