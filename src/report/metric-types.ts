/** Facts about numbers over time: what Prometheus, vegeta, k6 and repeated probes say of a run. A part of {@link types.ts}. */
import type { Instant, Phase, Seconds } from './judgement-types.js';

/** Everything of an experiment that is numbers over time. */
export interface Metrics {
  /** Series that belong together: those of one query, one file, or one probe. */
  readonly groups: readonly MetricGroup[];
  /** Summaries of load tests. */
  readonly loadTests: readonly LoadTest[];
  /** Files under the evidence folder that activities name, and what became of them. */
  readonly files: readonly EvidenceFile[];
}

/** Who made the numbers. */
export type MetricSource = 'prometheus' | 'vegeta' | 'k6' | 'probe';

/** A unit that is known for sure; null stands for a bare number. */
export type MetricUnit = 'seconds' | 'bytes' | 'ratio' | 'per-second';

/** Where numbers come from: the output of an activity, and the evidence file it names, if it was read from one. */
export interface MetricOrigin {
  readonly phase: Phase;
  /** The index of the activity in its phase; null for a probe that was run again and again. */
  readonly index: number | null;
  /** The activity's name. */
  readonly activity: string;
  /** Path in the evidence folder; null where the numbers are in the journal. */
  readonly file: string | null;
}

/** Series that belong together. */
export interface MetricGroup {
  readonly source: MetricSource;
  readonly origin: MetricOrigin;
  /** The metric, the tool's name for it, or the JSON path in a probe's output. */
  readonly name: string;
  /** The query as it was sent; null where there was none, or it is not known. */
  readonly query: string | null;
  readonly unit: MetricUnit | null;
  /** The usual time between two values; null where no series has two. */
  readonly step: Seconds | null;
  /** Whether {@link step} is that of a regular grid, so that a missing value is a gap. */
  readonly regular: boolean;
  /** The first and the last value of any series; null where no value has a time. */
  readonly start: Instant | null;
  readonly end: Instant | null;
  /** Labels that all series have alike. */
  readonly shared: Readonly<Record<string, string>>;
  readonly series: readonly MetricSeries[];
}

/** One line of numbers. */
export interface MetricSeries {
  /** The labels that tell it from the others of its group. */
  readonly labels: Readonly<Record<string, string>>;
  /** How many values it has, those that are no finite number included. */
  readonly values: number;
  /** How many of them are `NaN`, `+Inf` and `-Inf`. */
  readonly nan: number;
  readonly plusInfinity: number;
  readonly minusInfinity: number;
  /** How often values of the regular grid are missing. */
  readonly gaps: number;
  /** Of all values but NaN; null where there are none. */
  readonly whole: SeriesStatistics | null;
  /** Before, during and after the fault window; null without one, and where there is no value but NaN. */
  readonly before: SeriesStatistics | null;
  readonly during: SeriesStatistics | null;
  readonly after: SeriesStatistics | null;
  readonly movement: Movement;
  /**
   * What is drawn: seconds from the group's start, and the value; null breaks the line. All values where they are few, else
   * the first, the last, the smallest and the greatest of each stretch, and its longest break.
   */
  readonly drawn: readonly (readonly [Seconds, number | null])[];
}

/** A number that may be infinite: JSON has no such numbers. */
export type Figure = number | '+Inf' | '-Inf';

/**
 * Of all values but NaN: `+Inf` is the largest, as the quantile of a histogram is where its last bucket holds it. Quantiles are
 * interpolated linearly between ranks, as Prometheus' `quantile` does.
 */
export interface SeriesStatistics {
  readonly count: number;
  /** How many of them are `+Inf`. */
  readonly plusInfinity: number;
  readonly minimum: Figure;
  readonly median: Figure;
  readonly p95: Figure;
  readonly maximum: Figure;
}

/** What a series did in the fault window, held against what it was before. Says when, never why. */
export interface Movement {
  readonly kind:
    /** It was above 0 before, and 0 in the window. */
    | 'zero'
    /** It had values before, and none in the window (or less than a third of what its pace makes), though its group has some from then on. */
    | 'absent'
    /** It had no value before the window, though others of its group had. */
    | 'appeared'
    /** The median in the window is beyond all that was seen before. */
    | 'rose'
    | 'fell'
    /** Values in the window are far beyond all that was seen before, or one in twenty is; the median is not. */
    | 'peaked'
    | 'dipped'
    /** None of these. */
    | 'still'
    /** It only rose, or only fell, before the window already: a counter. Nothing is held against it. */
    | 'trend'
    /** Too few values before or in the window, or no window, to say anything. */
    | 'unknown';
  /** How far it moved, in spans of what was seen before: to put series in order, not to be read. */
  readonly size: number;
  /**
   * For `zero`: how long at least, and at most, as its values allow; `most` is null where it was still 0 at the end. For `absent`
   * only `most`: the time between the two values around what is missing; null where no value came after it.
   */
  readonly least: Seconds | null;
  readonly most: Seconds | null;
  /**
   * Seconds from the end of the window to the first of two values in a row that are near the earlier range again (no farther
   * out of it than half its width); null for none.
   */
  readonly back: Seconds | null;
  /** For `rose`, `fell`, `peaked`, `dipped`: the values in the window beyond all that was seen before. */
  readonly beyond: Beyond | null;
  /** Whether there are values after the window. */
  readonly followed: boolean;
}

/** Values of a series beyond a range: how many, the first and the last of them. */
export interface Beyond {
  readonly values: number;
  readonly first: Instant;
  readonly last: Instant;
}

/** A load test as its tool sums it up. */
export interface LoadTest {
  readonly tool: 'vegeta' | 'k6';
  readonly origin: MetricOrigin;
  /** When it began and ended; null where the tool does not say. */
  readonly start: Instant | null;
  readonly end: Instant | null;
  readonly measures: readonly LoadMeasure[];
  readonly thresholds: readonly LoadThreshold[];
  /** Messages of failed requests, as the tool gives them. */
  readonly errors: readonly string[];
}

/** One thing that was measured: `latencies`, `http_req_duration`, `requests`. */
export interface LoadMeasure {
  readonly name: string;
  readonly unit: MetricUnit | null;
  /** In the tool's order and under its names (`p(95)`, `95th`); nanoseconds and milliseconds as seconds. */
  readonly figures: readonly { readonly name: string; readonly value: number }[];
}

/** A condition that the test set itself. */
export interface LoadThreshold {
  readonly measure: string;
  readonly condition: string;
  readonly met: boolean;
}

/** A file under the evidence folder that an activity names. */
export interface EvidenceFile {
  readonly path: string;
  readonly phase: Phase;
  /** The index of the activity in its phase. */
  readonly index: number;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /**
   * `read`: its numbers are in the report. `unknown-format`: nothing known in it. `other-run`: its times are not those of
   * this run. `too-large`: it was not opened.
   */
  readonly state: 'read' | 'unknown-format' | 'other-run' | 'too-large';
  /** Whether its own times say that it is of this run; false where only its name does. */
  readonly timed: boolean;
}
