/** Rabin-Karp: one rolling hash along a text, whatever is looked for. */

const BASE = 0x01000193;

/** The hash of a part of a text. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
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
  /** BASE to the power of the window: what the code unit that leaves it had been multiplied with. */
  const out = Array.from({ length: window }).reduce<number>((power) => Math.imul(power, BASE), 1);
  let hash = hashOf(text, 0, window);
  for (let end = window; ; end++) {
    if (filter[hash >>> shift] === 1) visit(end, hash);
    if (end >= text.length) return;
    hash = (Math.imul(hash, BASE) + text.charCodeAt(end) - Math.imul(text.charCodeAt(end - window), out)) | 0;
  }
}
