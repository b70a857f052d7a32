/** The `experiment` of a journal → what was to be done. */
import { isObject, type JsonObject } from '../json.js';
import { keepOddParts } from './other-fields.js';
import { listOf, objectOf, textOf } from './read-parts.js';
import type { DeclaredActivity, Definition } from './types.js';

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

/** The definition. `method`, `rollbacks`: what it declares, with every `ref` resolved. */
export function definitionOf(
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
