/** A PNG (ISO/IEC 15948) → its pixels: colours and, where some are not opaque, how opaque each is. */
import { inflateSync } from 'node:zlib';

/** Rows from the top, three bytes a pixel: red, green, blue. */
export interface Pixels {
  readonly colours: Uint8Array;
  /** A byte a pixel: 0 for nothing, 255 for opaque. Null where all are. */
  readonly opacity: Uint8Array | null;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = 0x49484452;
const PLTE = 0x504c5445;
const TRNS = 0x74524e53;
const IDAT = 0x49444154;
const IEND = 0x49454e44;

/** Samples a pixel, by colour type: grey, colour, index, grey with opacity, colour with opacity. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Header {
  readonly type: 'image/png';
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Size and samples a pixel; null where it is not a PNG. */
export function pngHeader(bytes: Uint8Array): Header | null {
  if (bytes.length < 33 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = viewOf(bytes);
  if (view.getUint32(12) !== IHDR) return null;
  const channels = SAMPLES[bytes[25] ?? -1] ?? 0;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), channels };
}

/** Unpacks a PNG whose header was read. Throws an Error with a few words where it cannot be. */
export function decodePng(bytes: Uint8Array): Pixels {
  const header = pngHeader(bytes);
  const [depth = 0, type = 0, , , interlaced = 0] = bytes.subarray(24, 29);
  if (header === null || header.channels === 0) throw new Error('its kind of colour is not known');
  if (interlaced !== 0) throw new Error('it is interlaced');
  if (![1, 2, 4, 8, 16].includes(depth)) throw new Error(`it has ${depth} bits a sample`);
  const { palette, transparency, data } = chunksOf(bytes);
  const { width, height, channels } = header;
  const rowLength = Math.ceil((width * channels * depth) / 8);
  const rows = unfiltered(
    inflateSync(data, { maxOutputLength: (rowLength + 1) * height + 1 }),
    rowLength,
    height,
    Math.max(1, (channels * depth) / 8),
  );
  const colours = new Uint8Array(width * height * 3);
  const opacity = new Uint8Array(width * height).fill(255);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      const sample = (index: number): number => sampleAt(rows, y * rowLength, x * channels + index, depth);
      const shown = (value: number): number =>
        depth === 16 ? value >> 8 : Math.round((value * 255) / (2 ** depth - 1));
      const [first, green, blue] = [sample(0), channels > 2 ? sample(1) : 0, channels > 2 ? sample(2) : 0];
      if (type === 3) {
        if (first * 3 + 2 >= palette.length) throw new Error('a pixel has a colour that its palette has not');
        colours.set(palette.subarray(first * 3, first * 3 + 3), pixel * 3);
        opacity[pixel] = transparency[first] ?? 255;
        continue;
      }
      colours.set(channels > 2 ? [first, green, blue].map(shown) : [first, first, first].map(shown), pixel * 3);
      if (channels === 2 || channels === 4) opacity[pixel] = shown(sample(channels - 1));
      else if (transparency.length >= channels * 2) {
        const clear = (index: number): number =>
          ((transparency[index * 2] ?? 0) << 8) | (transparency[index * 2 + 1] ?? 0);
        if (first === clear(0) && (channels === 1 || (green === clear(1) && blue === clear(2)))) opacity[pixel] = 0;
      }
    }
  }
  return { colours, opacity: opacity.every((one) => one === 255) ? null : opacity };
}

function chunksOf(bytes: Uint8Array): { palette: Uint8Array; transparency: Uint8Array; data: Uint8Array } {
  const view = viewOf(bytes);
  let palette = new Uint8Array();
  let transparency = new Uint8Array();
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const [length, type] = [view.getUint32(at), view.getUint32(at + 4)];
    const body = bytes.slice(at + 8, at + 8 + length);
    if (type === PLTE) palette = body;
    else if (type === TRNS) transparency = body;
    else if (type === IDAT) data.push(body);
    else if (type === IEND) break;
    at += length + 12;
  }
  return { palette, transparency, data: Buffer.concat(data) };
}

/** Undoes what each row was filtered by (clause 9): differences to the left, to the row above, or to both. */
function unfiltered(packed: Uint8Array, rowLength: number, height: number, step: number): Uint8Array {
  if (packed.length < (rowLength + 1) * height) throw new Error('it is cut short');
  const rows = new Uint8Array(rowLength * height);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (rowLength + 1)];
    const start = y * rowLength;
    for (let i = 0; i < rowLength; i++) {
      const left = i < step ? 0 : (rows[start + i - step] ?? 0);
      const up = y === 0 ? 0 : (rows[start + i - rowLength] ?? 0);
      const corner = y === 0 || i < step ? 0 : (rows[start + i - rowLength - step] ?? 0);
      rows[start + i] = (packed[y * (rowLength + 1) + 1 + i] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
    default:
      throw new Error('a row has a filter that there is not');
  }
}

function sampleAt(rows: Uint8Array, start: number, index: number, depth: number): number {
  if (depth === 8) return rows[start + index] ?? 0;
  if (depth === 16) return ((rows[start + index * 2] ?? 0) << 8) | (rows[start + index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((rows[start + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
