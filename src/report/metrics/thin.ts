/**
 * A series → the points that draw the same line. Of each stretch of time the first, the last, the smallest and the greatest
 * value are kept: a line through them covers the same pixels as a line through all (Jugel and others, "M4: A
 * Visualization-Oriented Time Series Data Aggregation", VLDB 2014). So no peak is lost, which LTTB does not promise. Of
 * breaks the longest of each stretch is kept.
 */

/** Milliseconds, and a value; null is a break. */
export type Point = readonly [number, number | null];

interface Bucket {
  first: number;
  last: number;
  least: number;
  greatest: number;
  /** The index after which the longest break comes, and its length. */
  brokenAfter: number;
  broken: number;
}

/**
 * Thins a series to at most seven points a stretch. `times` never fall; a value that is not finite breaks the line, and so
 * does a time between two values that is longer than `mostApart` milliseconds.
 */
export function thin(
  times: readonly number[],
  values: readonly number[],
  mostApart: number,
  stretches: number,
): readonly Point[] {
  const finite = times.flatMap((_, index) => (Number.isFinite(values[index]) ? [index] : []));
  const isBroken = (from: number, to: number): boolean =>
    to - from > 1 || (times[to] ?? 0) - (times[from] ?? 0) > mostApart;
  const whole = finite.length <= stretches * 4;
  const breaks = new Set<number>();
  const keep = whole ? finite : kept(finite, times, values, stretches, isBroken, breaks);
  const points: Point[] = [];
  keep.forEach((index, position) => {
    points.push([times[index] ?? 0, values[index] ?? 0]);
    const next = keep[position + 1];
    if (next !== undefined && (whole ? isBroken(index, next) : breaks.has(index)))
      points.push([((times[index] ?? 0) + (times[next] ?? 0)) / 2, null]);
  });
  return points;
}

function kept(
  finite: readonly number[],
  times: readonly number[],
  values: readonly number[],
  stretches: number,
  isBroken: (from: number, to: number) => boolean,
  breaks: Set<number>,
): number[] {
  const start = times[finite[0] ?? 0] ?? 0;
  const span = (times[finite.at(-1) ?? 0] ?? 0) - start;
  const buckets = new Map<number, Bucket>();
  finite.forEach((index, position) => {
    const at = times[index] ?? 0;
    const number = Math.min(Math.floor(((at - start) / (span || 1)) * stretches), stretches - 1);
    const value = values[index] ?? 0;
    let bucket = buckets.get(number);
    if (!bucket) {
      bucket = { first: index, last: index, least: index, greatest: index, brokenAfter: -1, broken: 0 };
      buckets.set(number, bucket);
    }
    bucket.last = index;
    if (value < (values[bucket.least] ?? 0)) bucket.least = index;
    if (value > (values[bucket.greatest] ?? 0)) bucket.greatest = index;
    const next = finite[position + 1];
    if (next !== undefined && isBroken(index, next) && (times[next] ?? 0) - at >= bucket.broken) {
      bucket.broken = (times[next] ?? 0) - at;
      bucket.brokenAfter = position;
    }
  });
  const indexes = new Set<number>();
  for (const { first, last, least, greatest, brokenAfter } of buckets.values()) {
    for (const index of [first, last, least, greatest]) indexes.add(index);
    const before = finite[brokenAfter];
    const after = finite[brokenAfter + 1];
    if (brokenAfter >= 0 && before !== undefined && after !== undefined) {
      indexes.add(before).add(after);
      breaks.add(before);
    }
  }
  return [...indexes].sort((a, b) => a - b);
}
