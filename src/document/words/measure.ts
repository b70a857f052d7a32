/** Measured values with their unit: `40 ms`, `1.2 s`, `448 MB`, `37 %`; of a table or an axis all in the same one. */
import { lookUp } from '../../json.js';
import type { Figure, MetricUnit } from '../../report/types.js';

const NBSP = '\u00a0';

/** A unit to write values in: what they are divided by, and its word, empty for bare numbers. */
export interface Scale {
  readonly divisor: number;
  readonly word: string;
}

const SCALES: Readonly<Record<MetricUnit, readonly (readonly [number, string])[]>> = {
  seconds: [
    [1, 's'],
    [1e-3, 'ms'],
    [1e-6, 'µs'],
  ],
  bytes: [
    [1e12, 'TB'],
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
    [1, 'B'],
  ],
  ratio: [[0.01, '%']],
  'per-second': [[1, 'per second']],
};

/** The unit in which values up to this magnitude read best. */
export function scaleFor(unit: MetricUnit | null, greatest: number): Scale {
  const scales = unit === null ? [] : (lookUp(SCALES, unit) ?? []);
  const [divisor, word] = scales.find(([size]) => Math.abs(greatest) >= size) ?? scales.at(-1) ?? [1, ''];
  return { divisor, word };
}

/** A value in a unit that its table names. */
export function scaled(value: Figure, { divisor }: Scale): string {
  return typeof value === 'string' ? value : shortFigure(value / divisor);
}

/** A value with its unit. */
export function measure(value: Figure, unit: MetricUnit | null): string {
  if (typeof value === 'string') return value;
  const scale = scaleFor(unit, value);
  return scale.word === '' ? scaled(value, scale) : `${scaled(value, scale)}${NBSP}${scale.word}`;
}

/** Four digits that count; thousands with a comma: `0.01234`, `12.3`, `4,567`, `1.2e+21`. */
export function shortFigure(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return String(Number(value.toPrecision(4)));
  if (size >= 1000) return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return String(Number(value.toPrecision(4)));
}
