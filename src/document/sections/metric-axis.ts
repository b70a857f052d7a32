/** The range of a plot and the values on its axis: round numbers, and zero where it is near. */

/** Steps between two values of an axis, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];
const PARTS = 4;
/** Zero is on the axis where the lowest value is below this part of the highest. */
const NEAR_ZERO = 0.6;

/** Ends and values from below; the ends are values. */
export function axisOf(
  lowest: number,
  highest: number,
): { readonly bottom: number; readonly top: number; readonly values: readonly number[] } {
  const low = lowest > 0 && lowest < highest * NEAR_ZERO ? 0 : lowest;
  const high = highest < 0 && highest > lowest * NEAR_ZERO ? 0 : highest;
  if (low === high) {
    const half = Math.abs(low) * 0.1 || 1;
    return low === 0 ? { bottom: 0, top: 1, values: [0] } : { bottom: low - half, top: low + half, values: [low] };
  }
  const rough = (high - low) / PARTS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // More than this: numbers so near to each other that steps between them are lost in rounding.
  if (!(last - first <= PARTS + 2) || !Number.isFinite(step)) return { bottom: low, top: high, values: [low, high] };
  const values = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(15)),
  );
  return { bottom: values[0] ?? low, top: values.at(-1) ?? high, values };
}
