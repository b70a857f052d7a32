/** Paints the items of a page: first what is decoration, then what is read, each piece of it marked with its element. */
import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import type { ChartMark } from '../../../chart/marks.js';
import { pageLinkWords, THIS_PAGE } from '../../../document/page-words.js';
import type { DrawingItem, Item, LinkItem, PageNumberItem, Tag, TextItem } from '../flow.js';
import type { Geometry } from '../geometry.js';
import { createContent, type Content } from './content.js';
import type { GlyphWriter } from './glyphs.js';
import type { Colours } from './inks.js';
import { addLink, leadsSomewhere } from './links.js';
import type { Objects } from './object-streams.js';
import type { Places } from './places.js';
import { points } from './operators.js';
import { embedPicture } from './picture.js';
import { readingOrder } from './reading-order.js';
import { createShapes } from './shapes.js';
import type { Box, Structure } from './structure.js';

export interface PainterSettings {
  readonly document: PDFDocument;
  readonly objects: Objects;
  readonly measure: GlyphWriter;
  readonly structure: Structure;
  readonly places: Places;
  readonly geometry: Geometry;
  readonly colour: Colours;
}

export interface Painter {
  /** The operators of a page, and the annotations that belong to it. `number`: of the page, from 1. */
  paint(
    items: readonly Item[],
    number: number,
  ): { readonly operators: string; readonly annotations: readonly number[] };
  /** The operators of what stands at the head of a page, or at its foot. */
  margin(items: readonly Item[], place: 'head' | 'foot'): string;
  /** The drawings that pages use, by their names on them. */
  drawings(): Record<string, PdfReference>;
}

export function createPainter(settings: PainterSettings): Painter {
  const { document, objects, measure, structure, places, geometry, colour } = settings;
  const { height, scale } = geometry;
  const shapes = createShapes(document, colour);
  const pictures: Record<string, PdfReference> = {};
  /** An area as the file counts: points of the paper, from its left bottom corner. */
  const onPaper = (x: number, y: number, wide: number, high: number): Box => [
    x * scale,
    (height - y - high) * scale,
    (x + wide) * scale,
    (height - y) * scale,
  ];
  let annotations: number[] = [];

  const text = (
    content: Content,
    { text: words, font, x, y, ink, rightToLeft }: Omit<TextItem, 'kind' | 'tag'>,
  ): void => {
    content.fill(ink);
    measure.show(content, words, font, x, y, rightToLeft);
  };

  const mark = (content: Content, drawn: ChartMark, x: number, y: number): void => {
    if (drawn.kind !== 'text') {
      shapes.draw(content, drawn, x, y);
      return;
    }
    const font = { face: drawn.strong === true ? ('sans-strong' as const) : ('sans' as const), size: drawn.size };
    const width = drawn.anchor === 'start' ? 0 : measure.width(drawn.text, font);
    const left = x + drawn.x - (drawn.anchor === 'middle' ? width / 2 : width);
    text(content, { text: drawn.text, font, x: left, y: y + drawn.y, ink: drawn.fill });
  };

  const drawing = (content: Content, item: DrawingItem): void => {
    // Words come last: they stand together in one text object.
    for (const words of [false, true])
      for (const drawn of item.drawing.marks)
        if ((drawn.kind === 'text') === words) mark(content, drawn, item.x, item.y);
  };

  const decorate = (content: Content, items: readonly Item[], kind: 'head' | 'foot' | 'layout'): void => {
    const some = items.filter((item) => item.kind === 'shape' || ('tag' in item && item.tag === null));
    if (some.length === 0) return;
    content.beginArtifact(kind);
    for (const item of some) {
      if (item.kind === 'text') text(content, item);
      else if (item.kind === 'shape') mark(content, item.mark, item.x, item.y);
      else if (item.kind === 'drawing') drawing(content, item);
    }
    content.end();
  };

  const link = (area: Omit<LinkItem, 'kind'>): void => {
    if (!leadsSomewhere(area.to)) return;
    const id = objects.reserve();
    const { x, y, width } = area;
    const sides = onPaper(x, y, width, area.height);
    addLink(objects, places, id, structure.annotate(area.tag, id), sides, area.words, area.to);
    annotations.push(id);
  };

  const pageNumber = (content: Content, item: PageNumberItem, page: number, here: number): void => {
    const words = item.prefix !== '' && page === here ? THIS_PAGE : item.prefix + String(page);
    const width = measure.width(words, item.font);
    const x = item.align === 'end' ? item.x - width : item.x;
    text(content, { ...item, text: words, x });
    link({
      x,
      y: item.y - item.height * 0.75,
      width,
      height: item.height,
      to: { id: item.target },
      words: pageLinkWords(page),
      tag: item.tag,
    });
  };

  /** Paints what is read. Neighbours that belong to one element are one piece of its content. */
  const read = (content: Content, items: readonly Item[], here: number): void => {
    const open: Tag[] = [];
    const begin = (tag: Tag, drawn: boolean): void => {
      if (tag === open[0]) return;
      if (open.pop() !== undefined) content.end();
      content.beginElement(structure.begin(tag), drawn);
      open.push(tag);
    };
    for (const item of items) {
      switch (item.kind) {
        case 'text':
          if (item.tag === null || item.text === '') break;
          begin(item.tag, false);
          text(content, item);
          break;
        case 'drawing': {
          if (item.tag === null) break;
          const { width, height: drawn } = item.drawing;
          structure.place(item.tag, onPaper(item.x, item.y, width, drawn));
          begin(item.tag, true);
          drawing(content, item);
          break;
        }
        case 'picture': {
          const { x, y, width, height: high, picture, tag } = item;
          structure.place(tag, onPaper(x, y, width, high));
          begin(tag, true);
          pictures['Logo'] ??= embedPicture(document, picture);
          content.draw(`q ${points(width)} 0 0 ${points(high)} ${points(x)} ${content.upward(y + high)} cm /Logo Do Q`);
          break;
        }
        case 'page-number': {
          const page = places.pageOf(item.target);
          if (page === undefined) break;
          begin(item.tag, false);
          pageNumber(content, item, page, here);
          break;
        }
        case 'link':
          link(item);
          break;
        case 'shape':
          break;
      }
    }
    if (open.length > 0) content.end();
  };

  return {
    paint: (items, number) => {
      annotations = [];
      const content = createContent(height, colour);
      decorate(content, items, 'layout');
      read(content, readingOrder(items), number);
      return { operators: content.text(), annotations };
    },
    margin: (items, place) => {
      const content = createContent(height, colour);
      decorate(content, items, place);
      return content.text();
    },
    drawings: () => ({ ...shapes.stored(), ...pictures }),
  };
}
