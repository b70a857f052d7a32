/** Numbers as they were found, whole and not judged: what readers of each source give, and what series are built from. */
import type { LoadTest, MetricGroup } from '../metric-types.js';

/** A series with all its values. */
export interface RawSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, never falling. */
  readonly times: readonly number[];
  /** One for each time; `NaN` and the infinities included. */
  readonly values: readonly number[];
}

/** Series that belong together. */
export interface RawGroup extends Pick<MetricGroup, 'source' | 'name' | 'query' | 'unit'> {
  /** Whether values come at a regular pace, so that a missing one is a gap. */
  readonly regular: boolean;
  readonly series: readonly RawSeries[];
}

/** What a text or value was found to hold. */
export interface Found {
  readonly groups: readonly RawGroup[];
  readonly loadTests: readonly Omit<LoadTest, 'origin'>[];
}

/** Nothing. */
export const NOTHING: Found = { groups: [], loadTests: [] };
