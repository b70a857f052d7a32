/**
 * A piece of a source → what is kept of it between the passes, and back again: its place in a file that can be read twice, with
 * its SHA-256; or else its bytes, packed.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { readJournalPart, type PartSource } from '../journal/read-journal.js';
import type { Journal } from '../journal/types.js';
import type { Experiment } from '../report/types.js';
import type { Input } from './find-inputs.js';
import { changed, letGo, readPiece, type OpenSource } from './open-source.js';
import type { Piece } from './parts/part.js';

/** What is kept. */
export type Stored = { readonly source: PartSource; readonly schemaVersion: string | null } & (
  | { readonly kind: 'packed'; readonly bytes: Uint8Array }
  | { readonly kind: 'place'; readonly start: number; readonly end: number; readonly sha256: string }
);

/** Packing is for memory alone: the fastest level keeps most of it. */
const FAST = { level: 1 } as const;

/** What is kept of a piece: its bytes only where it cannot be read again from its file. */
export function storePiece(
  { bytes, at, pointer, origin, schemaVersion }: Piece,
  { file }: Input,
  from: OpenSource,
): Stored {
  const { sha256, size, length } = from;
  const { line, column } = origin;
  const source = { file, pointer, sha256, size, origin: { line, column } };
  if (at?.start === 0 && at.end === length)
    return { kind: 'place', source, schemaVersion, start: 0, end: length, sha256 };
  if (bytes === null) throw new TypeError('Only a whole file is given without its bytes.');
  if (at === null) return { kind: 'packed', source, schemaVersion, bytes: deflateRawSync(bytes, FAST) };
  return { kind: 'place', source, schemaVersion, start: at.start, end: at.end, sha256: sha256Of(bytes) };
}

/** @throws ReportError `changed`, or what keeps the file from being read. */
export async function recallJournal(stored: Stored): Promise<Journal> {
  const bytes = await bytesOf(stored);
  return readJournalPart(bytes, stored.source, undefined, () => letGo(bytes));
}

/** @throws ReportError as {@link recallJournal} does. */
export async function recallExperiment(stored: Stored): Promise<Experiment> {
  const { readReportExperiment } = await import('../report/read-report.js');
  const { source, schemaVersion } = stored;
  const span = { ...source.origin, index: Number(source.pointer.split('/').at(-1)) };
  return readReportExperiment(await bytesOf(stored), source.file, span, { schemaVersion: schemaVersion ?? '' });
}

async function bytesOf(stored: Stored): Promise<Uint8Array> {
  if (stored.kind === 'packed') return inflateRawSync(stored.bytes);
  const { file } = stored.source;
  const bytes = await readPiece(file, stored.start, stored.end, stored.source.size);
  if (bytes === undefined || sha256Of(bytes) !== stored.sha256) {
    throw changed(file);
  }
  return bytes;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
