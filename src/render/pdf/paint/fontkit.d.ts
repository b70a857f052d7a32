/** What is used of fontkit 2.0.4: the layout of text, and what PDFKit's fonts show of it. */
declare module 'fontkit' {
  export interface FontkitGlyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly codePoints: readonly number[];
  }

  export interface FontkitPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  export interface FontkitFont {
    readonly unitsPerEm: number;
    readonly hmtx: { readonly metrics: { readonly length: number; get(index: number): { readonly advance: number } } };
    readonly _cmapProcessor: { lookup(codePoint: number): number };
    getGlyph(id: number, codePoints?: readonly number[]): FontkitGlyph;
    layout(
      text: string,
      features?: Readonly<Record<string, boolean>>,
    ): {
      readonly glyphs: readonly FontkitGlyph[];
      readonly positions: readonly FontkitPosition[];
      readonly advanceWidth: number;
    };
  }

  export function create(bytes: Uint8Array): FontkitFont;
}
