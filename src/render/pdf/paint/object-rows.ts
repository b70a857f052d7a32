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

/** Stands before a row: it is written as the difference from the one above. */
const UP = 2;

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
    if (text.length > (widths[index % each] ?? 0)) widths[index % each] = text.length;
  const length = widths.reduce((sum, width) => sum + width, parts.join('').length);
  const idWidth = String(Math.max(...ids)).length;
  const columns = Math.max(length, idWidth + 1 + String(length * ids.length).length) + 1;
  const offsetWidth = String(columns * ids.length).length;

  const offsets = ids.map((_, row) => String(row * columns));
  const idTexts = ids.map(String);
  const entry = (row: number): string =>
    `${(idTexts[row] ?? '').padStart(idWidth)} ${(offsets[row] ?? '').padStart(offsetWidth)}`.padEnd(columns);
  const table: Rows = {
    first: entry(0),
    fields: [
      { at: 0, width: idWidth, texts: idTexts, from: 0, each: 1 },
      { at: idWidth + 1, width: offsetWidth, texts: offsets, from: 0, each: 1 },
    ],
  };
  let first = parts[0] ?? '';
  const fields = widths.map((width, from) => {
    const field = { at: first.length, width, texts: written, from, each };
    first += (written[from] ?? '').padStart(width) + (parts[from + 1] ?? '');
    return field;
  });
  const objects: Rows = { first: first.padEnd(columns), fields };
  const differences = new Uint8Array(2 * ids.length * (columns + 1));
  writeDifferences(differences.subarray(0, differences.length / 2), table, '\0'.repeat(columns));
  writeDifferences(differences.subarray(differences.length / 2), objects, entry(ids.length - 1));
  return { count: ids.length, first: ids.length * columns, columns, bytes: packDifferences(differences) };
}

/** Rows of one width that differ in some of their columns alone. */
interface Rows {
  /** All of the first one. */
  readonly first: string;
  readonly fields: readonly Field[];
}

/** Columns of rows that differ, filled up with spaces at the left. */
interface Field {
  readonly at: number;
  readonly width: number;
  /** What stands in them, without the spaces: that of the first row at `from`, each other one so many texts after the one before. */
  readonly texts: readonly string[];
  readonly from: number;
  readonly each: number;
}

/** Writes the differences of rows, where all is zero yet; `above` is the row before the first. Looks only at what may differ. */
function writeDifferences(differences: Uint8Array, { first, fields }: Rows, above: string): void {
  for (let i = 0; i < first.length; i++) differences[1 + i] = first.charCodeAt(i) - above.charCodeAt(i);
  const stride = first.length + 1;
  for (let start = 0; start < differences.length; start += stride) differences[start] = UP;
  for (const { at, width, texts, from, each } of fields) {
    let before = (texts[from] ?? '').padStart(width);
    for (let next = from + each, start = stride + 1 + at; start < differences.length; next += each, start += stride) {
      const text = (texts[next] ?? '').padStart(width);
      if (text === before) continue;
      for (let i = 0; i < text.length; i++) differences[start + i] = text.charCodeAt(i) - before.charCodeAt(i);
      before = text;
    }
  }
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
  const bytes = packDifferences(asDifferences(Buffer.from(text, 'latin1'), columns));
  return { count: 1, first: columns, columns, bytes };
}

/** Packs rows of differences: mostly zeros, on which level 8 takes thrice as long for a thirteenth less, and level 9 six times. */
export function packDifferences(differences: Uint8Array): Uint8Array {
  return deflateSync(differences, { level: 7 });
}

/** Each row as its difference from the one above, after a byte that says so. */
export function asDifferences(bytes: Uint8Array, columns: number): Uint8Array {
  const differences = new Uint8Array((bytes.length / columns) * (columns + 1));
  for (let from = 0, to = 0; from < bytes.length;) {
    differences[to++] = UP;
    const end = from + columns;
    if (from === 0) for (; from < end; from++) differences[to++] = bytes[from] ?? 0;
    else for (; from < end; from++) differences[to++] = (bytes[from] ?? 0) - (bytes[from - columns] ?? 0);
  }
  return differences;
}
