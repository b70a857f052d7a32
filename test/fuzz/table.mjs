/** Results of cases → counts by kind of damage and outcome, as a table of Markdown. */

const OUTCOMES = ['report', 'crash', 'hang', 'out of memory'];

/** @param {readonly { kinds: readonly string[], outcome: string, milliseconds: number, size: number, seed: number }[]} results */
export function table(results) {
  const refusals = [...new Set(results.map(({ outcome }) => outcome))].filter((one) => !OUTCOMES.includes(one)).sort();
  const columns = [...OUTCOMES.slice(0, 1), ...refusals, ...OUTCOMES.slice(1)];
  const counts = new Map();
  for (const { kinds, outcome } of results) {
    const kind = kinds.length > 1 ? 'several of these' : (kinds[0] ?? 'none');
    const row = counts.get(kind) ?? new Map();
    counts.set(kind, row.set(outcome, (row.get(outcome) ?? 0) + 1));
  }
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, row]) => [kind, ...columns.map((column) => row.get(column) ?? 0)]);
  rows.push(['all', ...columns.map((column) => results.filter(({ outcome }) => outcome === column).length)]);
  const all = [['damage', ...columns], ...rows].map((cells) => cells.map(String));
  const widths = all[0].map((_, index) => Math.max(...all.map((cells) => cells[index].length), 3));
  const line = (cells) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const slowest = results.reduce((worst, one) => (one.milliseconds > worst.milliseconds ? one : worst));
  const seconds = (slowest.milliseconds / 1000).toFixed(1);
  const megabytes = (slowest.size / 1e6).toFixed(1);
  return [
    line(all[0]),
    rule,
    ...all.slice(1).map(line),
    '',
    `The slowest case, ${slowest.seed} (${slowest.kinds.join(', ')}), of ${megabytes} MB, took ${seconds} s.`,
  ].join('\n');
}
