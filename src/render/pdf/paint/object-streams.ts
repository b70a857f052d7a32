/**
 * Makes PDFKit write small objects packed, many to a stream, and the table of objects as a stream too (PDF 1.5). A tagged
 * report is mostly small objects: this makes the file a third of its size.
 */
import { deflateSync } from 'node:zlib';
import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';

/** How many objects a stream holds: the more, the more alike they are, and the smaller the file. */
const PACKED = 1000;
/** The bytes of a row of the table of objects: its kind, where the object stands, its index in a stream. */
const ROW = [1, 4, 2] as const;
const ROW_BYTES = 7;

/** Where an object stands: at an offset of the file, or in a stream at an index. */
type Entry =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** Changes how a document writes its objects. To be called before anything is added to it. */
export function packObjects(document: PDFDocument): void {
  const entries = new Map<number, Entry>();
  let waiting: { readonly id: number; readonly body: string }[] = [];
  const makeReference = document.ref.bind(document);
  const write = document._write.bind(document);
  const refEnd = document._refEnd.bind(document);

  const flush = (): void => {
    if (waiting.length === 0) return;
    const objects = waiting;
    waiting = [];
    const header: string[] = [];
    let offset = 0;
    for (const { id, body } of objects) {
      header.push(`${String(id)} ${String(offset)}`);
      offset += Buffer.byteLength(body, 'latin1') + 1;
    }
    const first = `${header.join(' ')}\n`;
    const stream = makeReference({
      Type: 'ObjStm',
      N: objects.length,
      First: first.length,
      Filter: 'FlateDecode',
    });
    for (const [index, { id }] of objects.entries()) entries.set(id, { kind: 'packed', stream: stream.id, index });
    const bodies = objects.map(({ body }) => `${body}\n`).join('');
    stream.end(deflateSync(Buffer.from(first + bodies, 'latin1'), { level: 9 }));
  };

  /** An object that has no stream is kept back until there are enough of them. */
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
      waiting.push({ id: reference.id, body: written.slice(1, -1).join('\n') });
      if (waiting.length >= PACKED) flush();
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
    const table = makeReference({ Filter: 'FlateDecode' });
    for (const [index, offset] of document._offsets.entries()) {
      const id = index + 1;
      if (!entries.has(id)) entries.set(id, { kind: 'offset', offset: id === table.id ? start : (offset ?? 0) });
    }
    const size = document._offsets.length + 1;
    table.data = {
      Type: 'XRef',
      Size: size,
      W: ROW,
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 12, Columns: ROW_BYTES },
      Root: document._root,
      Info: document._info,
      ID: [document._id, document._id],
    };
    table.end(deflateSync(asDifferences(tableBytes(entries, size)), { level: 9 }));
    write('startxref');
    write(String(start));
    write('%%EOF');
    document.push(null);
  };
}

/** A row for each object. */
function tableBytes(entries: ReadonlyMap<number, Entry>, size: number): Uint8Array {
  const bytes = Buffer.alloc(size * ROW_BYTES);
  // Object 0 is the head of the list of free ones, which has no other.
  bytes.writeUInt16BE(0xffff, 5);
  for (const [id, entry] of entries) {
    const at = id * ROW_BYTES;
    if (entry.kind === 'offset') {
      bytes.writeUInt8(1, at);
      bytes.writeUInt32BE(entry.offset, at + 1);
    } else {
      bytes.writeUInt8(2, at);
      bytes.writeUInt32BE(entry.stream, at + 1);
      bytes.writeUInt16BE(entry.index, at + 5);
    }
  }
  return bytes;
}

/** Each row as its difference from the one above (PNG's predictor "up"): rows are alike, differences are mostly zeros. */
function asDifferences(table: Uint8Array): Uint8Array {
  const rows = table.length / ROW_BYTES;
  const differences = new Uint8Array(rows * (ROW_BYTES + 1));
  for (let row = 0; row < rows; row++) {
    const to = row * (ROW_BYTES + 1);
    differences[to] = 2;
    for (let column = 0; column < ROW_BYTES; column++) {
      const from = row * ROW_BYTES + column;
      differences[to + 1 + column] = (table[from] ?? 0) - (row === 0 ? 0 : (table[from - ROW_BYTES] ?? 0));
    }
  }
  return differences;
}
