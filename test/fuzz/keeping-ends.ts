/** Bytes of an output → its first and last ones: ten formats of a long text need not lie in memory to be looked at. */
import type { OutputTarget } from '../../src/cli/output-file.js';

const ENDS = 300;

/** A target that keeps nothing else. */
export function keepingEnds(): OutputTarget & { readonly ends: () => string } {
  let first = '';
  let last = '';
  let size = 0;
  return {
    write(bytes) {
      size += bytes.length;
      const beginning = latin1(bytes.subarray(0, ENDS));
      if (first.length < ENDS) first += beginning.slice(0, ENDS - first.length);
      last = (last + latin1(bytes.subarray(-ENDS))).slice(-ENDS);
      return Promise.resolve();
    },
    size: () => size,
    commit: () => Promise.resolve(),
    discard: () => undefined,
    ends: () => (size <= ENDS ? first : `${first}${last}`),
  };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
