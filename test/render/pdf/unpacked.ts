/** The streams of a PDF, unpacked: also those written as differences between rows. */
import { inflateSync } from 'node:zlib';

/** The unpacked stream of the object that begins at an offset. */
export function streamAt(file: Buffer, offset: number): Buffer {
  const start = file.indexOf('stream\n', offset) + 7;
  const bytes = inflateSync(file.subarray(start, file.indexOf('\nendstream', start)));
  const columns = Number(
    /\/Columns (\d+)/.exec(file.subarray(file.lastIndexOf(' obj', start), start).toString('latin1'))?.[1] ?? 0,
  );
  return columns === 0 ? bytes : undone(bytes, columns);
}

/** Rows of differences, each after a byte that says so, as the rows themselves. */
function undone(bytes: Buffer, columns: number): Buffer {
  const rows = bytes.length / (columns + 1);
  const text = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    if (bytes[row * (columns + 1)] !== 2) throw new Error('Not the difference from the row above.');
    for (let i = 0; i < columns; i++) {
      const above = row === 0 ? 0 : (text[(row - 1) * columns + i] ?? 0);
      text[row * columns + i] = (bytes[row * (columns + 1) + 1 + i] ?? 0) + above;
    }
  }
  return text;
}

/** All streams of a file that are packed, as text. */
export function streamsOf(file: Buffer): readonly string[] {
  const streams: string[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at)) {
    try {
      streams.push(streamAt(file, at).toString('latin1'));
    } catch {
      // Not packed: the XMP.
    }
    at = file.indexOf('\nendstream', at) + 10;
  }
  return streams;
}

/** The operators of a page in their order, each with what stands before it. */
export function operatorsOf(content: string): readonly string[] {
  const operators: string[] = [];
  let operands = '';
  const TOKEN = /\((?:\\[^]|[^\\()])*\)|<<|>>|<[0-9a-f]*>|[[\]]|\/[^\s()<>[\]/]+|[^\s()<>[\]/]+/g;
  for (const [token] of content.matchAll(TOKEN)) {
    operands += operands === '' ? token : ` ${token}`;
    if (!/^[A-Za-z]+\*?$/.test(token)) continue;
    operators.push(operands);
    operands = '';
  }
  return operators;
}
