/**
 * Writes small objects packed, many to a stream, and the table of objects as a stream too (PDF 1.5). A tagged report is mostly
 * small objects. Objects of ours are given as a pattern and its numbers, so that those that are alike are packed together.
 */
import { deflateSync } from 'node:zlib';
import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import {
  asDifferences,
  packAlike,
  packDifferences,
  packLong,
  textsOf,
  type Alike,
  type PackedRows,
} from './object-rows.js';

/** How many objects a stream holds: the more, the smaller the file, and the later they can be let go. */
const PACKED = 2000;
/** Alike objects that are fewer than this are written among others. */
const FEW = 8;
/** When so many objects wait, all are written. */
const WAITING = 40_000;
/** The bytes of a row of the table of objects: its kind, where the object stands, its index in a stream. */
const ROW = [1, 4, 2] as const;
const ROW_BYTES = 7;

export interface Objects {
  /** The number of an object that is added later. */
  reserve(): number;
  /** Adds an object: its text, in which each `NUMBER` stands for one of `numbers`. */
  add(id: number, pattern: string, numbers?: readonly number[]): void;
  /** Adds a long object, whose text is rows that are alike after what stands before them. */
  addRows(id: number, before: string, rows: readonly string[]): void;
  /** Writes a stream that is packed already; gives its number. */
  addStream(bytes: Uint8Array, dictionary?: Readonly<Record<string, unknown>>): number;
}

/** A text that PDFKit writes as it is: it writes what it does not know by its name. */
export function asText(text: string): object {
  return { [Symbol.toStringTag]: 'Text', toString: () => text };
}

/** Changes how a document writes its objects. To be called before anything is added to it. */
export function packObjects(document: PDFDocument): Objects {
  const table = createTable();
  const alike = new Map<string, Alike>();
  let waiting = 0;
  const makeReference = document.ref.bind(document);
  const write = document._write.bind(document);
  const refEnd = document._refEnd.bind(document);

  const addStream: Objects['addStream'] = (bytes, dictionary = {}) => {
    const stream = makeReference({ ...dictionary, Filter: 'FlateDecode' });
    stream.end(bytes);
    return stream.id;
  };
  const addPacked = ({ count, first, columns, bytes }: PackedRows): number =>
    addStream(bytes, { Type: 'ObjStm', N: count, First: first, DecodeParms: { Predictor: 12, Columns: columns } });

  const flushAlike = (objects: Alike): void => {
    const stream = addPacked(packAlike(objects));
    for (const [index, id] of objects.ids.entries()) table.set(id, 2, stream, index);
    waiting -= objects.ids.length;
    alike.delete(objects.pattern);
  };

  const flushMixed = (ids: readonly number[], texts: readonly string[]): void => {
    const header: string[] = [];
    let offset = 0;
    for (const [index, id] of ids.entries()) {
      header.push(`${String(id)} ${String(offset)}`);
      offset += (texts[index]?.length ?? 0) + 1;
    }
    const first = `${header.join(' ')}\n`;
    const bytes = deflateSync(Buffer.from(`${first}${texts.join('\n')}\n`, 'latin1'), { level: 9 });
    const stream = addStream(bytes, { Type: 'ObjStm', N: ids.length, First: first.length });
    for (const [index, id] of ids.entries()) table.set(id, 2, stream, index);
  };

  const flush = (): void => {
    let ids: number[] = [];
    let texts: string[] = [];
    for (const objects of alike.values()) {
      if (objects.ids.length >= FEW) {
        flushAlike(objects);
        continue;
      }
      for (const id of objects.ids) ids.push(id);
      texts.push(...textsOf(objects));
      if (ids.length < PACKED) continue;
      flushMixed(ids, texts);
      [ids, texts] = [[], []];
    }
    if (ids.length > 0) flushMixed(ids, texts);
    alike.clear();
    waiting = 0;
  };

  const add: Objects['add'] = (id, pattern, numbers = []) => {
    let objects = alike.get(pattern);
    if (objects === undefined) {
      objects = { pattern, ids: [], numbers: [] };
      alike.set(pattern, objects);
    }
    objects.ids.push(id);
    for (const number of numbers) objects.numbers.push(number);
    waiting++;
    if (objects.ids.length >= PACKED) flushAlike(objects);
    else if (waiting >= WAITING) flush();
  };

  /** An object of PDFKit's own that has no stream is kept back with ours. */
  const keepBack = (reference: PdfReference): void => {
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (reference.buffer.length > 0) {
        finalize();
        return;
      }
      const written: string[] = [];
      document._write = (data) => {
        written.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1'));
      };
      document._refEnd = () => undefined;
      finalize();
      document._write = write;
      document._refEnd = refEnd;
      add(reference.id, written.slice(1, -1).join('\n'));
      refEnd(reference);
    };
  };

  document.ref = (data) => {
    const reference = makeReference(data);
    keepBack(reference);
    return reference;
  };
  // These were made with the document.
  const { Pages, Names, ViewerPreferences, StructTreeRoot, MarkInfo } = document._root.data;
  for (const made of [
    document._root,
    Pages,
    Names,
    ViewerPreferences,
    StructTreeRoot,
    MarkInfo,
    document.outline.dictionary,
  ]) {
    if (made !== undefined) keepBack(made as PdfReference);
  }

  document._finalize = () => {
    document._ended = false;
    flush();
    const start = document._offset;
    // PDFKit packs what is not said to be packed when it is made.
    const written = makeReference({ Filter: 'FlateDecode' });
    for (const [index, offset] of document._offsets.entries()) {
      if (offset !== null) table.set(index + 1, 1, offset, 0);
    }
    table.set(written.id, 1, start, 0);
    const size = document._offsets.length + 1;
    written.data = {
      Type: 'XRef',
      Size: size,
      W: ROW,
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 12, Columns: ROW_BYTES },
      Root: document._root,
      Info: document._info,
      ID: [document._id, document._id],
    };
    written.end(packDifferences(asDifferences(table.bytes(size), ROW_BYTES)));
    write('startxref');
    write(String(start));
    write('%%EOF');
    document.push(null);
  };

  return {
    reserve: () => document._offsets.push(null),
    add,
    addRows: (id, before, rows) => {
      table.set(id, 2, addPacked(packLong(id, before, rows)), 0);
    },
    addStream,
  };
}

/** The table of objects, as the bytes of its rows: it has one for each object of the file. */
function createTable() {
  let bytes = Buffer.alloc(1024 * ROW_BYTES);
  // Object 0 is the head of the list of free ones, which has no other.
  bytes.writeUInt16BE(0xffff, 5);
  return {
    /** Kind 1: at an offset of the file; 2: in a stream, at an index. Those of PDFKit that are packed have no offset. */
    set(id: number, kind: 1 | 2, place: number, index: number): void {
      const at = id * ROW_BYTES;
      if (at + ROW_BYTES > bytes.length) bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, at + ROW_BYTES));
      if (kind === 1 && bytes[at] === 2) return;
      bytes[at] = kind;
      bytes[at + 1] = place >>> 24;
      bytes[at + 2] = place >>> 16;
      bytes[at + 3] = place >>> 8;
      bytes[at + 4] = place;
      bytes[at + 5] = index >>> 8;
      bytes[at + 6] = index;
    },
    bytes(size: number): Uint8Array {
      const rows = Buffer.alloc(size * ROW_BYTES);
      bytes.copy(rows);
      return rows;
    },
  };
}
