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
  const table = ids.map((id, row) =>
    `${String(id).padStart(idWidth)} ${String(row * columns).padStart(offsetWidth)}`.padEnd(columns),
  );
  const objects = ids.map((_, row) => {
    let text = parts[0] ?? '';
    for (let i = 0; i < each; i++)
      text += (written[row * each + i] ?? '').padStart(widths[i] ?? 0) + (parts[i + 1] ?? '');
    return text.padEnd(columns);
  });
  return packRows(table, objects, ids.length, columns);
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
  return packRows([table.padEnd(columns)], [first, ...rows.map((row) => row.padEnd(columns))], 1, columns);
}

function packRows(table: readonly string[], objects: readonly string[], count: number, columns: number): PackedRows {
  const rows = Buffer.from(table.join('') + objects.join(''), 'latin1');
  return {
    count,
    first: table.length * columns,
    columns,
    // Rows are mostly zeros, on which level 9 takes much longer for a hundredth less.
    bytes: deflateSync(asDifferences(rows, columns), { level: 8 }),
  };
}

/** Each row as its difference from the one above, after a byte that says so. */
export function asDifferences(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = bytes.length / columns;
  const differences = new Uint8Array(rows * (columns + 1));
  for (let from = 0, to = 0; from < bytes.length;) {
    differences[to++] = 2;
    for (const end = from + columns; from < end; from++)
      differences[to++] = (bytes[from] ?? 0) - (from < columns ? 0 : (bytes[from - columns] ?? 0));
  }
  return differences;
}
