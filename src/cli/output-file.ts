/** Bytes → a file that is there whole or not at all: written beside its place under another name, then renamed. */
import { closeSync, open, openSync, rmSync, writeFile } from 'node:fs';
import { mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { promisify } from 'node:util';
import { ReportError } from '../errors.js';
import type { Sink } from '../render/types.js';
import { begun } from './leftovers.js';
import { rename } from './rename.js';
import { whileWaiting } from './signals.js';
import { writeError } from './system-error.js';
import { temporaryBeside } from './temporary-name.js';

const openLater = promisify(open);
const writeLater: (descriptor: number, bytes: Uint8Array) => Promise<unknown> = promisify(writeFile);

/** An output being written. Errors are ReportErrors `unwritable`. */
export interface OutputTarget extends Sink {
  write(bytes: Uint8Array): Promise<void>;
  /** Bytes written so far. */
  size(): number;
  /** Puts the output in its place. */
  commit(): Promise<void>;
  /** Leaves what was there before. */
  discard(): void;
}

/**
 * Opens `file` for writing; folders on the way are made. What is there stays until the output is committed, and with it
 * the files beside it: those come into their places first, so that no page is there before what it needs.
 */
export async function openOutputFile(file: string): Promise<OutputTarget> {
  const main = await openOne(file);
  const beside: OutputTarget[] = [];
  return {
    ...main,
    async file(extension, bytes) {
      const path = `${file.slice(0, file.length - extname(file).length)}${extension}`;
      const target = await openOne(path);
      beside.push(target);
      await target.write(bytes);
      return encodeURIComponent(basename(path));
    },
    async commit() {
      for (const target of [...beside, main]) await target.commit();
    },
    discard() {
      for (const target of [...beside, main]) target.discard();
    },
  };
}

async function openOne(file: string): Promise<OutputTarget> {
  const place = await inTermsOf(file, () => placeOf(file));
  // A device or pipe (/dev/stdout, /dev/full) cannot be replaced, and must not be.
  const temporary = place.replaceable ? temporaryBeside(place.path) : undefined;
  const ended = temporary === undefined ? (): void => undefined : begun({ temporary });
  // Made at once: a signal that came while it was being made would leave it behind. Devices may keep us waiting.
  const descriptor = await inTermsOf(file, async () =>
    temporary === undefined ? whileWaiting(openLater(place.path, 'w')) : openSync(temporary, 'wx', place.mode),
  ).catch((error: unknown) => {
    ended();
    throw error;
  });
  let size = 0;
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return {
    size: () => size,
    discard() {
      close();
      if (temporary !== undefined) rmSync(temporary, { force: true });
      ended();
    },
    async write(bytes) {
      await inTermsOf(file, () => writeLater(descriptor, bytes));
      size += bytes.length;
    },
    async commit() {
      await inTermsOf(file, async () => {
        close();
        if (temporary !== undefined) await rename(temporary, place.path);
      });
      ended();
    },
  };
}

/** Where the bytes go in the end: a link's target, so that the link stays a link. */
async function placeOf(
  file: string,
): Promise<{ readonly path: string; readonly replaceable: boolean; readonly mode: number }> {
  await mkdir(dirname(file), { recursive: true });
  const present = await stat(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!present) return { path: file, replaceable: true, mode: 0o666 };
  if (present.isDirectory())
    throw new ReportError('unwritable', 'There is a folder of this name.', { place: { file } });
  const replaceable = present.isFile();
  return { path: replaceable ? await realpath(file) : file, replaceable, mode: present.mode & 0o777 };
}

async function inTermsOf<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof ReportError ? error : writeError(error, file);
  }
}
