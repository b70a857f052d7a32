/** What is used of PDFKit 0.20.2: objects, streams, embedded fonts. Members with an underscore are internal; a test leans on each. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';
  import type { FontkitFont } from 'fontkit';

  /** An object of the file, written when it is ended. */
  export interface PdfReference {
    readonly id: number;
    data: Record<string, unknown>;
    /** What was written to its stream. */
    readonly buffer: readonly Uint8Array[];
    write(chunk: string | Uint8Array): void;
    end(chunk?: string | Uint8Array): void;
    finalize(): void;
  }

  export interface PdfFont {
    readonly id: string;
    readonly font: FontkitFont;
    /** From font units to thousandths of the size. */
    readonly scale: number;
    /** The glyphs to embed, and the number of each in the file. */
    readonly subset: { readonly glyphs: readonly number[]; includeGlyph(glyph: number): number };
    /** In thousandths of the size, by glyph of the subset. */
    readonly widths: number[];
    ref(): PdfReference;
    toUnicodeCmap(): PdfReference;
  }

  export interface PdfTree {
    add(key: string, value: unknown): void;
    _compareKeys(a: string, b: string): number;
  }

  export interface PdfOutline {
    readonly dictionary: PdfReference;
    readonly outlineData: Record<string, unknown>;
  }

  export interface PdfOptions {
    readonly size: readonly [number, number];
    readonly margin: number;
    readonly font: null;
    readonly autoFirstPage: false;
    readonly pdfVersion: '1.7';
    readonly tagged: true;
    readonly lang: string;
    readonly displayTitle: true;
    readonly subset: 'PDF/A-3a';
    readonly fontLayoutCache: false;
    readonly info: Readonly<Record<string, string | Date>>;
  }

  export default class PDFDocument extends Readable {
    constructor(options: PdfOptions);
    readonly outline: PdfOutline;
    _id: Uint8Array;
    _font: PdfFont;
    /** How many have a name on the pages. */
    _fontCount: number;
    /** What is asked to embed itself when the file is ended. */
    readonly _fontFamilies: Record<string, { finalize(): void }>;
    readonly _root: PdfReference;
    _addInfo(): void;
    _write(data: string | Uint8Array): void;
    _refEnd(reference: PdfReference): void;
    _finalize(): void;
    _ended: boolean;
    readonly _offset: number;
    readonly _offsets: (number | null)[];
    readonly _info: PdfReference;
    appendXML(xml: string): void;
    ref(data?: Record<string, unknown>): PdfReference;
    registerFont(name: string, source: Uint8Array): this;
    font(name: string): this;
    addNamedEmbeddedFile(name: string, reference: PdfReference): void;
    getStructTreeRoot(): PdfReference;
    end(): void;
  }
}
