/** One journal → the facts of one experiment. Masked first: nothing after that line holds a secret. */
import type { Warning } from '../errors.js';
import type { Journal } from '../journal/types.js';
import { isObject, pointer, type JsonObject, type JsonValue } from '../json.js';
import { activityResult, countOutcomes, declaredActivity, resolverOf, timeOf, withDry } from './activity.js';
import { findingsOf } from './findings/index.js';
import { leftBehind } from './left-behind.js';
import { faultWindow, levelLine } from './level.js';
import { maskedParts } from './masked-parts.js';
import { DEFAULT_MASKING, type MaskingSettings } from './masking/own-rules.js';
import { metricsOf } from './metrics/collect-metrics.js';
import type { EvidenceFolder } from './metrics/evidence.js';
import { oddities } from './oddities.js';
import { booleanOf, listOf, numberOf, objectOf, textOf, withoutKeys } from './read-parts.js';
import { DRY_ACTIONS, DRY_PROBES, dryOf } from './dry.js';
import { countRollbacks, pairRollbacks, skipReason } from './rollbacks.js';
import { buildHypothesis } from './steady-state.js';
import { secondsBetween } from './time.js';
import type {
  ActivityResult,
  Contribution,
  Definition,
  DeclaredActivity,
  Evidence,
  Experiment,
  Source,
} from './types.js';
import { NO_VARIABLES, variablesOf, type VariableSettings } from './variables.js';
import { judge } from './verdict.js';

const ROOT_KEYS = new Set([
  'chaoslib-version',
  'platform',
  'node',
  'experiment',
  'start',
  'status',
  'deviated',
  'steady_states',
  'run',
  'rollbacks',
  'end',
  'duration',
]);
const EXPERIMENT_KEYS = new Set([
  'version',
  'title',
  'description',
  'tags',
  'contributions',
  'configuration',
  'secrets',
  'steady-state-hypothesis',
  'method',
  'rollbacks',
  'controls',
  'runtime',
  'dry',
]);

/** Builds the facts of an experiment. `id` is its name in the report: `e1`, `e2`, … */
export function buildExperiment(
  journal: Journal,
  id: string,
  variables: VariableSettings = NO_VARIABLES,
  masking: MaskingSettings = DEFAULT_MASKING,
  evidence: EvidenceFolder | null = null,
): Experiment {
  const { root, file, redactions, hidden, files } = maskedParts(journal, variables, masking, evidence);
  const experiment = root.experiment;
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
  const method = declared('method');
  const definition = definitionOf(experiment, method, declared('rollbacks'));

  const dry = dryOf(experiment.dry);
  const entries = (name: 'run' | 'rollbacks'): ActivityResult[] =>
    withDry(
      listOf(root[name]).map((value, index) =>
        activityResult(value, pointer(`/${name}`, index), name === 'run' ? 'method' : 'rollback', resolve),
      ),
      dry,
    );
  const run = entries('run');
  const rollbackResults = entries('rollbacks');
  // Versions 0.6 and 0.7 have `interrupted` and no `status`.
  const status = textOf(root.status) ?? (root.interrupted === true ? 'interrupted' : null);
  const rollbacks = pairRollbacks(definition.rollbacks, rollbackResults, skipReason(root, experiment, status));
  const activityCounts = countOutcomes(run, method.length);
  const rollbackCounts = countRollbacks(rollbacks);
  const hypothesis = buildHypothesis(
    declaredHypothesis,
    objectOf(root.steady_states),
    resolve,
    DRY_PROBES.has(dry ?? ''),
  );
  const start = timeOf(root.start);
  const end = timeOf(root.end);

  const source: Source = {
    file,
    pointer: journal.pointer,
    sha256: journal.sha256,
    size: journal.size,
    warnings: [],
    experiment: id,
  };
  const verdict = judge({
    id,
    status,
    dry,
    definition,
    hypothesis,
    run,
    rollbacks,
    counts: activityCounts,
    rollbackCounts,
  });
  // A dry run of actions injects nothing.
  const window = DRY_ACTIONS.has(dry ?? '') ? null : faultWindow(run, dry === null ? end : null);
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
    level: levelLine(hypothesis, run, method.length, status),
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
    otherFields: otherFields(root),
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

/** Warnings name the file, whose name may hold a secret. */
function renamed(warnings: readonly Warning[], file: string): readonly Warning[] {
  return warnings.map((warning) => (warning.place ? { ...warning, place: { ...warning.place, file } } : warning));
}

function definitionOf(
  experiment: JsonObject,
  method: readonly DeclaredActivity[],
  rollbacks: readonly DeclaredActivity[],
): Definition {
  const count = (kind: DeclaredActivity['kind']): number => method.filter((activity) => activity.kind === kind).length;
  return {
    version: textOf(experiment.version),
    actions: count('action'),
    probes: count('probe'),
    method,
    rollbacks,
    controls: listOf(experiment.controls).filter(isObject),
    configuration: objectOf(experiment.configuration),
    secrets: objectOf(experiment.secrets),
    runtime: experiment.runtime ?? null,
    otherFields: keepOddParts(experiment, EXPERIMENT_KEYS, {
      tags: Array.isArray,
      contributions: isObject,
      configuration: isObject,
      secrets: isObject,
      controls: Array.isArray,
      method: Array.isArray,
      rollbacks: Array.isArray,
      'steady-state-hypothesis': isObject,
    }),
  };
}

function otherFields(root: JsonObject): JsonObject {
  return keepOddParts(root, ROOT_KEYS, { run: Array.isArray, rollbacks: Array.isArray, steady_states: isObject });
}

/** Unknown keys, and known ones whose value has another type than it should: passed over above, but not lost. */
function keepOddParts(
  object: JsonObject,
  known: ReadonlySet<string>,
  types: Readonly<Record<string, (value: unknown) => boolean>>,
): JsonObject {
  const rest = withoutKeys(object, known) as Record<string, JsonValue>;
  for (const [key, fits] of Object.entries(types)) {
    const value = object[key];
    if (value !== undefined && value !== null && !fits(value)) rest[key] = value;
  }
  return rest;
}

function contributionsOf(value: JsonValue | undefined): Contribution[] {
  return Object.entries(objectOf(value) ?? {}).map(([name, level]) => ({
    name,
    level: textOf(level) ?? JSON.stringify(level),
  }));
}

/** The parts of an experiment that hold its name in the report. */
export type Named = Pick<Experiment, 'id' | 'source' | 'verdict' | 'findings' | 'leftBehind' | 'redactions'>;

/** The same experiment under another name in the report. */
export function identify<T extends Named>(experiment: T, id: string): T {
  const moved = (evidence: Evidence): Evidence => ({ ...evidence, experiment: id });
  const { verdict } = experiment;
  return {
    ...experiment,
    id,
    source: { ...experiment.source, experiment: id },
    verdict: {
      ...verdict,
      reason: { ...verdict.reason, evidence: verdict.reason.evidence && moved(verdict.reason.evidence) },
    },
    findings: experiment.findings.map((finding) => ({ ...finding, evidence: finding.evidence.map(moved) })),
    leftBehind: experiment.leftBehind.map((item) => ({ ...item, experiment: id, evidence: moved(item.evidence) })),
    redactions: experiment.redactions.map((redaction) => ({ ...redaction, experiment: id })),
  };
}
