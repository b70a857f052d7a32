/**
 * A file, pipe or standard input → its bytes, gzip unpacked, and their SHA-256 as they lie on the disk. Long files stay there and
 * are read piece by piece; everything else is held in memory while it is being read.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { bytes as bytesText } from '../document/words/quantity.js';
import { ReportError } from '../errors.js';
import type { Input } from './find-inputs.js';
import { systemError } from './system-error.js';

/** Bytes to be read in any order. */
export interface OpenSource {
  /** Of the bytes as they lie on the disk: packed where they are packed. */
  readonly sha256: string;
  /** Of the same, in bytes. */
  readonly size: number;
  /** How many bytes there are to be read. */
  readonly length: number;
  /** True where the same place of the file has the same bytes: it can be read again by offset. */
  readonly seekable: boolean;
  /** Whether its bytes are held in memory, and {@link read} gives parts of them. Else they are read anew each time. */
  readonly inMemory: boolean;
  read(start: number, end: number): Promise<Uint8Array>;
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** From this size on a file is not read as a whole where only parts of it are needed. */
const LONG = 32_000_000;

/** @throws ReportError `not-found`, `unreadable`, `too-large`, `truncated` or `syntax`. */
export async function openSource(input: Input, maxInput: number, long = LONG): Promise<OpenSource> {
  const { file } = input;
  try {
    if (input.readableTwice) {
      const { size } = await stat(file);
      if (size > maxInput) throw tooLarge(file, size, maxInput);
      if (size > long && !(await beginsOddly(file))) return await onDisk(file, size);
    }
    const bytes = file === '-' || !input.readableTwice ? await readStream(file, maxInput) : await readFile(file);
    const text = isGzip(bytes) ? unpacked(bytes, file, maxInput) : bytes;
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      length: text.length,
      seekable: input.readableTwice && text === bytes,
      inMemory: true,
      read: (start, end) => Promise.resolve(text.subarray(start, end)),
      chunks: () => [text],
    };
  } catch (error) {
    throw error instanceof ReportError ? error : systemError(error, file);
  }
}

/**
 * Reads a piece of a file.
 *
 * @param size How long the file has to be; where it is not, it has changed, and nothing is read.
 * @throws ReportError `not-found` or `unreadable`.
 */
export async function readPiece(
  file: string,
  start: number,
  end: number,
  size?: number,
): Promise<Uint8Array | undefined> {
  try {
    const handle = await open(file);
    try {
      if (size !== undefined && (await handle.stat()).size !== size) return undefined;
      const bytes = Buffer.allocUnsafe(end - start);
      for (let at = 0; at < bytes.length;) {
        const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
        if (bytesRead === 0) return bytes.subarray(0, at);
        at += bytesRead;
      }
      return bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw systemError(error, file);
  }
}

/**
 * Gives up the memory of bytes that nobody else looks at. The engine would keep them for as long as a function that was given
 * them runs, and the parsing of a long text is one.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  // Short pieces share a buffer.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength)
    structuredClone(buffer, { transfer: [buffer] });
}

/** The first and the last bytes of a file, at most `length` of each. */
export async function readEnds(file: string, length: number): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size <= 2 * length) return readFile(file);
  const ends = [await readPiece(file, 0, length), await readPiece(file, size - length, size)];
  return Buffer.concat(ends.flatMap((end) => end ?? []));
}

async function onDisk(file: string, size: number): Promise<OpenSource> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Uint8Array);
  return {
    sha256: hash.digest('hex'),
    size,
    length: size,
    seekable: true,
    inMemory: false,
    async read(start, end) {
      const bytes = await readPiece(file, start, end, size);
      if (bytes === undefined) throw changed(file);
      return bytes;
    },
    chunks: () => createReadStream(file, { highWaterMark: 1 << 20 }),
  };
}

/** Packed, or in UTF-16: not to be cut at any byte. */
async function beginsOddly(file: string): Promise<boolean> {
  const [first, second] = (await readPiece(file, 0, 2)) ?? [];
  return (first === 0x1f && second === 0x8b) || first === 0xff || first === 0xfe || first === 0 || second === 0;
}

async function readStream(file: string, maxInput: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of file === '-' ? process.stdin : createReadStream(file)) {
    size += (part as Uint8Array).length;
    if (size > maxInput) throw tooLarge(file, undefined, maxInput);
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts);
}

/** What is said of a file that is not any more what it was. */
export function changed(file: string): ReportError {
  return new ReportError('changed', 'The file changed while the report was being made.', {
    place: { file },
    hint: 'Wait until the run has ended, and make the report again.',
  });
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpacked(bytes: Uint8Array, file: string, maxInput: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.min(maxInput, 2 ** 32) });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(file, undefined, maxInput, 'Unpacked, it');
    const cut = code === 'Z_BUF_ERROR';
    throw new ReportError(
      cut ? 'truncated' : 'syntax',
      cut ? 'The gzip archive is cut short.' : 'The gzip archive is damaged.',
      { place: { file }, hint: 'Use a complete copy: `gzip -t` says whether it is one.', cause },
    );
  }
}

function tooLarge(file: string, size: number | undefined, limit: number, what = 'This'): ReportError {
  const found = size === undefined ? '' : `is ${plain(size)} long, and `;
  return new ReportError('too-large', `${what} ${found}is larger than the limit of ${plain(limit)}.`, {
    place: { file },
    hint: 'Raise the limit if the file is what it should be: --max-input 2GB, or none.',
  });
}

function plain(size: number): string {
  return bytesText(size).replaceAll('\u00a0', ' ');
}
