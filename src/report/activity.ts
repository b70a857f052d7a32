/** Activities: as declared in the experiment, and as entries of a run. */
import { emptyObject, isArray, isObject, pointer, type JsonObject, type JsonValue } from '../json.js';
import { DRY_ACTIONS, DRY_PROBES } from './dry.js';
import { booleanOf, listOf, numberOf, objectOf, textOf, withoutKeys } from './read-parts.js';
import { parseTime, secondsBetween } from './time.js';
import type {
  ActivityKind,
  ActivityResult,
  DeclaredActivity,
  Outcome,
  OutcomeCounts,
  Phase,
  Provider,
  Time,
} from './types.js';

const ACTIVITY_KEYS = new Set(['type', 'name', 'ref', 'provider', 'background', 'pauses', 'tolerance', 'controls']);
const ENTRY_KEYS = new Set(['activity', 'output', 'status', 'start', 'end', 'duration', 'exception', 'tolerance_met']);

/** Finds the declared activity that a `ref` names. */
export type Resolver = (name: string) => JsonObject | null;

/**
 * All activities of an experiment by name, for `ref`: the hypothesis' probes first, then the method, then the
 * rollbacks; the first of a name wins (chaoslib `caching.py` keeps them by name).
 */
export function resolverOf(...lists: readonly (readonly JsonValue[])[]): Resolver {
  const byName = new Map<string, JsonObject>();
  for (const list of lists) {
    for (const item of list) {
      if (!isObject(item)) continue;
      const name = textOf(item.name);
      if (name !== null && !byName.has(name)) byName.set(name, item);
    }
  }
  return (name) => byName.get(name) ?? null;
}

/** An activity as it is declared. A `ref` takes everything from the activity it names. */
export function declaredActivity(value: JsonValue, at: string, resolve: Resolver): DeclaredActivity {
  const written = objectOf(value) ?? wrapped(value);
  const ref = textOf(written.ref);
  const resolved = ref === null ? null : resolve(ref);
  const source = resolved ? merge(resolved, written) : written;
  const pauses = objectOf(source.pauses);
  return {
    kind: kindOf(source.type),
    name: textOf(source.name) ?? ref ?? '',
    ref,
    provider: providerOf(source.provider),
    background: source.background === true,
    pauses: { before: pauses?.before ?? null, after: pauses?.after ?? null },
    tolerance: source.tolerance ?? null,
    controls: listOf(source.controls).filter(isObject),
    pointer: at,
    otherFields: otherFieldsOf(source),
  };
}

/** What stands where an activity should, and is none. */
function wrapped(value: JsonValue): JsonObject {
  const object = emptyObject();
  if (value !== null) object.value = value;
  return object;
}

/** The activity a `ref` names, with what stands beside the `ref` itself. */
function merge(resolved: JsonObject, written: JsonObject): JsonObject {
  return Object.assign(emptyObject(), resolved, written);
}

function kindOf(type: JsonValue | undefined): ActivityKind {
  return type === 'probe' || type === 'action' ? type : 'activity';
}

function providerOf(value: JsonValue | undefined): Provider | null {
  const provider = objectOf(value);
  return provider && { type: textOf(provider.type) ?? '', settings: withoutKeys(provider, new Set(['type'])) };
}

/** Unknown keys, and known ones whose value is not of the type that would have been shown. */
function otherFieldsOf(source: JsonObject): JsonObject {
  const rest = withoutKeys(source, ACTIVITY_KEYS) as Record<string, JsonValue>;
  const { provider, pauses, controls, background, type, name } = source;
  if (provider !== undefined && provider !== null && !isObject(provider)) rest.provider = provider;
  if (pauses !== undefined && pauses !== null) {
    if (!isObject(pauses)) rest.pauses = pauses;
    else {
      const more = withoutKeys(pauses, new Set(['before', 'after']));
      if (Object.keys(more).length > 0) rest.pauses = more;
    }
  }
  if (controls !== undefined && controls !== null && !(isArray(controls) && controls.every(isObject)))
    rest.controls = controls;
  if (background !== undefined && background !== null && typeof background !== 'boolean') rest.background = background;
  if (type !== undefined && kindOf(type) === 'activity') rest.type = type;
  if (name !== undefined && name !== null && textOf(name) === null) rest.name = name;
  return rest;
}

/** An entry of `run`, `rollbacks` or a list of probes. */
export function activityResult(value: JsonValue, at: string, phase: Phase, resolve: Resolver): ActivityResult {
  const entry = objectOf(value) ?? wrapped(value);
  const declared = declaredActivity(entry.activity ?? null, pointer(at, 'activity'), resolve);
  const status = textOf(entry.status);
  const start = timeOf(entry.start);
  const end = timeOf(entry.end);
  return {
    ...declared,
    pointer: at,
    phase,
    outcome: outcomeOf(status),
    status,
    start,
    end,
    duration: numberOf(entry.duration) ?? secondsBetween(start, end),
    output: entry.output ?? null,
    hasOutput: entry.output !== undefined,
    exception: exceptionOf(entry.exception),
    toleranceMet: booleanOf(entry.tolerance_met),
    dry: declared.otherFields.dry === true,
    entryFields: withoutKeys(entry, ENTRY_KEYS),
  };
}

/** A time as written, or null where there is no text. */
export function timeOf(value: JsonValue | undefined): Time | null {
  const text = textOf(value);
  return text === null ? null : parseTime(text).time;
}

function outcomeOf(status: string | null): Outcome {
  switch (status) {
    case null:
      return 'no-end';
    case 'succeeded':
    case 'failed':
    case 'skipped':
    case 'aborted':
      return status;
    default:
      return 'other';
  }
}

/** `exception` is a list of lines that carry their own line ends, or one string; anything else is kept as text. */
function exceptionOf(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value === '' ? null : value;
  if (!isArray(value)) return JSON.stringify(value);
  if (value.length === 0) return null;
  const lines = value.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  // A list without line ends of its own is one line each.
  return lines.some((line) => line.endsWith('\n')) ? lines.join('') : lines.join('\n');
}

/** Marks what a dry run of the experiment covers. Source: chaoslib `activity.py`, `execute_activity`. */
export function withDry(results: readonly ActivityResult[], dry: string | null): ActivityResult[] {
  const mode = dry ?? '';
  return results.map((result) => {
    const covered = result.kind === 'action' ? DRY_ACTIONS.has(mode) : DRY_PROBES.has(mode);
    return covered ? { ...result, dry: true } : result;
  });
}

/** How many ended how. `declared`: how many the method has. */
export function countOutcomes(results: readonly ActivityResult[], declared: number): OutcomeCounts {
  const count = (...outcomes: readonly Outcome[]): number =>
    results.filter((one) => !one.dry && outcomes.includes(one.outcome)).length;
  return {
    succeeded: count('succeeded'),
    failed: count('failed'),
    noEnd: count('no-end'),
    other: count('skipped', 'aborted', 'other'),
    dry: results.filter((one) => one.dry).length,
    notStarted: Math.max(declared - results.length, 0),
  };
}
