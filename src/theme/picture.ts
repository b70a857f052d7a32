/** The bytes of an image → what it is and how large, or why it cannot be a logo. */
import { ReportError } from '../errors.js';
import { decodePng, pngHeader, type Pixels } from './png.js';

/** An image that can be shown. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** As they stand in the file. */
  readonly bytes: Uint8Array;
  /** A JPEG's channels: 1 for greys, 3 for colours. */
  readonly channels: 1 | 3;
  /** A PNG's, unpacked. */
  readonly pixels: Pixels | null;
}

/** A logo is a few centimetres wide: more than this is a mistake. */
const MAX_BYTES = 2_000_000;
const MAX_SIDE = 4000;

/**
 * Reads a PNG or a JPEG.
 *
 * @param file Its name, for messages.
 * @throws ReportError `settings` for what is neither, or cannot be shown.
 */
export function readPicture(bytes: Uint8Array, file: string): Picture {
  const refuse = (message: string, hint: string, cause?: unknown): never => {
    throw new ReportError('settings', message, { place: { file }, hint, ...(cause === undefined ? {} : { cause }) });
  };
  if (bytes.length > MAX_BYTES) refuse('The logo is larger than 2 MB.', 'Make a smaller one of it.');
  const size = pngHeader(bytes) ?? jpegHeader(bytes);
  if (size === null) {
    const svg = /^\s*(?:<\?xml|<svg|<!DOCTYPE svg)/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));
    return refuse(
      `The logo is ${svg ? 'an SVG' : 'neither a PNG nor a JPEG'}.`,
      'Save it as PNG, some 600 pixels wide.',
    );
  }
  const { width, height, channels, type } = size;
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
    refuse(
      `The logo has ${width} × ${height} pixels, and ${MAX_SIDE} × ${MAX_SIDE} are the most.`,
      'Make a smaller one of it.',
    );
  }
  if (type === 'image/jpeg') {
    // Its colours would be those of a printing press, and those of the report are those of screens.
    if (channels !== 1 && channels !== 3) refuse('The logo is a JPEG in CMYK.', 'Save it in RGB.');
    return { type, width, height, bytes, channels: channels === 1 ? 1 : 3, pixels: null };
  }
  try {
    return { type, width, height, bytes, channels: 3, pixels: decodePng(bytes) };
  } catch (error) {
    return refuse(
      `The logo cannot be read as PNG: ${error instanceof Error ? error.message : String(error)}.`,
      'Save it again, not interlaced, with 8 bits a channel.',
      error,
    );
  }
}

interface Size {
  readonly type: Picture['type'];
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** The frame header of a JPEG (ISO/IEC 10918-1, B.2.2); null where it is none. */
function jpegHeader(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return null;
    // All kinds of frames, without the tables that have numbers among them.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      const [height, width, channels] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9] ?? 0];
      return { type: 'image/jpeg', width, height, channels };
    }
    at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
