/** Places in a text → whether one of them covers another, in time that hardly grows with their number. */

/** Places that were added; all of their starts are known before. */
export interface Cover {
  readonly add: (start: number, end: number) => void;
  /** True where a place that was added begins at `start` or before it, and ends at `end` or after it. */
  readonly covers: (start: number, end: number) => boolean;
}

/** A Fenwick tree of the furthest ends, by start. */
export function coverOf(starts: readonly number[]): Cover {
  const order = [...new Set(starts)].sort((a, b) => a - b);
  const ranks = new Map(order.map((start, index) => [start, index + 1]));
  const furthest = new Float64Array(order.length + 1).fill(-1);
  return {
    add(start, end) {
      for (let at = ranks.get(start) ?? furthest.length; at < furthest.length; at += at & -at)
        furthest[at] = Math.max(furthest[at] ?? -1, end);
    },
    covers(start, end) {
      for (let at = ranks.get(start) ?? 0; at > 0; at -= at & -at) if ((furthest[at] ?? -1) >= end) return true;
      return false;
    },
  };
}
