/** What layout makes: strips, one under the other, each with what stands in it. Pagination hands them out to pages. */
import type { ChartMark, Drawing, Ink } from '../../chart/marks.js';
import type { StatusName } from '../../document/types.js';
import type { Picture } from '../../theme/picture.js';
import type { Font } from './measure.js';

/** Roles of the structure that screen readers walk (PDF 1.7, 14.8.4). */
export type TagRole =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'Span'
  | 'Link'
  | 'Code'
  | 'BlockQuote'
  | 'Caption'
  | 'Note'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Reference';

/** An element of the structure. Children stand in reading order, whatever the order in which they are painted. */
export interface Tag {
  readonly role: TagRole;
  /** Null for the top. */
  readonly parent: Tag | null;
  children: readonly Tag[];
  readonly alternative?: string;
  /** What it says where nothing is seen. */
  readonly actual?: string;
  readonly scope?: 'Column' | 'Row';
  readonly columnSpan?: number;
  /** How the items of a list are counted. */
  readonly numbering?: 'Decimal' | 'Disc';
  /** What a table shows. */
  readonly summary?: string;
}

/** Most elements have no child, and share this. */
const NONE: readonly Tag[] = [];

/** The top of a structure. */
export function topTag(): Tag {
  return { role: 'Document', parent: null, children: NONE };
}

/** Makes an element and adds it to its parent. */
export function addTag(parent: Tag, role: TagRole, attributes: Omit<Tag, 'role' | 'parent' | 'children'> = {}): Tag {
  const tag: Tag = { role, parent, children: NONE, ...attributes };
  // The engine gives a list that something is pushed onto room for seventeen, and most have one child.
  if (parent.children === NONE) parent.children = [tag];
  else (parent.children as Tag[]).push(tag);
  return tag;
}

/** One line of text in one font. `y` is the baseline. Without a tag it is decoration, or a repetition. */
export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly font: Font;
  readonly ink: Ink;
  readonly tag: Tag | null;
  /** All of it runs from right to left. */
  readonly rightToLeft?: boolean;
}

/** A shape, moved to (x, y): decoration. */
export interface ShapeItem {
  readonly kind: 'shape';
  readonly x: number;
  readonly y: number;
  readonly mark: ChartMark;
}

/** A drawing with its left upper corner at (x, y). Its tag is a figure, or null where words say the same. */
export interface DrawingItem {
  readonly kind: 'drawing';
  readonly x: number;
  readonly y: number;
  readonly drawing: Drawing;
  readonly tag: Tag | null;
}

/** A picture with its left upper corner at (x, y). Its tag is a figure. */
export interface PictureItem {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly picture: Picture;
  readonly tag: Tag;
}

/** An area that leads somewhere. */
export interface LinkItem {
  readonly kind: 'link';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly to: LinkTarget;
  /** What it says, for those who do not see it. */
  readonly words: string;
  readonly tag: Tag;
}

export type LinkTarget = { readonly id: string } | { readonly href: string };

/** The number of the page where something stands, known when all is laid out. Ends at `x`, or begins there. */
export interface PageNumberItem {
  readonly kind: 'page-number';
  readonly x: number;
  readonly y: number;
  readonly align: 'start' | 'end';
  readonly target: string;
  readonly prefix: string;
  readonly font: Font;
  readonly ink: Ink;
  /** The area of the link around it, from the baseline up and down. */
  readonly height: number;
  readonly tag: Tag;
}

export type Item = TextItem | ShapeItem | DrawingItem | PictureItem | LinkItem | PageNumberItem;

/** A heading, for the outline of the document. */
export interface Heading {
  readonly title: string;
  /** The id of what it is the head of. */
  readonly section: string;
  /** 1 for the parts of the document. */
  readonly level: number;
}

/** What stands at the head of the pages of a part of the document, at the right. */
export interface RunningTitle {
  readonly title: string;
  /** The end of the title, which is not cut. */
  readonly end?: string;
  readonly status?: StatusName;
}

/** So many parts side by side, each so far from the one before it. */
export interface Abreast {
  readonly count: number;
  readonly step: number;
}

/** A piece of the flow that is never split. Items are relative to its left upper corner on axis A. */
export interface Strip {
  readonly height: number;
  /** Room above it, left away at the top of a page. */
  readonly space: number;
  readonly items: readonly Item[];
  /** Stays on the page of the strip after it. */
  readonly keep?: boolean;
  /**
   * Begins a part, and a page: always, or unless the part before it has only run over to the page at hand, or unless half
   * of the page at hand is free.
   */
  readonly startsPage?: 'always' | 'after-a-part' | 'after-half-a-page';
  /** A good place to end a page, if one must end soon. */
  readonly goodEnd?: boolean;
  /** Stand again at the top of a page that begins with this strip. */
  readonly repeat?: readonly Strip[];
  /**
   * Those of one `abreast` that follow each other, all of one height, stand side by side on a page: down the first part of it,
   * then down the next.
   */
  readonly abreast?: Abreast;
  /** Places that links lead to. */
  readonly anchors?: readonly string[];
  readonly heading?: Heading;
  /** From here on, at the head of pages. */
  readonly running?: RunningTitle;
}

/** The strips with what `changes` says of the first one. */
export function withFirst(strips: readonly Strip[], changes: Partial<Strip>): readonly Strip[] {
  const first = strips[0];
  if (first === undefined) return [];
  const anchors = [...(changes.anchors ?? []), ...(first.anchors ?? [])];
  return strips.with(0, { ...first, ...changes, ...(anchors.length > 0 ? { anchors } : {}) });
}

/** The strips, kept together. */
export function kept(strips: readonly Strip[]): readonly Strip[] {
  return strips.map((strip, index) => (index < strips.length - 1 ? { ...strip, keep: true } : strip));
}

/** How high the strips are together. */
export function totalHeight(strips: readonly Strip[]): number {
  let height = 0;
  for (const strip of strips) height += strip.space + strip.height;
  return height;
}

/** The strips as they stand again on another page: seen, and not read out a second time. */
export function withoutTags(strips: readonly Strip[]): readonly Strip[] {
  return strips.map((strip) => ({ ...strip, items: strip.items.flatMap(untagged) }));
}

function untagged(item: Item): readonly Item[] {
  switch (item.kind) {
    case 'text':
    case 'drawing':
      return [{ ...item, tag: null }];
    case 'shape':
      return [item];
    case 'picture':
    case 'link':
    case 'page-number':
      return [];
  }
}
