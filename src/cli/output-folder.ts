/**
 * Pages → a folder that is there whole or not at all: written beside its place under another name, then swapped in.
 */
import { mkdirSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { ReportError } from '../errors.js';
import { begun } from './leftovers.js';
import type { OutputTarget } from './output-file.js';
import { writeError } from './system-error.js';
import { temporaryBeside } from './temporary-name.js';

/** Says that a folder is ours: without it, one that is not empty is never replaced. */
const MARKER = '.chaos-report';
const MARKER_TEXT = 'Written by chaos-report, which replaces this folder as a whole when it is written again.\n';

/**
 * Opens `folder` for writing: `write` fills its `index.html`, `file` gives `report.css`. What is there stays until the
 * output is committed.
 *
 * @throws ReportError `unwritable`, also where the folder is somebody else's.
 */
export function openOutputFolder(folder: string): OutputTarget {
  const place = inTermsOf(folder, () => placeOf(folder));
  const temporary = temporaryBeside(place);
  const aside = temporaryBeside(place, '.old');
  let ended = (): void => undefined;
  const discard = (): void => {
    // A page may be on its way into the folder that goes.
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    ended();
  };
  inTermsOf(folder, () => {
    refuseForeign(folder, place);
    mkdirSync(dirname(place), { recursive: true });
    ended = begun({ temporary, swap: { aside, place } });
    try {
      mkdirSync(temporary);
      writeFileSync(join(temporary, MARKER), MARKER_TEXT);
    } catch (error) {
      discard();
      throw error;
    }
  });
  let size = 0;
  const put = async (name: string, bytes: Uint8Array): Promise<void> => {
    try {
      await appendFile(join(temporary, name), bytes);
    } catch (error) {
      throw writeError(error, folder);
    }
    size += bytes.length;
  };
  return {
    size: () => size,
    write: (bytes) => put('index.html', bytes),
    async file(extension, bytes) {
      await put(`report${extension}`, bytes);
      return `report${extension}`;
    },
    page: put,
    commit() {
      inTermsOf(folder, () => swap(folder, place, temporary, aside));
      ended();
      return Promise.resolve();
    },
    discard,
  };
}

/** Puts the new folder in the place of the old one, which comes back where that fails. All at once, so that no signal comes between. */
function swap(folder: string, place: string, temporary: string, aside: string): void {
  // Somebody may have put a folder there meanwhile.
  const isThere = refuseForeign(folder, place);
  if (isThere) renameSync(place, aside);
  try {
    renameSync(temporary, place);
  } catch (error) {
    if (isThere) renameSync(aside, place);
    throw error;
  }
  if (isThere) rmSync(aside, { recursive: true, force: true });
}

/** Where the folder is in the end: a link's target, so that the link stays a link. */
function placeOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return resolve(folder);
    throw error;
  }
}

/** Refuses a folder that we have not written. True where there is one that may be replaced. */
function refuseForeign(folder: string, place: string): boolean {
  let names: readonly string[];
  try {
    names = readdirSync(place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new ReportError('unwritable', 'This folder was not written by chaos-report, and would be replaced.', {
      place: { file: folder },
      hint: `Name another folder, or delete this one. A folder of ours has a file ${MARKER} in it.`,
    });
  }
  if (`${process.cwd()}${sep}`.startsWith(`${place}${sep}`)) {
    throw new ReportError('unwritable', 'The command runs in this folder, which would be replaced.', {
      place: { file: folder },
      hint: 'Run it elsewhere, or name a folder in this one.',
    });
  }
  return true;
}

function inTermsOf<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof ReportError ? error : writeError(error, folder);
  }
}
