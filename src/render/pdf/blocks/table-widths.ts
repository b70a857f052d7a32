/** The widths of a table's columns: from the look where the table is known, else from what stands in the cells. Pure. */

/** What a column asks for: all its text on one line, and its longest word. */
export interface ColumnNeed {
  readonly natural: number;
  readonly least: number;
}

/** No column is narrower than this, whatever stands in it. */
const NARROWEST = 30;
/** A column that can be broken needs no more than this for its longest word: where there is room, half of a checksum. */
const WIDEST_LEAST = [172, 110] as const;
/** A column no wider than this is of times, names or numbers: broken over lines they are hard to read. */
const SHORT = 100;
/** Short columns stay whole where the others have this much, or all they ask for. */
const ROOM = 90;

/**
 * Shares `total` out. Each column gets its natural width where all fit, and what is left over goes by `weights`; else short
 * columns get it, and each other one its least and a share of the rest by what it still lacks. Null where not even the least fit: the table is to be set otherwise.
 */
export function shareWidths(
  needs: readonly ColumnNeed[],
  weights: readonly number[],
  total: number,
): readonly number[] | null {
  const natural = needs.map((need) => Math.max(need.natural, NARROWEST));
  const naturalTotal = sum(natural);
  if (naturalTotal <= total) {
    const weightTotal = sum(weights);
    const spare = total - naturalTotal;
    return natural.map(
      (width, index) => width + (spare * (weights[index] ?? 0)) / Math.max(weightTotal, Number.EPSILON),
    );
  }
  for (const widest of WIDEST_LEAST) {
    const least = needs.map((need) => Math.max(Math.min(need.least, widest), NARROWEST));
    if (sum(least) <= total) return shortWhole(natural, least, total) ?? shared(natural, least, total);
  }
  return null;
}

/** Short columns as wide as they ask for, the others sharing the rest; null where those would have too little. */
function shortWhole(natural: readonly number[], least: readonly number[], total: number): readonly number[] | null {
  const isShort = natural.map((width) => width <= SHORT);
  const rest = total - sum(natural.filter((_, index) => isShort[index]));
  const others = natural.flatMap((width, index) => (isShort[index] ? [] : [{ width, least: least[index] ?? 0 }]));
  if (rest < sum(others.map((one) => Math.max(one.least, Math.min(one.width, ROOM))))) return null;
  const widths = shared(
    others.map(({ width }) => width),
    others.map((one) => one.least),
    rest,
  );
  let next = 0;
  return natural.map((width, index) => (isShort[index] ? width : (widths[next++] ?? width)));
}

/** Each column its least, and a share of the rest by what it still lacks. */
function shared(natural: readonly number[], least: readonly number[], total: number): readonly number[] {
  const leastTotal = sum(least);
  // By the square root: a column with a very long text must not starve the others.
  const wants = natural.map((width, index) => wantOf(width, least[index] ?? 0));
  const wantTotal = Math.max(sum(wants), Number.EPSILON);
  const widths = least.map((width, index) => width + ((total - leastTotal) * (wants[index] ?? 0)) / wantTotal);
  return giveBack(widths, natural, total);
}

/** A checksum that has room for its half gains nothing by more. */
function wantOf(natural: number, least: number): number {
  return least === WIDEST_LEAST[0] && natural <= 2 * least ? 0 : Math.sqrt(Math.max(0, natural - least));
}

/** What a column got beyond its natural width goes to those that got less. */
function giveBack(widths: readonly number[], natural: readonly number[], total: number): readonly number[] {
  let current = widths;
  for (let round = 0; round < widths.length; round++) {
    const capped = current.map((width, index) => Math.min(width, natural[index] ?? width));
    const spare = total - sum(capped);
    const short = capped.map((width, index) => (width < (natural[index] ?? 0) - 0.01 ? 1 : 0));
    const shorts = sum(short);
    if (spare < 0.01 || shorts === 0) break;
    current = capped.map((width, index) => width + (spare * (short[index] ?? 0)) / shorts);
  }
  return current;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
