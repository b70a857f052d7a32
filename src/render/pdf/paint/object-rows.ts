/**
 * Objects that are alike, as rows of one width, each byte written as its difference from the one above (PNG's predictor "up",
 * which PDF 1.5 has for every packed stream: ISO 32000-1, 7.4.4.4). The structure of a report is tens of thousands of objects
 * that differ in a few digits: as rows they are mostly zeros, and take a fifth of what they take as text.
 */
import { deflateSync } from 'node:zlib';

/** Stands for a number in the pattern of an object. */
export const NUMBER = '\u0001';
/** Stands for a reference to an object, by its number. */
export const REFERENCE = `${NUMBER} 0 R`;

/** Rows are mostly zeros, on which level 8 takes thrice as long for a thirteenth less, and level 9 six times for a tenth. */
export const ROWS_LEVEL = 7;

const SPACE = 0x20;

/** Objects of one pattern, waiting to be written. */
export interface Alike {
  readonly pattern: string;
  readonly ids: number[];
  /** Those of the first object, those of the second, and so on. */
  readonly numbers: number[];
}

/** A stream of objects (ISO 32000-1, 7.5.7), packed. */
export interface PackedRows {
  readonly count: number;
  /** Where the objects begin, after the table that says where each stands. */
  readonly first: number;
  /** The width of a row. */
  readonly columns: number;
  readonly bytes: Uint8Array;
}

/** The text of each object of a pattern. */
export function textsOf({ pattern, ids, numbers }: Alike): readonly string[] {
  const parts = partsOf(pattern, numbers);
  const each = parts.length - 1;
  return ids.map((_, row) => {
    let text = parts[0] ?? '';
    for (let i = 0; i < each; i++) text += String(numbers[row * each + i] ?? 0) + (parts[i + 1] ?? '');
    return text;
  });
}

/** Objects of one pattern as a stream: their numbers stand under each other, filled up with spaces at the left. */
export function packAlike({ pattern, ids, numbers }: Alike): PackedRows {
  const parts = partsOf(pattern, numbers);
  const each = parts.length - 1;
  const written = numbers.map(String);
  const widths = new Array<number>(each).fill(0);
  for (const [index, text] of written.entries())
    widths[index % each] = Math.max(widths[index % each] ?? 0, text.length);
  const length = widths.reduce((sum, width) => sum + width, parts.join('').length);
  const idWidth = String(Math.max(...ids)).length;
  const columns = Math.max(length, idWidth + 1 + String(length * ids.length).length) + 1;
  const offsetWidth = String(columns * ids.length).length;

  const rows = Buffer.alloc(2 * ids.length * columns, SPACE);
  const objects = ids.length * columns;
  const row = Buffer.from(
    (parts[0] ?? '') + widths.map((width, i) => ' '.repeat(width) + (parts[i + 1] ?? '')).join(''),
    'latin1',
  );
  for (const [index, id] of ids.entries()) {
    const at = index * columns;
    writeBefore(rows, String(id), at + idWidth);
    writeBefore(rows, String(at), at + idWidth + 1 + offsetWidth);
    rows.set(row, objects + at);
    let end = objects + at + (parts[0]?.length ?? 0);
    for (let i = 0; i < each; i++) {
      end += widths[i] ?? 0;
      writeBefore(rows, written[index * each + i] ?? '', end);
      end += parts[i + 1]?.length ?? 0;
    }
  }
  return packRows(rows, objects, ids.length, columns);
}

/** Writes digits so that they end before a place. */
function writeBefore(bytes: Uint8Array, digits: string, end: number): void {
  for (let i = digits.length - 1, at = end - 1; i >= 0; i--, at--) bytes[at] = digits.charCodeAt(i);
}

/** What stands between the numbers of a pattern. What has none is text, whatever is in it. */
function partsOf(pattern: string, numbers: readonly number[]): readonly string[] {
  return numbers.length === 0 ? [pattern] : pattern.split(NUMBER);
}

/** One object whose text is rows that are alike, and what stands before them, as a stream of its own. */
export function packLong(id: number, before: string, rows: readonly string[]): PackedRows {
  const table = `${String(id)} 0 `;
  const columns = rows.reduce((most, row) => Math.max(most, row.length + 1), table.length);
  const first = before.padEnd(Math.ceil(before.length / columns) * columns);
  const text = [table.padEnd(columns), first, ...rows.map((row) => row.padEnd(columns))].join('');
  return packRows(Buffer.from(text, 'latin1'), columns, 1, columns);
}

function packRows(rows: Uint8Array, first: number, count: number, columns: number): PackedRows {
  return { count, first, columns, bytes: deflateSync(asDifferences(rows, columns), { level: ROWS_LEVEL }) };
}

/** Each row as its difference from the one above, after a byte that says so. */
export function asDifferences(bytes: Uint8Array, columns: number): Uint8Array {
  const differences = new Uint8Array((bytes.length / columns) * (columns + 1));
  for (let from = 0, to = 0; from < bytes.length;) {
    differences[to++] = 2;
    const end = from + columns;
    if (from === 0) for (; from < end; from++) differences[to++] = bytes[from] ?? 0;
    else for (; from < end; from++) differences[to++] = (bytes[from] ?? 0) - (bytes[from - columns] ?? 0);
  }
  return differences;
}
