/** What a chart of numbers over time shows: data only, no drawing. */

/** What is drawn. Times are seconds from the start of the picture. */
export interface SeriesData {
  /** Length of the picture in seconds, more than 0. */
  readonly span: number;
  /** With an empty label: a stroke alone. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** The part of the fault window that is in the picture. */
  readonly window: { readonly start: number; readonly end: number; readonly label: string } | null;
  /** One with all lines in it, or small ones with a line each. */
  readonly plots: readonly SeriesPlot[];
}

/** A plot with its own scale. */
export interface SeriesPlot {
  /** Names the plot where there are several. */
  readonly title: string | null;
  readonly lines: readonly SeriesLine[];
  /** The lowest and the highest value of the plot, and the values that have a line, from below. */
  readonly bottom: number;
  readonly top: number;
  readonly scale: readonly { readonly at: number; readonly label: string }[];
}

/** A line: the points in order; null breaks it. */
export interface SeriesLine {
  readonly name: string;
  /** A second line under the name. */
  readonly detail: string;
  readonly points: readonly (readonly [number, number | null])[];
}
