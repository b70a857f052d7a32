/** The entries of a run, and the evidence files they name → every series and load test in them. */
import { milliseconds } from '../time.js';
import type { ActivityResult, Experiment, Hypothesis, RollbackResult } from '../types.js';
import type { EvidenceFile, LoadTest, MetricGroup, MetricOrigin, Metrics } from '../metric-types.js';
import { buildGroup } from './build-series.js';
import type { Span } from './movement.js';
import { readOutput } from './output.js';
import { readProbe } from './probes.js';
import type { Found, RawGroup, RawSeries } from './raw.js';

/** What was found in an evidence file. */
export interface FoundFile extends EvidenceFile {
  readonly found: Found;
}

/** The parts of a run in which numbers are looked for. */
export type MetricsRun = Pick<Experiment, 'run' | 'rollbacks' | 'hypothesis' | 'faultWindow'>;

/** An entry with its place. */
interface Entry {
  readonly result: ActivityResult;
  readonly index: number;
}

/** Collects them. */
export function metricsOf(
  { run, rollbacks, hypothesis, faultWindow }: MetricsRun,
  files: readonly FoundFile[],
): Metrics {
  const window: Span | null = faultWindow && {
    start: milliseconds(faultWindow.start),
    end: milliseconds(faultWindow.end),
  };
  const groups: MetricGroup[] = [];
  const loadTests: LoadTest[] = [];
  const add = (found: Found, origin: MetricOrigin): void => {
    for (const group of found.groups) groups.push(buildGroup(group, origin, window));
    for (const test of found.loadTests) loadTests.push({ ...test, origin });
  };
  const repeated = new Map<string, ActivityResult[]>();
  const instants = new Map<string, { readonly group: RawGroup; readonly origin: MetricOrigin }[]>();
  for (const { result, index } of entriesOf(hypothesis, run, rollbacks)) {
    const origin: MetricOrigin = { phase: result.phase, index, activity: result.name, file: null };
    const found = result.hasOutput && !result.dry ? readOutput(result) : null;
    const [only] = found?.groups ?? [];
    // An instant answer is one value a series: the same probe's answers together are series.
    if (only?.source === 'prometheus' && !only.regular) {
      const key = JSON.stringify([result.name, only.query]);
      const known = instants.get(key);
      if (known) known.push({ group: only, origin });
      else instants.set(key, [{ group: only, origin }]);
    } else if (found) add(found, origin);
    else if (result.kind !== 'action') {
      const known = repeated.get(result.name);
      if (known) known.push(result);
      else repeated.set(result.name, [result]);
    }
    // Samples are not told apart: files are named by the declaration.
    for (const file of files) {
      if (file.phase === result.phase && file.index === index && file.state === 'read' && result.phase !== 'during')
        add(file.found, { ...origin, file: file.path });
    }
  }
  for (const answers of instants.values()) {
    const [first] = answers;
    if (!first) continue;
    const origin = answers.length === 1 ? first.origin : { ...first.origin, index: null };
    groups.push(buildGroup(joined(answers.map(({ group }) => group)), origin, window));
  }
  for (const [name, results] of repeated) {
    const group = results.length > 1 ? readProbe(name, results) : null;
    const [first] = results;
    if (group && first)
      groups.push(buildGroup(group, { phase: first.phase, index: null, activity: name, file: null }, window));
  }
  return { groups, loadTests, files: files.map(({ found: _found, ...file }) => file) };
}

/** Groups of the same query as one: values with the same labels are one series. */
function joined(groups: readonly RawGroup[]): RawGroup {
  const series = new Map<string, { readonly labels: RawSeries['labels']; readonly points: [number, number][] }>();
  for (const one of groups.flatMap((group) => group.series)) {
    const key = JSON.stringify(Object.entries(one.labels).sort());
    const known = series.get(key) ?? { labels: one.labels, points: [] };
    series.set(key, known);
    one.times.forEach((time, index) => known.points.push([time, one.values[index] ?? NaN]));
  }
  return {
    ...(groups[0] as RawGroup),
    series: [...series.values()].map(({ labels, points }) => {
      points.sort(([a], [b]) => a - b);
      return { labels, times: points.map(([at]) => at), values: points.map(([, value]) => value) };
    }),
  };
}

/** All entries in the order of the run: before, method, during, after, rollbacks. */
function entriesOf(
  hypothesis: Hypothesis | null,
  run: readonly ActivityResult[],
  rollbacks: readonly RollbackResult[],
): Entry[] {
  const probes = (state: Hypothesis['before'] | undefined): Entry[] =>
    (state?.probes ?? []).flatMap(({ result }, index) => (result ? [{ result, index }] : []));
  return [
    ...probes(hypothesis?.before),
    ...run.map((result, index) => ({ result, index })),
    ...(hypothesis?.during ?? []).flatMap((state, index) => probes(state).map(({ result }) => ({ result, index }))),
    ...probes(hypothesis?.after),
    ...rollbacks.flatMap(({ result }, index) => (result ? [{ result, index }] : [])),
  ];
}
