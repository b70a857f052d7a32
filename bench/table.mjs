/** Rows → a Markdown table that reads well in a terminal too. */
import { availableParallelism, cpus, totalmem } from 'node:os';

/** @param columns headings; @param rows cells, of which numbers are set to the right. */
export function table(columns, rows) {
  const isNumber = columns.map((_, index) => index > 0);
  const widths = columns.map((heading, index) => Math.max(heading.length, 3, ...rows.map((row) => row[index].length)));
  const line = (cells) =>
    `| ${cells.map((cell, index) => (isNumber[index] ? cell.padStart(widths[index]) : cell.padEnd(widths[index]))).join(' | ')} |`;
  const rule = widths.map((width, index) => (isNumber[index] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(columns), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Seconds as `0.42 s`. */
export const seconds = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
/** Megabytes (10^6 bytes) as `92 MB`. */
export const megabytes = (value) => `${value.toFixed(value < 10 ? 1 : 0)} MB`;
/** Bytes as `70 kB` or `2.8 MB`. */
export const size = (bytes) => (bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
/** A ratio as `3.4 ×`. */
export const times = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`;

/** The machine and the day, in a line: figures say nothing without them. */
export function circumstances() {
  const model = cpus()[0]?.model.trim() || 'unnamed processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} × ${model}, ${memory}`;
}
