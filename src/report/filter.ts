/** Which experiments a report is about: conditions on their tags, verdicts and times. */
import { milliseconds } from './time.js';
import type { Experiment, Instant, Verdict } from './types.js';

/** Conditions, all of which must hold; several values of one are alternatives. Empty ones ask for nothing. */
export interface Filter {
  readonly tags: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** Started at this instant or later; null for any time. */
  readonly since: Instant | null;
  /** Started before this instant; null for any time. */
  readonly until: Instant | null;
}

/** Asks for nothing. */
export const NO_FILTER: Filter = { tags: [], verdicts: [], since: null, until: null };

/** Whether an experiment meets every condition. One without a start meets none that asks for a time. */
export function meets(
  { tags, verdict, start }: Pick<Experiment, 'tags' | 'verdict' | 'start'>,
  filter: Filter,
): boolean {
  if (filter.tags.length > 0 && !filter.tags.some((tag) => tags.includes(tag))) return false;
  if (filter.verdicts.length > 0 && !filter.verdicts.includes(verdict.verdict)) return false;
  if (filter.since === null && filter.until === null) return true;
  if (!start?.instant) return false;
  const time = milliseconds(start.instant);
  return (
    (filter.since === null || time >= milliseconds(filter.since)) &&
    (filter.until === null || time < milliseconds(filter.until))
  );
}
