/** Paints the items of a page: first what is decoration, then what is read, each piece of it marked with its element. */
import type PDFDocument from 'pdfkit';
import type { PdfPage } from 'pdfkit';
import type { ChartMark, Ink } from '../../../chart/marks.js';
import { pageLinkWords } from '../../../document/page-words.js';
import type { DrawingItem, Item, LinkItem, LinkTarget, PageNumberItem, Tag } from '../flow.js';
import type { GlyphWriter } from './glyphs.js';
import { colour, number, pathOperators } from './operators.js';
import { readingOrder } from './reading-order.js';
import type { Structure } from './structure.js';

export interface PainterSettings {
  readonly document: PDFDocument;
  readonly measure: GlyphWriter;
  readonly structure: Structure;
  /** Of the page. */
  readonly height: number;
  readonly pageOf: (id: string) => number | undefined;
  /** Told of every id that a link leads to. */
  readonly mention: (id: string) => void;
}

export interface Painter {
  /** Paints a page with its head. */
  paint(page: PdfPage, items: readonly Item[], head: readonly Item[]): void;
  /** The operators of the foot of a page. */
  foot(page: PdfPage, items: readonly Item[]): string;
}

/** Addresses that a report may lead out to. */
const SAFE_ADDRESS = /^(?:https?|mailto):/i;

export function createPainter({ document, measure, structure, height, pageOf, mention }: PainterSettings): Painter {
  const textOperators = (
    item: {
      text: string;
      font: Parameters<GlyphWriter['show']>[1];
      x: number;
      y: number;
      ink: Ink;
      rightToLeft?: boolean;
    },
    page: PdfPage,
  ): string => `${colour(item.ink)} rg ${measure.show(item.text, item.font, item.x, item.y, page, item.rightToLeft)}`;

  const decoration = (item: Item, page: PdfPage): string => {
    switch (item.kind) {
      case 'text':
        return item.tag === null ? textOperators(item, page) : '';
      case 'shape':
        return markOperators(item.mark, item.x, item.y, page);
      case 'drawing':
        return item.tag === null ? drawingOperators(item, page) : '';
      case 'link':
      case 'page-number':
        return '';
    }
  };

  const drawingOperators = (item: DrawingItem, page: PdfPage): string =>
    item.drawing.marks.map((mark) => markOperators(mark, item.x, item.y, page)).join('\n');

  const markOperators = (mark: ChartMark, x: number, y: number, page: PdfPage): string => {
    if (mark.kind !== 'text') return shapeOperators(mark, x, y);
    const font = { face: mark.strong === true ? ('sans-strong' as const) : ('sans' as const), size: mark.size };
    const width = mark.anchor === 'start' ? 0 : measure.width(mark.text, font);
    const left = x + mark.x - (mark.anchor === 'middle' ? width / 2 : width);
    return textOperators(
      { text: mark.text, font, x: mark.anchor === 'start' ? x + mark.x : left, y: y + mark.y, ink: mark.fill },
      page,
    );
  };

  const addLink = (page: PdfPage, area: Omit<LinkItem, 'kind'>): void => {
    const target = destinationOf(area.to, mention);
    if (target === null) return;
    const annotation = document.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [area.x, height - area.y - area.height, area.x + area.width, height - area.y],
      Border: [0, 0, 0],
      F: 4,
      Contents: new String(area.words),
      ...target,
    });
    structure.annotate(area.tag, annotation, page);
    page.annotations.push(annotation);
    annotation.end();
  };

  const numberOperators = (item: PageNumberItem, page: PdfPage): string => {
    const found = pageOf(item.target);
    if (found === undefined) return '';
    const text = item.prefix + String(found);
    const width = measure.width(text, item.font);
    const x = item.align === 'end' ? item.x - width : item.x;
    addLink(page, {
      x,
      y: item.y - item.height * 0.75,
      width,
      height: item.height,
      to: { id: item.target },
      words: pageLinkWords(found),
      tag: item.tag,
    });
    return textOperators({ ...item, text, x }, page);
  };

  /** What is read of an item. Links are noted beside. */
  const content = (item: Item, page: PdfPage): { readonly tag: Tag; readonly operators: string } | null => {
    switch (item.kind) {
      case 'text':
        return item.tag === null || item.text === '' ? null : { tag: item.tag, operators: textOperators(item, page) };
      case 'drawing': {
        if (item.tag === null) return null;
        const { width, height: drawn } = item.drawing;
        structure.place(item.tag, [item.x, height - item.y - drawn, item.x + width, height - item.y]);
        return { tag: item.tag, operators: drawingOperators(item, page) };
      }
      case 'page-number': {
        // The text comes before the area in the order of reading, and is painted at once.
        const operators = numberOperators(item, page);
        return operators === '' ? null : { tag: item.tag, operators };
      }
      case 'link':
        addLink(page, item);
        return null;
      case 'shape':
        return null;
    }
  };

  const paint: Painter['paint'] = (page, items, head) => {
    const out: string[] = [];
    measure.use('sans', page);
    measure.use('sans-strong', page);
    const artifact = (type: string, some: readonly Item[]): void => {
      const operators = some.map((item) => decoration(item, page)).filter((each) => each !== '');
      if (operators.length > 0) out.push(`/Artifact <</Type /${type}>> BDC`, ...operators, 'EMC');
    };
    artifact('Pagination', head);
    artifact('Layout', items);
    let current: Tag | null = null;
    for (const item of readingOrder(items)) {
      const part = content(item, page);
      if (part === null) continue;
      if (part.tag !== current) {
        if (current !== null) out.push('EMC');
        out.push(structure.begin(part.tag, page));
        current = part.tag;
      }
      out.push(part.operators);
    }
    if (current !== null) out.push('EMC');
    page.content.write(out.join('\n'));
  };

  const foot: Painter['foot'] = (page, items) =>
    ['/Artifact <</Type /Pagination>> BDC', ...items.map((item) => decoration(item, page)), 'EMC'].join('\n');

  return { paint, foot };
}

function shapeOperators(mark: Exclude<ChartMark, { kind: 'text' }>, x: number, y: number): string {
  switch (mark.kind) {
    case 'rule': {
      const dash = mark.dash === undefined ? '' : `[${mark.dash.map(number).join(' ')}] 0 d `;
      const line = `${number(x + mark.x1)} ${number(y + mark.y1)} m ${number(x + mark.x2)} ${number(y + mark.y2)} l S`;
      return `q ${dash}${number(mark.width)} w ${colour(mark.stroke)} RG ${line} Q`;
    }
    case 'rectangle': {
      const box = `${number(x + mark.x)} ${number(y + mark.y)} ${number(mark.width)} ${number(mark.height)} re`;
      return `q ${paintOperators(mark, box)} Q`;
    }
    case 'path': {
      const scale = mark.scale ?? 1;
      const moved = `${number(scale)} 0 0 ${number(scale)} ${number(x + (mark.x ?? 0))} ${number(y + (mark.y ?? 0))} cm`;
      const dash = mark.dash === undefined ? '' : `[${mark.dash.map(number).join(' ')}] 0 d `;
      return `q ${moved} ${dash}${paintOperators(mark, pathOperators(mark.d))} Q`;
    }
  }
}

function paintOperators(
  mark: { readonly fill?: Ink; readonly stroke?: Ink; readonly strokeWidth?: number },
  shape: string,
): string {
  const fill = mark.fill === undefined ? '' : `${colour(mark.fill)} rg `;
  const stroke = mark.stroke === undefined ? '' : `${number(mark.strokeWidth ?? 1)} w ${colour(mark.stroke)} RG `;
  const operator = mark.fill === undefined ? 'S' : mark.stroke === undefined ? 'f*' : 'B*';
  return `${fill}${stroke}${shape} ${operator}`;
}

/** Where a link leads: to a place by its name, or out; null where it may not. */
function destinationOf(to: LinkTarget, mention: (id: string) => void): Record<string, unknown> | null {
  if ('id' in to) {
    mention(to.id);
    return { Dest: new String(to.id) };
  }
  if (!SAFE_ADDRESS.test(to.href)) return null;
  return { A: { S: 'URI', URI: new String(asciiAddress(to.href)) } };
}

/** Addresses in a PDF are ASCII. */
function asciiAddress(href: string): string {
  return href.replace(/[^\x21-\x7e]/gu, (character) =>
    /^[\ud800-\udfff]$/.test(character) ? '%EF%BF%BD' : encodeURIComponent(character),
  );
}
