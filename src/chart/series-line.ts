/** A line of numbers as a path that breaks at gaps, and what tells lines apart without colour: dashes and end marks. */
import type { ChartMark, Ink } from './marks.js';
import type { SeriesLine } from './series-data.js';

interface End {
  readonly ink: Ink;
  readonly dash: readonly number[];
  readonly shape: 'circle' | 'square' | 'triangle' | 'diamond';
}

/** Colour, dash and end mark of the first, second, third and fourth line. */
export const ENDS: readonly End[] = [
  { ink: 'series1', dash: [], shape: 'circle' },
  { ink: 'series2', dash: [5, 2.2], shape: 'square' },
  { ink: 'series3', dash: [1.4, 1.8], shape: 'triangle' },
  { ink: 'series4', dash: [7, 2, 1.4, 2], shape: 'diamond' },
];

/** The path, and the points that have a gap on both sides. */
export function linePath(
  points: SeriesLine['points'],
  x: (at: number) => number,
  y: (value: number) => number,
): { readonly d: string; readonly dots: readonly (readonly [number, number])[] } {
  const parts: string[] = [];
  const dots: [number, number][] = [];
  let pen = false;
  points.forEach(([at, value], index) => {
    if (value === null) {
      pen = false;
      return;
    }
    const next = points[index + 1]?.[1] ?? null;
    if (!pen && next === null) dots.push([x(at), y(value)]);
    else parts.push(`${pen ? 'L' : 'M'}${round(x(at))} ${round(y(value))}`);
    pen = true;
  });
  return { d: parts.join(''), dots };
}

const RADIUS = 2.6;

/** The mark at the end of a line: filled with paper, so that it shows on the line. */
export function endMark(index: number, x: number, y: number): ChartMark[] {
  const end = ENDS[index % ENDS.length];
  return end ? [{ kind: 'path', d: outline(end.shape), x, y, fill: 'paper', stroke: end.ink, strokeWidth: 1.2 }] : [];
}

function outline(shape: End['shape']): string {
  const r = RADIUS;
  switch (shape) {
    case 'circle':
      return `M0 ${-r}a${r} ${r} 0 1 0 0 ${2 * r}a${r} ${r} 0 1 0 0 ${-2 * r}Z`;
    case 'square':
      return `M${-r} ${-r}H${r}V${r}H${-r}Z`;
    case 'triangle':
      return `M0 ${-r - 0.6}L${r + 0.5} ${r - 0.2}H${-r - 0.5}Z`;
    case 'diamond':
      return `M0 ${-r - 0.8}L${r + 0.8} 0L0 ${r + 0.8}L${-r - 0.8} 0Z`;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
