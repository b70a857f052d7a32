/** Small images, made byte by byte. */
import { deflateSync } from 'node:zlib';

/** A PNG of filtered rows. No reader of ours looks at the checksums, so they are zero. */
export function png(
  width: number,
  height: number,
  depth: number,
  type: number,
  filtered: readonly number[],
  more: Readonly<Record<string, readonly number[]>> = {},
): Buffer {
  const chunk = (name: string, body: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, type], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...Object.entries(more).map(([name, body]) => chunk(name, Uint8Array.from(body))),
    chunk('IDAT', deflateSync(Uint8Array.from(filtered))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The headers of a JPEG. */
export function jpeg(width: number, height: number, channels: number): Buffer {
  const frame = [0xff, 0xc0, 0, 8 + 3 * channels, 8, height >> 8, height & 255, width >> 8, width & 255, channels];
  return Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    1,
    2,
    ...frame,
    ...Array<number>(3 * channels).fill(0),
    0xff,
    0xd9,
  ]);
}
