/** An earlier report, and the latest runs of this one → what changed in between. */
import { definitionForm } from './history/definition-form.js';
import { titleKey } from './history/same-experiment.js';
import { changesBetween, type HistoryRun } from './history/series.js';
import { turnOf } from './history/turn.js';
import { maskName } from './masking/mask-name.js';
import type { MaskingSettings } from './masking/own-rules.js';
import { keyOf } from './source-key.js';
import type { ComparedExperiment, ComparedRun, Comparison, Experiment, Finding, Instant, ReportHead } from './types.js';

/** A run to be compared. */
export interface BaselineRun extends HistoryRun {
  /** What tells its journal from others, see `keyOf`. */
  readonly key: string;
}

/** What is kept of an earlier report. */
export interface Baseline {
  readonly file: string | null;
  readonly generated: Instant;
  /** The latest run of each experiment. */
  readonly runs: readonly BaselineRun[];
  /** The findings in those runs. */
  readonly findings: readonly Finding[];
}

/** Takes what is needed from an earlier report, an experiment at a time. `file`: its name, null for none. */
export function baselineOf(head: ReportHead, experiments: Iterable<Experiment>, file: string | null): Baseline {
  const lines = new Map(head.lines.filter(({ latest }) => latest).map((line) => [line.id, line]));
  const runs: BaselineRun[] = [];
  for (const experiment of experiments) {
    const line = lines.get(experiment.id);
    if (!line) continue;
    const { digest, form } = definitionForm(experiment);
    const { id, source } = experiment;
    // What it measured is never held against anything: it is the earlier one.
    runs.push({ line: { ...line, definition: digest }, form, measured: [], experiment: id, key: keyOf(source) });
  }
  return { file, generated: head.generated, runs, findings: findingsOf(head.findings, new Set(lines.keys())) };
}

/** The findings that were seen in these experiments. */
function findingsOf(findings: readonly Finding[], ids: ReadonlySet<string>): Finding[] {
  return findings.filter(({ evidence }) => evidence.some(({ experiment }) => ids.has(experiment)));
}

/** The same by the name that the report shows. */
export function baselineAsShown(baseline: Baseline, masking: MaskingSettings): Baseline {
  return { ...baseline, file: baseline.file === null ? null : maskName(baseline.file, masking) };
}

/** Compares. `runs`: the latest run of each experiment of this report, in its order. */
export function compareWithBaseline(
  baseline: Baseline,
  runs: readonly BaselineRun[],
  findings: readonly Finding[],
): Comparison {
  const partners = pair(baseline.runs, runs);
  const taken = new Set(partners);
  const missing = baseline.runs.filter((run) => !taken.has(run));
  const experiments = [
    ...runs.map((run, index) => compared(partners[index] ?? null, run)),
    ...missing.map((run): ComparedExperiment => ({
      title: run.line.title,
      formerTitle: null,
      experiment: null,
      before: runOf(run),
      now: null,
      sameRun: false,
      turn: null,
      changes: [],
    })),
  ];
  const own = findingsOf(findings, new Set(runs.flatMap(({ experiment }) => experiment ?? [])));
  const ownIds = new Set(own.map(({ id }) => id));
  const known = new Set(baseline.findings.map(({ id }) => id));
  const runAgain = new Set(
    runs.flatMap((run, index) => {
      const before = partners[index];
      return before && before.key !== run.key ? (before.experiment ?? []) : [];
    }),
  );
  return {
    file: baseline.file,
    generated: baseline.generated,
    experiments,
    newFindings: own.flatMap(({ id }) => (known.has(id) ? [] : [id])),
    goneFindings: findingsOf(baseline.findings, runAgain).filter(({ id }) => !ownIds.has(id)),
  };
}

/** For each run of this report the one of the earlier report: of the same title, or of the same definition under another. */
function pair(before: readonly BaselineRun[], now: readonly BaselineRun[]): (BaselineRun | null)[] {
  const byTitle = new Map(before.map((run, index) => [titleKey(run.line, index), run]));
  const partners = now.map((run, index) => byTitle.get(titleKey(run.line, -1 - index)) ?? null);
  const taken = new Set(partners);
  const byDefinition = new Map(
    before.filter((run) => !taken.has(run)).map((run) => [run.line.definition, run] as const),
  );
  return partners.map((partner, index) => {
    const definition = now[index]?.line.definition ?? '';
    const found = partner ?? byDefinition.get(definition) ?? null;
    if (!partner) byDefinition.delete(definition);
    return found;
  });
}

function compared(before: BaselineRun | null, now: BaselineRun): ComparedExperiment {
  const sameRun = before?.key === now.key;
  const changes = before && !sameRun ? changesBetween(before, now) : [];
  return {
    title: now.line.title,
    formerTitle: before && before.line.title !== now.line.title ? before.line.title : null,
    experiment: now.experiment,
    before: before && runOf(before),
    now: runOf(now),
    sameRun,
    turn: before && !sameRun ? turnOf(before.line.verdict.verdict, now.line.verdict.verdict, changes) : null,
    changes,
  };
}

function runOf({ experiment, line: { verdict, start } }: BaselineRun): ComparedRun {
  return { experiment, verdict: verdict.verdict, start };
}
