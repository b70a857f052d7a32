/** What a first pass has gathered → the head of the report. */
import { compareWithBaseline } from './baseline.js';
import { identify } from './identify.js';
import type { CollectSettings } from './collect-settings.js';
import { compareText } from './compare-text.js';
import { coverageOf } from './coverage.js';
import { mergeFindings } from './findings/index.js';
import { allSeries, coverageRuns, latestRun, seriesOf, type Kept } from './kept-run.js';
import { headSidecar } from './sidecar/with-sidecar.js';
import {
  SCHEMA_VERSION,
  VERDICTS,
  type Duplicate,
  type HeadSidecar,
  type Masking,
  type ReportHead,
  type Selection,
  type UnreadableSource,
  type Verdict,
} from './types.js';

/** What a first pass gathers. */
export interface Gathered {
  readonly kept: readonly Kept[];
  /** Which of these have a chapter, in the order of the report. */
  readonly order: readonly number[];
  readonly unreadable: readonly UnreadableSource[];
  readonly duplicates: readonly Duplicate[];
  readonly passedOver: number;
  readonly masking: Masking;
  /** What reports that were read back were asked to be about. */
  readonly selections: readonly Selection[];
  /** What people knew for these reports. */
  readonly sidecars: readonly HeadSidecar[];
}

/** The head of the report. */
export function headOf(
  { kept, order, unreadable, duplicates, passedOver, masking, selections, sidecars: earlier }: Gathered,
  { title, generated, generator, context, filter, baseline, sidecars = [] }: CollectSettings,
): ReportHead {
  const ids = new Map(order.map((index, position) => [index, `e${position + 1}`]));
  const groups = seriesOf(kept);
  const latest = new Set(groups.map((group) => ids.get(group.at(-1) ?? -1)));
  const ordered = order.map((index) => identify(kept[index] as Kept, ids.get(index) ?? ''));
  const older = kept.flatMap((one, index) =>
    one.wanted && !ids.has(index) ? [{ ...one.source, experiment: null }] : [],
  );
  const tags = [...new Set(ordered.flatMap(({ line }) => line.tags))];
  // Those of the latest runs first: what is said of several is said of them.
  const findings = mergeFindings(
    ordered.toSorted((a, b) => Number(latest.has(b.id)) - Number(latest.has(a.id))).flatMap(({ findings }) => findings),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    generator,
    title,
    generated,
    context: context ?? null,
    sources: [...ordered.map(({ source }) => source), ...older.sort((a, b) => compareText(a.file, b.file))],
    unreadable: unreadable.toSorted((a, b) => compareText(a.file, b.file)),
    passedOver,
    duplicates: duplicates.toSorted((a, b) => compareText(a.file, b.file) || compareText(a.pointer, b.pointer)),
    selection: joined(
      filter
        ? [...selections, { filter: filter.words, leftOut: kept.filter(({ wanted }) => !wanted).length }]
        : selections,
    ),
    series: allSeries(kept, groups, ids),
    baseline: baseline
      ? compareWithBaseline(
          baseline,
          order.flatMap((index) => (latest.has(ids.get(index)) ? latestRun(kept[index], ids.get(index)) : [])),
          findings,
        )
      : null,
    coverage: coverageOf(coverageRuns(kept, ids), tags),
    totals: totalsOf(ordered.map(({ verdict }) => verdict.verdict)),
    tags,
    lines: ordered.map(({ id, verdict, line }) => ({ ...line, id, verdict, latest: latest.has(id) })),
    findings,
    leftBehind: ordered.flatMap((one) => one.leftBehind),
    redactions: ordered.flatMap(({ redactions }) => redactions),
    masking,
    sidecar: headSidecar(
      sidecars,
      ordered.filter(({ id }) => latest.has(id)),
      earlier,
    ),
  };
}

/** What several reports, and this run, were asked to be about. */
function joined(selections: readonly Selection[]): Selection | null {
  if (selections.length === 0) return null;
  return {
    filter: [...new Set(selections.map(({ filter }) => filter))].join('; '),
    leftOut: selections.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

function totalsOf(verdicts: readonly Verdict[]): Record<Verdict, number> {
  const totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const verdict of verdicts) totals[verdict]++;
  return totals;
}
