/** The width of texts in drawings: fonts answer for paper; for a browser, whose font is the reader's, it is estimated. */

/** The width of a text of a size in points. */
export type TextWidth = (text: string, size: number) => number;

const NARROW = new Set("il.,:;'|!t()[]f-j");
const WIDE = new Set('mwMW@%');

/** Points, for a sans serif of a size in points. */
export function estimatedWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    ems +=
      code > 0x2e80
        ? 1
        : NARROW.has(character)
          ? 0.3
          : WIDE.has(character)
            ? 0.85
            : character >= 'A' && character <= 'Z'
              ? 0.64
              : 0.53;
  }
  return ems * size;
}
