/** Dry runs: what of an experiment was not exercised. Source: chaoslib `types.py`, `Dry`. */
import type { JsonValue } from '../json.js';
import { textOf } from './read-parts.js';

/** Modes in which actions, and rollbacks, were not carried out. `true` is what versions before 1.22 write. */
export const DRY_ACTIONS: ReadonlySet<string> = new Set(['actions', 'activities', 'true']);
/** Modes in which probes were not run, nor their tolerances looked at. */
export const DRY_PROBES: ReadonlySet<string> = new Set(['probes', 'activities', 'true']);

/** The dry mode of an experiment: `actions`, `probes`, `activities`, `pause`, `true`; null for none. */
export function dryOf(value: JsonValue | undefined): string | null {
  if (value === true) return 'true';
  return value === false ? null : textOf(value);
}

/** True where something was not exercised: `pause` only skips pauses. */
export function isDryRun(dry: string | null): boolean {
  return dry !== null && (DRY_ACTIONS.has(dry) || DRY_PROBES.has(dry));
}
