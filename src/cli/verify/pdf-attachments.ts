/**
 * The bytes of a PDF that chaos-report wrote → the files attached to it. Follows the table of objects as
 * `render/pdf/paint/object-streams.ts` writes it (PDF 1.7, sections 7.5.7 and 7.5.8), and reads nothing else of PDF: one
 * that another program has written anew has no such table, and is said to be so.
 */
import { inflateSync } from 'node:zlib';

/** The bytes of a row: kind, offset or stream, index. Each row stands after a byte that names its predictor. */
const ROW_BYTES = 7;
/** No attachment of ours unpacks to more. */
const LARGEST = 2 ** 30;

/** Gives an object's text, and the packed bytes of its stream where it has one. */
type Objects = (id: number) => { readonly text: string; readonly stream: Uint8Array | null };

/** The attachments by name, unpacked; null where the PDF is not as we write it. */
export function pdfAttachments(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(buffer.subarray(-64).toString('latin1'))?.[1]);
    const table = objectAt(buffer, start);
    if (table.stream === null || !/\/Type \/XRef/.test(table.text)) return null;
    const objects = objectsOf(buffer, rowsOf(inflate(table.stream)));
    const names = objects(reference(objects(reference(table.text, 'Root')).text, 'Names')).text;
    const tree = /\/EmbeddedFiles <<\s*\/Names \[([^\]]*)\]/.exec(names)?.[1];
    if (tree === undefined) return new Map();
    const files = new Map<string, Uint8Array>();
    for (const [, name = '', id = ''] of tree.matchAll(/\(([^()\\]*)\) (\d+) 0 R/g)) {
      const { stream } = objects(reference(objects(Number(id)).text, 'EF <<\\s*/F'));
      files.set(name, stream === null ? new Uint8Array() : inflate(stream));
    }
    return files;
  } catch {
    // Whatever cannot be followed: cut short, changed, or another program's.
    return null;
  }
}

function inflate(packed: Uint8Array): Buffer {
  return inflateSync(packed, { maxOutputLength: LARGEST });
}

/** The number of the object that a key of a dictionary refers to. */
function reference(text: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1]);
}

/** The table's rows, each of which was written as its difference from the one above. */
function rowsOf(differences: Buffer): readonly Buffer[] {
  const rows: Buffer[] = [];
  for (let at = 1; at + ROW_BYTES <= differences.length; at += ROW_BYTES + 1) {
    const above = rows[rows.length - 1];
    rows.push(differences.subarray(at, at + ROW_BYTES).map((byte, column) => byte + (above?.[column] ?? 0)) as Buffer);
  }
  return rows;
}

function objectsOf(buffer: Buffer, rows: readonly Buffer[]): Objects {
  const unpacked = new Map<number, { readonly text: string; readonly first: number }>();
  return (id) => {
    const row = rows[id];
    if (row === undefined) throw new RangeError('There is no such object.');
    const place = row.readUInt32BE(1);
    if (row[0] === 1) return objectAt(buffer, place);
    let packed = unpacked.get(place);
    if (packed === undefined) {
      const container = objectAt(buffer, rows[place]?.readUInt32BE(1) ?? NaN);
      const text = container.stream === null ? '' : inflate(container.stream).toString('latin1');
      packed = { text, first: Number(/\/First (\d+)/.exec(container.text)?.[1]) };
      unpacked.set(place, packed);
    }
    // The head of the stream has the number and the offset of each object in it.
    const head = packed.text.slice(0, packed.first).trim().split(/\s+/);
    const index = row.readUInt16BE(5);
    const next = head[2 * index + 3];
    const from = packed.first + Number(head[2 * index + 1]);
    return {
      text: packed.text.slice(from, next === undefined ? undefined : packed.first + Number(next)),
      stream: null,
    };
  };
}

/** An object that is not packed. */
function objectAt(buffer: Buffer, offset: number): ReturnType<Objects> {
  const end = buffer.indexOf('endobj', offset);
  const from = buffer.indexOf('stream', offset);
  if (!(offset >= 0) || end < 0) throw new RangeError('There is no object here.');
  if (from < 0 || from > end) return { text: buffer.toString('latin1', offset, end), stream: null };
  const text = buffer.toString('latin1', offset, from);
  const start = from + 'stream\n'.length;
  const length = Number(/\/Length (\d+)/.exec(text)?.[1]);
  return { text, stream: buffer.subarray(start, start + length) };
}
