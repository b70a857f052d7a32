/**
 * Writes the structure that screen readers walk. Content is noted as it is painted, page by page; elements are written when
 * their part of the document is done, and let go.
 */
import type PDFDocument from 'pdfkit';
import type { PdfPage, PdfReference } from 'pdfkit';
import type { Tag } from '../flow.js';

type Kid =
  | { readonly kind: 'content'; readonly page: PdfReference; readonly id: number }
  | { readonly kind: 'annotation'; readonly page: PdfReference; readonly annotation: PdfReference }
  | { readonly kind: 'tag'; readonly tag: Tag };

interface Element {
  readonly reference: PdfReference;
  /** In the order in which they were painted. */
  readonly kids: Kid[];
  box: Box | null;
}

/** Left, bottom, right, top in the coordinates of the file. */
export type Box = readonly [number, number, number, number];

export interface Structure {
  /** Begins content of an element on a page: gives its operator. It is ended by `EMC`. */
  begin(tag: Tag, page: PdfPage): string;
  /** Notes where a figure stands. */
  place(tag: Tag, box: Box): void;
  /** Makes an annotation the content of an element. */
  annotate(tag: Tag, annotation: PdfReference, page: PdfPage): void;
  /** Writes the elements under a top; gives those directly under it. */
  write(top: Tag): readonly PdfReference[];
  /** Writes the top of the whole document. */
  end(kids: readonly PdfReference[]): void;
}

/** Kept where they have no content: a row must have all its cells. */
const KEPT_EMPTY = new Set(['TH', 'TD']);

export function createStructure(document: PDFDocument): Structure {
  const elements = new Map<Tag, Element>();
  const root = document.getStructTreeRoot();
  const top = document.ref({ Type: 'StructElem', S: 'Document', P: root });
  root.data['K'] = [top];

  /** The element of a tag; its parents are told of it the first time. */
  const elementOf = (tag: Tag): Element => {
    const known = elements.get(tag);
    if (known !== undefined) return known;
    const element: Element = { reference: document.ref(), kids: [], box: null };
    elements.set(tag, element);
    if (tag.parent !== null && tag.parent.parent !== null) elementOf(tag.parent).kids.push({ kind: 'tag', tag });
    return element;
  };

  const begin: Structure['begin'] = (tag, page) => {
    const element = elementOf(tag);
    const parents = document.getStructParentTree().get(page.structParentTreeKey) as PdfReference[];
    const id = parents.length;
    parents.push(element.reference);
    element.kids.push({ kind: 'content', page: page.dictionary, id });
    return `/${tag.role} <</MCID ${String(id)}>> BDC`;
  };

  const annotate: Structure['annotate'] = (tag, annotation, page) => {
    const element = elementOf(tag);
    const key = document.createStructParentTreeNextKey();
    annotation.data['StructParent'] = key;
    document.getStructParentTree().add(key, element.reference);
    element.kids.push({ kind: 'annotation', annotation, page: page.dictionary });
  };

  const isEmpty = (tag: Tag): boolean => !elements.has(tag) && !KEPT_EMPTY.has(tag.role) && tag.children.every(isEmpty);

  const writeElement = (tag: Tag, parent: PdfReference): PdfReference => {
    const element = elements.get(tag) ?? { reference: document.ref(), kids: [], box: null };
    const { reference, kids, box } = element;
    // Where words and links alternate, the order is that of the page; else it is that of the document.
    const mixed = kids.some((kid) => kid.kind !== 'tag');
    const ordered = mixed
      ? kids
      : tag.children.filter((child) => !isEmpty(child)).map((child): Kid => ({ kind: 'tag', tag: child }));
    const page = ordered.find((kid) => kid.kind === 'content')?.page;
    const data = reference.data;
    data['Type'] = 'StructElem';
    data['S'] = tag.role;
    data['P'] = parent;
    if (page !== undefined) data['Pg'] = page;
    if (tag.alternative !== undefined) data['Alt'] = new String(tag.alternative);
    if (tag.actual !== undefined) data['ActualText'] = new String(tag.actual);
    const attributes = attributesOf(tag, box);
    if (attributes.length > 0) data['A'] = attributes.length === 1 ? attributes[0] : attributes;
    data['K'] = ordered.map((kid) => {
      switch (kid.kind) {
        case 'tag':
          return writeElement(kid.tag, reference);
        case 'content':
          return kid.page === page ? kid.id : { Type: 'MCR', Pg: kid.page, MCID: kid.id };
        case 'annotation':
          return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page };
      }
    });
    reference.end();
    elements.delete(tag);
    return reference;
  };

  return {
    begin,
    annotate,
    place: (tag, box) => {
      elementOf(tag).box = box;
    },
    write: (part) => part.children.filter((child) => !isEmpty(child)).map((child) => writeElement(child, top)),
    end: (kids) => {
      top.data['K'] = kids;
      top.end();
    },
  };
}

function attributesOf(tag: Tag, box: Box | null): readonly Record<string, unknown>[] {
  const attributes: Record<string, unknown>[] = [];
  if (tag.scope !== undefined || tag.columnSpan !== undefined || tag.summary !== undefined) {
    attributes.push({
      O: 'Table',
      Scope: tag.scope,
      ColSpan: tag.columnSpan,
      Summary: tag.summary === undefined ? undefined : new String(tag.summary),
    });
  }
  if (tag.numbering !== undefined) attributes.push({ O: 'List', ListNumbering: tag.numbering });
  if (box !== null) attributes.push({ O: 'Layout', Placement: 'Block', BBox: box });
  return attributes;
}
