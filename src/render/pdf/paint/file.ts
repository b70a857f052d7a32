/** A PDF file in the making: pages, structure, destinations, outline, and its bytes as they come. The one place that makes PDFKit work. */
import { createHash } from 'node:crypto';
import PDFDocument, { type PdfOutline, type PdfPage, type PdfReference } from 'pdfkit';
import type { Sink } from '../../types.js';
import type { Item, Tag } from '../flow.js';
import type { Geometry } from '../geometry.js';
import type { Page } from '../paginate.js';
import { attach, type Attachment } from './attachment.js';
import { createGlyphWriter, type GlyphWriter } from './glyphs.js';
import { xmp, type FileInfo } from './metadata.js';
import { packObjects } from './object-streams.js';
import { createPainter } from './painter.js';
import { createStructure } from './structure.js';

/** What a file is made of. */
export interface FileSettings extends FileInfo {
  /** BCP 47. */
  readonly language: string;
  readonly geometry: Geometry;
  /** What makes this report another than all others: goes into the id of the file. */
  readonly identity: string;
}

export interface PdfFile {
  readonly measure: GlyphWriter;
  /** A page after those there are. It is painted later; until then it is held. */
  reserve(page: Page): ReservedPage;
  /** Paints a page and lets it go. */
  paint(reserved: ReservedPage, page: Page, head: readonly Item[]): void;
  /** The number of the page where something stands. */
  pageOf(id: string): number | undefined;
  /** Writes the structure under a top and lets it go. `part` says where it belongs among the others. */
  writeStructure(top: Tag, part: 'front' | 'body'): void;
  /** Puts a file inside: data that the document was made of. Names are ASCII, and each is used once. */
  readonly attach: (attachment: Attachment) => void;
  /** How many pages there are. */
  pages(): number;
  /** Hands over the bytes that are done. */
  drain(sink: Sink): Promise<void>;
  /** Writes what is left. `foot` gives the foot of each page, from 1. */
  end(foot: (page: number) => readonly Item[]): void;
}

/** A page that is not painted yet. */
export interface ReservedPage {
  readonly page: PdfPage;
  /** From 1. */
  readonly number: number;
}

export function createFile(settings: FileSettings): PdfFile {
  const { geometry, title, subject, keywords, producer, created } = settings;
  const document = new PDFDocument({
    size: [geometry.width, geometry.height],
    margin: 0,
    font: null,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: settings.language,
    displayTitle: true,
    subset: 'PDF/A-3a',
    fontLayoutCache: false,
    info: {
      Title: title,
      ...(subject === '' ? {} : { Subject: subject }),
      ...(keywords.length === 0 ? {} : { Keywords: keywords.join(', ') }),
      Producer: producer,
      Creator: producer,
      CreationDate: created,
    },
  });
  packObjects(document);
  document._id = createHash('sha256').update(settings.identity).digest().subarray(0, 16);
  document._addInfo = () => {
    document.appendXML(xmp(settings));
  };
  const names = document._root.data['Names'] as PdfReference;
  const destinations = names.data['Dests'] as {
    add(key: string, value: unknown): void;
    _compareKeys(a: string, b: string): number;
  };
  // Names are looked up in the order of their bytes; PDFKit sorts them by the rules of a language.
  destinations._compareKeys = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  const measure = createGlyphWriter(document);
  const structure = createStructure(document);
  const pageNumbers = new Map<string, number>();
  const mentioned = new Set<string>();
  const painter = createPainter({
    document,
    measure,
    structure,
    height: geometry.height,
    pageOf: (id) => pageNumbers.get(id),
    mention: (id) => mentioned.add(id),
  });
  const feet: PdfReference[] = [];
  const pages: PdfPage[] = [];
  const outline: PdfOutline[] = [document.outline];
  const kids: { readonly front: PdfReference[]; readonly body: PdfReference[] } = { front: [], body: [] };

  const destination = (page: PdfPage, y: number): readonly unknown[] => [
    page.dictionary,
    'XYZ',
    0,
    geometry.height - Math.max(0, y - 8),
    null,
  ];

  const reserve: PdfFile['reserve'] = (laid) => {
    document.addPage();
    const { page } = document;
    // Held: pages that stand in the buffer are written when the next one is added.
    document._pageBuffer.pop();
    document._pageBufferStart++;
    const foot = document.ref();
    page.dictionary.data['Contents'] = [page.content, foot];
    feet.push(foot);
    pages.push(page);
    for (const { id, y } of laid.anchors) {
      if (pageNumbers.has(id)) continue;
      pageNumbers.set(id, pages.length);
      destinations.add(id, destination(page, y));
    }
    for (const heading of laid.headings) {
      if (heading.level < 1) continue;
      const depth = Math.min(heading.level, outline.length);
      const item = (outline[depth - 1] ?? document.outline).addItem(heading.title);
      item.outlineData['Dest'] = destination(page, heading.y);
      outline.length = depth;
      outline.push(item);
    }
    return { page, number: pages.length };
  };

  return {
    measure,
    reserve,
    paint: ({ page }, laid, head) => {
      document.page = page;
      painter.paint(page, laid.items, head);
      page.end();
    },
    pageOf: (id) => pageNumbers.get(id),
    writeStructure: (top, part) => {
      kids[part].push(...structure.write(top));
    },
    attach: (attachment) => attach(document, attachment, created),
    pages: () => pages.length,
    drain: async (sink) => {
      for (let chunk: unknown = document.read(); chunk !== null; chunk = document.read())
        await sink.write(chunk as Uint8Array);
    },
    end: (foot) => {
      const [first] = pages;
      // A link must lead somewhere: to the first page, if what it names was never laid out.
      if (first !== undefined)
        for (const id of mentioned) if (!pageNumbers.has(id)) destinations.add(id, destination(first, 0));
      for (const [index, reference] of feet.entries()) {
        const page = pages[index];
        if (page !== undefined) reference.end(painter.foot(page, foot(index + 1)));
      }
      structure.end([...kids.front, ...kids.body]);
      document._root.data['PageLabels'] = { Nums: [0, { S: 'D' }] };
      document.end();
    },
  };
}
