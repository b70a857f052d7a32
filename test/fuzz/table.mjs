/** Results of cases → counts by kind of damage and outcome, and by form and outcome, as tables of Markdown. */

const OUTCOMES = ['report', 'in part', 'crash', 'hang', 'out of memory'];

/** @param {readonly { form: string, kinds: readonly string[], outcome: string, milliseconds: number, size: number, seed: number }[]} results */
export function table(results) {
  return [
    countsBy('damage', results, ({ kinds }) => (kinds.length > 1 ? 'several of these' : (kinds[0] ?? 'none'))),
    countsBy('form', results, ({ form }) => form),
    slowestOf(results),
  ].join('\n\n');
}

function countsBy(name, results, keyOf) {
  const refusals = [...new Set(results.map(({ outcome }) => outcome))].filter((one) => !OUTCOMES.includes(one)).sort();
  const columns = [...OUTCOMES.slice(0, 2), ...refusals, ...OUTCOMES.slice(2)];
  const counts = new Map();
  for (const result of results) {
    const key = keyOf(result);
    const row = counts.get(key) ?? new Map();
    counts.set(key, row.set(result.outcome, (row.get(result.outcome) ?? 0) + 1));
  }
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, row]) => [key, ...columns.map((column) => row.get(column) ?? 0)]);
  rows.push(['all', ...columns.map((column) => results.filter(({ outcome }) => outcome === column).length)]);
  const all = [[name, ...columns], ...rows].map((cells) => cells.map(String));
  const widths = all[0].map((_, index) => Math.max(...all.map((cells) => cells[index].length), 3));
  const line = (cells) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}

function slowestOf(results) {
  const slowest = results.reduce((worst, one) => (one.milliseconds > worst.milliseconds ? one : worst));
  const seconds = (slowest.milliseconds / 1000).toFixed(1);
  const megabytes = (slowest.size / 1e6).toFixed(1);
  return `The slowest case, ${slowest.seed} (${slowest.form}: ${slowest.kinds.join(', ')}), of ${megabytes} MB, took ${seconds} s of the processor.`;
}
