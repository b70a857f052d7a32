/** A PDF file in the making: pages, structure, destinations, outline, and its bytes as they come. The one place that makes PDFKit work. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument, { type PdfReference } from 'pdfkit';
import type { Palette } from '../../../theme/palettes.js';
import type { Sink } from '../../types.js';
import type { Item, Tag } from '../flow.js';
import type { Geometry } from '../geometry.js';
import type { Page } from '../paginate.js';
import { attach, type Attachment } from './attachment.js';
import { ARTIFACTS } from './content.js';
import { createFontBook, type OwnFonts } from './font-book.js';
import { createGlyphWriter, type GlyphWriter } from './glyphs.js';
import { createInks, INKS, USE_INKS } from './inks.js';
import { xmp, type FileInfo } from './metadata.js';
import { asText, packObjects } from './object-streams.js';
import { number, points, rgb } from './operators.js';
import { createOutline, type Grouping } from './outline.js';
import { createPages, type ReservedPage } from './pages.js';
import { createPainter } from './painter.js';
import { createPlaces } from './places.js';
import { createStructure } from './structure.js';

/** What paper is by itself. */
const WHITE = '#FFFFFF';

/** What a file is made of. */
export interface FileSettings extends FileInfo {
  /** BCP 47. */
  readonly language: string;
  readonly geometry: Geometry;
  readonly palette: Palette;
  readonly fonts: OwnFonts;
  /** Of the outline. */
  readonly grouping: Grouping;
  /** What makes this report another than all others: goes into the id of the file. */
  readonly identity: string;
}

export interface PdfFile {
  readonly measure: GlyphWriter;
  /** A page after those there are. It is painted later. */
  reserve(page: Page): ReservedPage;
  /** Paints a page, with what is its own at the head and at the foot, and lets it go. */
  paint(reserved: ReservedPage, page: Page, head: readonly Item[], foot: readonly Item[]): void;
  /** Writes the structure under a top and lets it go. `part` says where it belongs among the others. */
  writeStructure(top: Tag, part: 'front' | 'body'): void;
  /** Puts a file inside: data that the document was made of. Names are ASCII, and each is used once. */
  readonly attach: (attachment: Attachment) => void;
  /** How many pages there are. */
  pages(): number;
  /** Hands over the bytes that are done. */
  drain(sink: Sink): Promise<void>;
  /** Writes what is left. `foot` stands at the foot of every page, and its own foot is moved to the left by `room` for it. */
  end(foot: readonly Item[], room: number): void;
}

export function createFile(settings: FileSettings): PdfFile {
  const { geometry, created } = settings;
  const document = createDocument(settings);
  const objects = packObjects(document);
  document._id = createHash('sha256').update(settings.identity).digest().subarray(0, 16);
  document._addInfo = () => {
    document.appendXML(xmp(settings));
  };

  const measure = createGlyphWriter(document, createFontBook(settings.fonts));
  const inks = createInks(settings.palette);
  const structure = createStructure(objects);
  const places = createPlaces(objects);
  const outline = createOutline(objects, document.outline.dictionary.id, settings.grouping);
  const painter = createPainter({ document, objects, measure, structure, places, geometry, colour: inks.colour });
  const pages = createPages(objects, (document._root.data['Pages'] as PdfReference).id, geometry);
  // Every page has the same fonts, and is drawn between the same two streams: they are known at the end.
  const resources = document.ref();
  const [before, after] = [document.ref(), document.ref()];

  /** The height of a place on a page, with a little room above, as the file counts it. */
  const fromBottom = (y: number): number =>
    Math.round((geometry.height - Math.max(0, y - 8)) * geometry.scale * 100) / 100;

  const reserve: PdfFile['reserve'] = (laid) => {
    const { id, number } = pages.reserve();
    for (const anchor of laid.anchors) places.add(anchor.id, number, id, fromBottom(anchor.y));
    for (const { level, title, section, y } of laid.headings) {
      if (level > 0) outline.add(level, title, { page: id, y: fromBottom(y) }, section);
    }
    return { id, number };
  };

  const packed = (operators: string): number =>
    objects.addStream(deflateSync(Buffer.from(`${operators}\n`, 'latin1'), { level: 8 }));
  // The pages of a chapter have the same head: it is one stream for all of them.
  let lastHead = { operators: '', stream: [] as readonly number[] };

  const paint: PdfFile['paint'] = (page, laid, head, foot) => {
    const { key } = structure.page(page.id);
    const { operators, annotations } = painter.paint(laid.items(), page.number);
    const above = painter.margin(head, 'head');
    if (above !== lastHead.operators) lastHead = { operators: above, stream: above === '' ? [] : [packed(above)] };
    const content = packed(`${operators}\nQ\n${painter.margin(foot, 'foot')}`);
    pages.write(page, [before.id, ...lastHead.stream, content, after.id], resources.id, key, annotations);
  };

  const end: PdfFile['end'] = (foot, room) => {
    // What is painted between stands where it was, after its `Q` it is moved, and at the end nothing is any more.
    before.end(`${sheet(settings)}${USE_INKS} 1 0 0 1 ${points(-room)} 0 cm q 1 0 0 1 ${points(room)} 0 cm`);
    after.end(`1 0 0 1 ${points(room)} 0 cm\n${painter.margin(foot, 'foot')}`);
    resources.data = {
      ProcSet: ['PDF', 'Text'],
      ColorSpace: { [INKS]: inks.space() },
      Font: measure.shown(),
      XObject: painter.drawings(),
      Properties: Object.fromEntries(Object.values(ARTIFACTS).map(({ name, properties }) => [name, properties])),
    };
    resources.end();
    const { data } = document._root;
    pages.end((data['Pages'] as PdfReference).data);
    const root = document.getStructTreeRoot();
    const tree = structure.end(root.id);
    root.data['K'] = asText(`[${String(tree.kids)} 0 R]`);
    root.data['ParentTree'] = asText(`${String(tree.parents)} 0 R`);
    root.data['ParentTreeNextKey'] = tree.nextKey;
    const names = places.end({ page: pages.first(), y: geometry.paper[1] });
    (data['Names'] as PdfReference).data['Dests'] = asText(`${String(names)} 0 R`);
    const items = outline.end();
    if (items !== null) {
      data['Outlines'] = document.outline.dictionary;
      data['PageMode'] = 'UseOutlines';
      Object.assign(document.outline.outlineData, {
        Type: 'Outlines',
        First: asText(`${String(items.first)} 0 R`),
        Last: asText(`${String(items.last)} 0 R`),
        Count: items.count,
      });
    }
    data['PageLabels'] = { Nums: [0, { S: 'D' }] };
    document.end();
  };

  return {
    measure,
    reserve,
    paint,
    writeStructure: (top, part) => structure.write(top, part),
    attach: (attachment) => attach(document, attachment, created),
    pages: () => pages.count(),
    drain: async (sink) => {
      for (let chunk: unknown = document.read(); chunk !== null; chunk = document.read())
        await sink.write(chunk as Uint8Array);
    },
    end,
  };
}

/** What every page begins with: points of the look as large as the theme wants them, and paper that is not white. */
function sheet({ geometry: { width, height, scale }, palette }: FileSettings): string {
  const scaled = scale === 1 ? '' : `${number(scale)} 0 0 ${number(scale)} 0 0 cm\n`;
  if (palette.paper === WHITE) return scaled;
  const area = `${rgb(palette.paper)} rg 0 0 ${points(width)} ${points(height)} re f`;
  return `${scaled}q /Artifact<</Type/Background>>BDC ${area} EMC Q\n`;
}

function createDocument({
  geometry,
  language,
  title,
  author,
  subject,
  keywords,
  producer,
  created,
}: FileSettings): PDFDocument {
  return new PDFDocument({
    size: geometry.paper,
    margin: 0,
    font: null,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    subset: 'PDF/A-3a',
    fontLayoutCache: false,
    info: {
      Title: title,
      ...(author === undefined ? {} : { Author: author }),
      ...(subject === '' ? {} : { Subject: subject }),
      ...(keywords.length === 0 ? {} : { Keywords: keywords.join(', ') }),
      Producer: producer,
      Creator: producer,
      CreationDate: created,
    },
  });
}
