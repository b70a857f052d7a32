/** What the first pass keeps of each run, and what several of them say together. */
import type { BaselineRun } from './baseline.js';
import type { Named } from './identify.js';
import { actionsOf, type CoverageRun, type RunActions } from './coverage.js';
import { detach } from './detach.js';
import { definitionForm, type DefinitionForm } from './history/definition-form.js';
import { measuredOf, type MeasuredProbe } from './history/measured.js';
import { groupRuns } from './history/same-experiment.js';
import { buildSeries } from './history/series.js';
import { rollbackAnswers } from './rollback-answers.js';
import { keyOf } from './source-key.js';
import type { Experiment, ExperimentLine, Instant, Series } from './types.js';

/** Answers of rollbacks that the head keeps. */
const MOST_ANSWERS = 6;

/** What the head keeps of an experiment. */
export type Kept = Named &
  Pick<Experiment, 'sidecar' | 'recovery'> & {
    readonly line: Omit<ExperimentLine, 'id' | 'verdict' | 'latest'>;
    readonly form: DefinitionForm | null;
    readonly measured: readonly MeasuredProbe[];
    readonly actions: RunActions;
    readonly wanted: boolean;
  };

/** Takes what is kept, without the text of the journal. `forms`: the definitions met so far, each once. */
export function keep(experiment: Experiment, wanted: boolean, forms: Map<string, DefinitionForm | null>): Kept {
  const { digest, form } = definitionForm(experiment);
  if (!forms.has(digest)) forms.set(digest, detach(form));
  const { id, source, verdict, findings, leftBehind, redactions, start, end, sidecar, recovery } = experiment;
  const { title, level, tags, contributions, status, duration, activityCounts, rollbackCounts } = experiment;
  const kept: Omit<Kept, 'form'> = {
    id,
    source,
    verdict,
    findings,
    leftBehind,
    redactions,
    sidecar,
    recovery,
    wanted,
    actions: actionsOf(experiment),
    measured: measuredOf(experiment.hypothesis),
    line: {
      file: source.file,
      title,
      level,
      tags,
      contributions,
      status,
      duration,
      start: start?.instant ?? null,
      end: end?.instant ?? null,
      activities: activityCounts,
      rollbacks: rollbackCounts,
      rollbackAnswers: rollbackAnswers(experiment.rollbacks).slice(0, MOST_ANSWERS),
      actions: experiment.definition.method.flatMap(({ kind, name }) => (kind === 'action' ? [name] : [])),
      definition: digest,
    },
  };
  return { ...detach(kept), form: forms.get(digest) ?? null };
}

/** The wanted runs of each experiment, as indexes, from the first to the last; experiments with one run too. */
export function seriesOf(kept: readonly Kept[]): number[][] {
  const wanted = kept.flatMap(({ wanted: is }, index) => (is ? [index] : []));
  const groups = groupRuns(wanted.map((index) => (kept[index] as Kept).line));
  return groups.map((group) => group.flatMap((position) => wanted[position] ?? []));
}

/** Experiments with several runs. `ids`: the name of each run that has a chapter. */
export function allSeries(
  kept: readonly Kept[],
  groups: readonly (readonly number[])[],
  ids: ReadonlyMap<number, string>,
): Series[] {
  const newest = kept.flatMap(({ line, wanted }) => (wanted ? (line.start ?? []) : []));
  const last = newest.reduce<Instant | null>((most, start) => (most === null || start > most ? start : most), null);
  // As the chapters of their latest runs stand.
  const place = (group: readonly number[]): number => Number(ids.get(group.at(-1) ?? -1)?.slice(1) ?? Infinity);
  return groups
    .filter((group) => group.length > 1)
    .toSorted((a, b) => place(a) - place(b))
    .map((group) =>
      buildSeries(
        group.flatMap((index) => {
          const one = kept[index];
          if (!one) return [];
          const { line, verdict, form, measured } = one;
          return [{ line: { ...line, verdict }, form, measured, experiment: ids.get(index) ?? null }];
        }),
        last,
      ),
    );
}

/** A run that is held against the baseline. */
export function latestRun(run: Kept | undefined, id: string | undefined): BaselineRun[] {
  if (!run || id === undefined) return [];
  const { line, verdict, form, measured, source } = run;
  return [{ line: { ...line, verdict }, form, measured, experiment: id, key: keyOf(source) }];
}

/** What the coverage is made of. */
export function coverageRuns(kept: readonly Kept[], ids: ReadonlyMap<number, string>): CoverageRun[] {
  return kept.flatMap(({ wanted, actions, line, verdict }, index) =>
    wanted
      ? [{ actions, tags: line.tags, start: line.start, verdict: verdict.verdict, experiment: ids.get(index) ?? null }]
      : [],
  );
}
