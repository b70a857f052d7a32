/** Two definitions of one experiment → their differences, one by one. */
import { isObject, toNumber, type JsonObject, type JsonValue } from '../../json.js';
import type { ChangeEffect, ChangeKind, DefinitionChange, DefinitionPart } from '../types.js';
import { isSame, type ActivityForm, type DefinitionForm } from './definition-form.js';
import { pairActivities } from './pair-activities.js';
import { toleranceEffect } from './tolerance-effect.js';

const ACTIVITY_PARTS = ['hypothesis', 'method', 'rollbacks'] as const;

/** The differences in the order of the definition: hypothesis, method, rollbacks, then settings. Empty for equal ones. */
export function compareDefinitions(from: DefinitionForm, to: DefinitionForm): DefinitionChange[] {
  const settings = (kind: ChangeKind, key: string | null, before: JsonValue, after: JsonValue): DefinitionChange => ({
    part: 'settings',
    kind,
    effect: 'changed',
    activity: null,
    key,
    from: before,
    to: after,
    againstEarlier: null,
  });
  return [
    ...ACTIVITY_PARTS.flatMap((part) => comparePart(part, from[part], to[part])),
    ...leaves(from.configuration, to.configuration).map(([key, before, after]) =>
      settings('configuration', key, before, after),
    ),
    // What stands there is masked, or the name of a place: that it changed is all that is said.
    ...leaves(from.secrets, to.secrets).map(([key]) => settings('secrets', key, null, null)),
    ...(isSame(from.controls, to.controls) ? [] : [settings('controls', null, null, null)]),
    ...(isSame(from.runtime, to.runtime) ? [] : [settings('runtime', null, from.runtime, to.runtime)]),
  ];
}

type Part = Extract<DefinitionPart, 'hypothesis' | 'method' | 'rollbacks'>;

function comparePart(part: Part, from: readonly ActivityForm[], to: readonly ActivityForm[]): DefinitionChange[] {
  const { pairs, removed, added, moved } = pairActivities(from, to);
  const whole = (kind: ChangeKind, effect: ChangeEffect, activity: ActivityForm | null): DefinitionChange => ({
    part,
    kind,
    effect,
    activity: activity && { kind: activity.kind, name: activity.name },
    key: null,
    from: null,
    to: null,
    againstEarlier: null,
  });
  return [
    // Each probe of the hypothesis is one more way to deviate. What an action does to the test nobody can tell.
    ...removed.map((one) => whole('activity-removed', part === 'hypothesis' ? 'loosened' : 'changed', one)),
    ...added.map((one) => whole('activity-added', part === 'hypothesis' ? 'tightened' : 'changed', one)),
    ...pairs.flatMap(([before, after]) => compareActivities(part, before, after)),
    // All probes of a hypothesis must hold, in whatever order.
    ...(moved ? [whole('order', part === 'hypothesis' ? 'none' : 'changed', null)] : []),
  ];
}

function compareActivities(part: Part, from: ActivityForm, to: ActivityForm): DefinitionChange[] {
  const activity = { kind: to.kind, name: to.name };
  const changes: DefinitionChange[] = [];
  const changed = (kind: ChangeKind, before: JsonValue, after: JsonValue, effect: ChangeEffect, key?: string): void => {
    if (isSame(before, after)) return;
    changes.push({ part, kind, effect, activity, key: key ?? null, from: before, to: after, againstEarlier: null });
  };
  changed('activity-renamed', from.name, to.name, 'none');
  // Tolerances elsewhere are not looked at by the tool.
  const weighed = part === 'hypothesis' ? toleranceEffect(from.tolerance, to.tolerance, to.provider) : 'none';
  changed('tolerance', from.tolerance, to.tolerance, weighed);
  changed('provider', from.provider, to.provider, 'changed', 'type');
  for (const [key, before, after] of leaves(from.settings, to.settings)) {
    if (key === 'timeout') changed('timeout', before, after, timeoutEffect(part, before, after), key);
    else if (key.startsWith('arguments')) changed('argument', before, after, 'changed', key.slice('arguments.'.length));
    else changed('provider', before, after, 'changed', key);
  }
  changed('background', from.background, to.background, 'changed');
  changed('pause-before', from.pauseBefore, to.pauseBefore, 'changed');
  changed('pause-after', from.pauseAfter, to.pauseAfter, 'changed');
  if (!isSame(from.controls, to.controls)) {
    const replaced = { from: null, to: null, againstEarlier: null };
    changes.push({ part, kind: 'controls', effect: 'changed', activity, key: null, ...replaced });
  }
  return changes;
}

/** A probe of the hypothesis that waits longer holds more easily. */
function timeoutEffect(part: Part, from: JsonValue, to: JsonValue): ChangeEffect {
  const [before, after] = [toNumber(from), toNumber(to)];
  if (part !== 'hypothesis' || before === undefined || after === undefined || before === after) return 'changed';
  return after > before ? 'loosened' : 'tightened';
}

/** Where two objects differ: `[a.b, value before, value after]`, null for what is not there. Lists are compared as wholes. */
function leaves(from: JsonObject, to: JsonObject, above = ''): (readonly [string, JsonValue, JsonValue])[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return keys.flatMap((key) => {
    const [before, after] = [from[key] ?? null, to[key] ?? null];
    if (isObject(before) && isObject(after)) return leaves(before, after, `${above}${key}.`);
    return isSame(before, after) ? [] : [[`${above}${key}`, before, after] as const];
  });
}
