/** `--max-output 100kB` → bytes. */
import { ReportError } from '../errors.js';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1e3,
  kb: 1e3,
  m: 1e6,
  mb: 1e6,
  g: 1e9,
  gb: 1e9,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
};

/** Bytes, or Infinity for `none`. Units are decimal, as in `kB`; `KiB` and `MiB` are binary. */
export function parseSize(option: string, text: string): number {
  if (text.toLowerCase() === 'none') return Infinity;
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const factor = unit === undefined ? undefined : UNITS[unit.toLowerCase()];
  if (digits === undefined || factor === undefined) {
    throw new ReportError('usage', `--${option} "${text}" is not a size.`, {
      hint: 'Write 100kB, 2MB, 1MiB, or none for no limit.',
    });
  }
  return Math.round(Number(digits) * factor);
}
