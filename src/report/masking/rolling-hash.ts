/** Rabin-Karp: one rolling hash along a text, whatever is looked for. */

const BASE = 0x01000193;

/** The hash of a part of a text. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

/** Shorter parts of a text are hashed at once. */
const AT_ONCE = 256;

/** The hashes of parts of one text, each in about the same time: a text that repeats itself may hold a long form at each of its places. */
export function hashesOf(text: string): (start: number, end: number) => number {
  /** By place, the hash of all before it. */
  let before: Int32Array | undefined;
  const powers = new Map<number, number>();
  const powerOf = (length: number): number => {
    const known = powers.get(length) ?? power(length);
    powers.set(length, known);
    return known;
  };
  return (start, end) => {
    if (end - start <= AT_ONCE) return hashOf(text, start, end);
    before ??= hashesBefore(text);
    return ((before[end] ?? 0) - Math.imul(before[start] ?? 0, powerOf(end - start))) | 0;
  };
}

function hashesBefore(text: string): Int32Array {
  const before = new Int32Array(text.length + 1);
  let hash = 0;
  for (let i = 0; i < text.length; i++) before[i + 1] = hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return before;
}

/** BASE to this power. */
function power(exponent: number): number {
  let result = 1;
  for (let rest = exponent, square = BASE; rest > 0; rest >>>= 1, square = Math.imul(square, square))
    if ((rest & 1) === 1) result = Math.imul(result, square);
  return result;
}

/** Which hashes are looked for: a table in which nearly no other one is. */
export interface Sought {
  readonly filter: Uint8Array;
  /** Bits of a hash that the table leaves away. */
  readonly shift: number;
}

/** An empty table for so many hashes. */
export function soughtOf(count: number): Sought {
  const bits = Math.min(24, Math.max(16, Math.ceil(Math.log2(count * 32))));
  return { filter: new Uint8Array(1 << bits), shift: 32 - bits };
}

/** Visits each place of a text where so many code units end whose hash may be looked for. */
export function eachSought(
  text: string,
  window: number,
  { filter, shift }: Sought,
  visit: (end: number, hash: number) => void,
): void {
  if (text.length < window) return;
  /** What the code unit that leaves the window had been multiplied with. */
  const out = power(window);
  let hash = hashOf(text, 0, window);
  for (let end = window; ; end++) {
    if (filter[hash >>> shift] === 1) visit(end, hash);
    if (end >= text.length) return;
    hash = (Math.imul(hash, BASE) + text.charCodeAt(end) - Math.imul(text.charCodeAt(end - window), out)) | 0;
  }
}
