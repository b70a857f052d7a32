/** The widths of texts, as layout asks for them: the fonts answer when a PDF is made, a ruler of fixed width in tests. */

/** The faces of the look. What a face lacks is taken from a fallback font of the same size. */
export type Face = 'sans' | 'sans-strong' | 'sans-italic' | 'mono' | 'mono-strong' | 'mono-italic';

/** A face at a size in points. */
export interface Font {
  readonly face: Face;
  readonly size: number;
  readonly tracking?: number;
}

/** Measures texts. */
export interface Measurer {
  /** The width of a text in points. */
  width(text: string, font: Font): number;
  /** How many UTF-16 units of the text fit into a width: never less than the first character, and no character is halved. */
  fit(text: string, font: Font, width: number): number;
}
