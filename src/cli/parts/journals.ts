/** A source of journals → the whole of it as one journal, or each of its values as one. */
import { ReportError } from '../../errors.js';
import { WHOLE_FILE } from '../../journal/json-cursor.js';
import { readJournalPart } from '../../journal/read-journal.js';
import type { Span } from '../../journal/split-json.js';
import { pointer } from '../../json.js';
import { letGo } from '../open-source.js';
import { pieceOf, type Part } from './part.js';
import type { Whole } from './whole.js';

/** The source as one journal. */
export async function wholeJournal({ file, source }: Whole): Promise<Part> {
  const { sha256, size, length, inMemory } = source;
  const bytes = await source.read(0, length);
  const journal = readJournalPart(bytes, { file, pointer: '', sha256, size, origin: WHOLE_FILE }, undefined, () => {
    if (!inMemory) letGo(bytes);
  });
  const at = source.seekable ? { start: 0, end: length } : null;
  return {
    kind: 'journal',
    journal,
    piece: { bytes: inMemory ? bytes : null, size: length, at, pointer: '', origin: WHOLE_FILE, schemaVersion: null },
  };
}

/** Each value by itself: what is wrong with one leaves the others alone. */
export async function* partsInTurn({ file, source }: Whole, items: readonly Span[]): AsyncGenerator<Part> {
  const { sha256, size } = source;
  for (const span of items) {
    try {
      const bytes = await source.read(span.start, span.end);
      const at = pointer('', span.index);
      const journal = readJournalPart(bytes, { file, pointer: at, sha256, size, origin: span });
      yield {
        kind: 'journal',
        journal,
        piece: pieceOf(source, bytes, span, at, null),
      };
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      yield { kind: 'unreadable', error };
    }
  }
}
