/** One masked journal → the facts of one experiment. */
import type { Warning } from '../errors.js';
import type { Journal, JournalRoot } from '../journal/types.js';
import { pointer, type JsonValue } from '../json.js';
import { activityResult, countOutcomes, declaredActivity, resolverOf, timeOf, withDry } from './activity.js';
import { definitionOf } from './definition.js';
import { DRY_ACTIONS, DRY_PROBES, dryOf } from './dry.js';
import { findingsOf } from './findings/index.js';
import { leftBehind } from './left-behind.js';
import { faultWindow, levelLine } from './level.js';
import type { MaskedParts } from './masked-parts.js';
import { metricsOf } from './metrics/collect-metrics.js';
import { oddities } from './oddities.js';
import { otherFieldsOf } from './other-fields.js';
import { booleanOf, listOf, numberOf, objectOf, textOf } from './read-parts.js';
import { countRollbacks, pairRollbacks, skipReason } from './rollbacks.js';
import { buildHypothesis } from './steady-state.js';
import { secondsBetween } from './time.js';
import type { ActivityResult, Contribution, DeclaredActivity, Experiment, Source } from './types.js';
import { variablesOf, type VariableSettings } from './variables.js';
import { judge } from './verdict.js';

/**
 * Builds the facts of an experiment from its masked journal. `id` is its name in the report: `e1`, `e2`, … Of the journal as
 * it was read it takes only where that stands.
 */
export function buildExperiment(
  journal: Pick<Journal, 'pointer' | 'sha256' | 'size' | 'warnings'>,
  { root, file, redactions, hidden, files }: MaskedParts,
  id: string,
  variables: VariableSettings,
): Experiment {
  const { pointer: at, sha256, size } = journal;
  const source: Source = { file, pointer: at, sha256, size, warnings: [], experiment: id };
  const recorded = recordedIn(root);
  const { status, dry, definition, hypothesis, run, rollbacks, rollbackCounts, activityCounts, start, end } = recorded;
  const verdict = judge({ ...recorded, id, counts: activityCounts });
  // A dry run of actions injects nothing.
  const window = DRY_ACTIONS.has(dry ?? '') ? null : faultWindow(run, dry === null ? end : null);
  const { experiment } = root;
  const facts: Omit<Experiment, 'findings' | 'leftBehind' | 'redactions' | 'warnings'> = {
    id,
    source,
    title: textOf(experiment.title) ?? '',
    description: textOf(experiment.description),
    tags: listOf(experiment.tags).flatMap((tag) => textOf(tag) ?? []),
    contributions: contributionsOf(experiment.contributions),
    status,
    deviated: booleanOf(root.deviated),
    dry,
    verdict,
    level: levelLine(hypothesis, run, definition.method.length, status),
    start,
    end,
    duration: numberOf(root.duration) ?? secondsBetween(start, end),
    faultWindow: window,
    node: textOf(root.node),
    platform: textOf(root.platform),
    chaoslibVersion: textOf(root['chaoslib-version']),
    definition,
    variables: variablesOf(root, variables, hidden),
    hypothesis,
    run,
    rollbacks,
    rollbackCounts,
    activityCounts,
    metrics: metricsOf({ run, rollbacks, hypothesis, faultWindow: window }, files),
    otherFields: otherFieldsOf(root),
    sidecar: null,
    recovery: null,
  };
  const ofThis = redactions.map((redaction) => ({ ...redaction, experiment: id }));
  const warnings = [...renamed(journal.warnings, file), ...oddities(root, facts, file)];
  return {
    ...facts,
    source: { ...source, warnings },
    warnings,
    findings: findingsOf({ ...facts, warnings, redactions: ofThis }),
    leftBehind: leftBehind(facts),
    redactions: ofThis,
  };
}

/** What a journal records of a run, before anything is made of it. */
type Recorded = Pick<
  Experiment,
  | 'status'
  | 'dry'
  | 'definition'
  | 'hypothesis'
  | 'run'
  | 'rollbacks'
  | 'rollbackCounts'
  | 'activityCounts'
  | 'start'
  | 'end'
>;

function recordedIn(root: JournalRoot): Recorded {
  const { experiment } = root;
  const declaredHypothesis = objectOf(experiment['steady-state-hypothesis']);
  const resolve = resolverOf(
    listOf(declaredHypothesis?.probes),
    listOf(experiment.method),
    listOf(experiment.rollbacks),
  );
  const declared = (name: 'method' | 'rollbacks'): DeclaredActivity[] =>
    listOf(experiment[name]).map((value, index) =>
      declaredActivity(value, pointer(pointer('/experiment', name), index), resolve),
    );
  const definition = definitionOf(experiment, declared('method'), declared('rollbacks'));
  const dry = dryOf(experiment.dry);
  const entries = (name: 'run' | 'rollbacks'): ActivityResult[] =>
    withDry(
      listOf(root[name]).map((value, index) =>
        activityResult(value, pointer(`/${name}`, index), name === 'run' ? 'method' : 'rollback', resolve),
      ),
      dry,
    );
  const run = entries('run');
  // Versions 0.6 and 0.7 have `interrupted` and no `status`.
  const status = textOf(root.status) ?? (root.interrupted === true ? 'interrupted' : null);
  const rollbacks = pairRollbacks(definition.rollbacks, entries('rollbacks'), skipReason(root, experiment, status));
  const isDry = DRY_PROBES.has(dry ?? '');
  return {
    status,
    dry,
    definition,
    hypothesis: buildHypothesis(declaredHypothesis, objectOf(root.steady_states), resolve, isDry),
    run,
    rollbacks,
    rollbackCounts: countRollbacks(rollbacks),
    activityCounts: countOutcomes(run, definition.method.length),
    start: timeOf(root.start),
    end: timeOf(root.end),
  };
}

/** Warnings name the file, whose name may hold a secret. */
function renamed(warnings: readonly Warning[], file: string): readonly Warning[] {
  return warnings.map((warning) => (warning.place ? { ...warning, place: { ...warning.place, file } } : warning));
}

function contributionsOf(value: JsonValue | undefined): Contribution[] {
  return Object.entries(objectOf(value) ?? {}).map(([name, level]) => ({
    name,
    level: textOf(level) ?? JSON.stringify(level),
  }));
}
