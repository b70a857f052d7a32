/**
 * Writes the structure that screen readers walk. Content is noted as it is painted, page by page; elements are written when
 * their part of the document is done, and let go.
 */
import type { Tag, TagRole } from '../flow.js';
import { NUMBER, REFERENCE } from './object-rows.js';
import type { Objects } from './object-streams.js';
import { createParentTree } from './parent-tree.js';
import { points, textString } from './operators.js';

/** A page as the structure knows it. */
export interface TaggedPage {
  /** The number of its object. */
  readonly id: number;
  /** Its key in the tree of parents. Those of its annotations follow. */
  readonly key: number;
  /** What has its contents. */
  readonly contents: Noted[];
  /** What has its annotations. */
  readonly annotations: Noted[];
}

type Kid =
  | { readonly kind: 'content'; readonly page: number; readonly id: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly annotation: number }
  | { readonly kind: 'tag'; readonly tag: Tag };

/** What an element has, in the order in which it was painted. */
interface Noted {
  readonly kids: Kid[];
  /** The number of the element's object, as soon as it has one. */
  id: number | null;
}

/** Left, bottom, right, top in the coordinates of the file. */
export type Box = readonly [number, number, number, number];

export interface Structure {
  /** Begins a page: its contents and annotations are noted after it, up to the next one. */
  page(id: number): TaggedPage;
  /** Begins content of an element on the page: gives its number there. */
  begin(tag: Tag): number;
  /** Notes where a figure stands. */
  place(tag: Tag, box: Box): void;
  /** Makes an annotation the content of an element: gives its key in the tree of parents. */
  annotate(tag: Tag, annotation: number): number;
  /** Writes the elements under a top, and lets them and the pages since the last call go. */
  write(top: Tag, part: 'front' | 'body'): void;
  /** Writes the top of the whole document and the tree of parents, and gives what the root says of them. */
  end(root: number): { readonly kids: number; readonly parents: number; readonly nextKey: number };
}

/** Kept where they have no content: a row must have all its cells. */
const KEPT_EMPTY = new Set(['TH', 'TD']);

interface Element {
  readonly tag: Tag;
  readonly noted: Noted | null;
  /** Of its object. */
  id: number;
  /** The number of its parent's object is that of this one; null for those under the top. */
  readonly parent: Element | null;
  kids: readonly (Kid | Element)[];
}

export function createStructure(objects: Objects): Structure {
  const noted = new Map<Tag, Noted>();
  const boxes = new Map<Tag, { readonly page: number; box: Box }>();
  const top = objects.reserve();
  const kids = { front: [] as number[], body: [] as number[] };
  const parents = createParentTree(objects);
  let pages: TaggedPage[] = [];
  let nextKey = 0;
  const page = (): TaggedPage => {
    const last = pages.at(-1);
    if (last === undefined) throw new Error('Content without a page.');
    return last;
  };

  /**
   * Notes what an element has, in the order in which it is painted; its parents are told of it the first time. Most have one
   * thing, and the engine gives a list that something is pushed onto room for seventeen.
   */
  const note = (tag: Tag, kid: Kid): Noted => {
    let known = noted.get(tag);
    if (known !== undefined) known.kids.push(kid);
    else {
      known = { kids: [kid], id: null };
      noted.set(tag, known);
      if (tag.parent !== null && tag.parent.parent !== null) note(tag.parent, { kind: 'tag', tag });
    }
    return known;
  };

  const isEmpty = (tag: Tag): boolean => !noted.has(tag) && !KEPT_EMPTY.has(tag.role) && tag.children.every(isEmpty);

  /** The elements under a top, a level after the other: those that are alike come to stand next to each other. */
  const elementsUnder = (part: Tag): readonly Element[] => {
    const elements: Element[] = [];
    const addUnder = (tag: Tag, parent: Element | null): Element | null => {
      const known = noted.get(tag);
      if (known === undefined && isEmpty(tag)) return null;
      const made: Element = { tag, noted: known ?? null, id: 0, parent, kids: [] };
      elements.push(made);
      return made;
    };
    for (const child of part.children) addUnder(child, null);
    for (const element of elements) {
      const painted = element.noted?.kids ?? [];
      // Where words and links alternate, the order is that of the page; else it is that of the document.
      const found = painted.some(isPainted)
        ? painted.map((kid) => (kid.kind === 'tag' ? addUnder(kid.tag, element) : kid))
        : element.tag.children.map((child) => addUnder(child, element));
      element.kids = found.includes(null) ? found.filter((kid) => kid !== null) : (found as readonly (Kid | Element)[]);
    }
    return elements;
  };

  const write: Structure['write'] = (part, place) => {
    const elements = elementsUnder(part);
    const alike = new Map<string, Element[]>();
    for (const element of elements) {
      const pattern = patternOf(element, boxes.get(element.tag)?.box);
      const others = alike.get(pattern);
      if (others === undefined) alike.set(pattern, [element]);
      else others.push(element);
    }
    // Numbered in the order in which they are packed: then each row of a pattern goes on from the one above.
    for (const some of alike.values())
      for (const element of some) {
        element.id = objects.reserve();
        if (element.noted !== null) element.noted.id = element.id;
      }
    for (const [pattern, some] of alike)
      for (const element of some) objects.add(element.id, pattern, numbersOf(element, top));
    for (const element of elements) if (element.parent === null) kids[place].push(element.id);
    for (const { key, contents, annotations } of pages) parents.add(key, idsOf(contents), idsOf(annotations));
    pages = [];
    noted.clear();
    boxes.clear();
  };

  const idsOf = (some: readonly Noted[]): readonly number[] => some.map(({ id }) => id ?? top);

  return {
    page: (id) => {
      const made: TaggedPage = { id, key: nextKey++, contents: [], annotations: [] };
      pages.push(made);
      return made;
    },
    begin: (tag) => {
      const { contents, id } = page();
      return contents.push(note(tag, { kind: 'content', page: id, id: contents.length })) - 1;
    },
    annotate: (tag, annotation) => {
      const { annotations, id } = page();
      annotations.push(note(tag, { kind: 'annotation', annotation, page: id }));
      return nextKey++;
    },
    place: (tag, box) => {
      const { id } = page();
      const known = boxes.get(tag);
      if (known === undefined) boxes.set(tag, { page: id, box });
      else if (known.page === id) known.box = around(known.box, box);
    },
    write,
    end: (root) => {
      const all = [...kids.front, ...kids.body];
      objects.add(top, `<</S/Document/P ${REFERENCE}/K[${all.map(() => REFERENCE).join(' ')}]>>`, [root, ...all]);
      return { kids: top, parents: parents.end(), nextKey };
    },
  };
}

/** What stands on a page itself, and not in an element below. */
function isPainted(kid: Kid): boolean {
  return kid.kind !== 'tag';
}

/** The area around two. */
function around([left, bottom, right, top]: Box, other: Box): Box {
  return [Math.min(left, other[0]), Math.min(bottom, other[1]), Math.max(right, other[2]), Math.max(top, other[3])];
}

/** The page of an element's contents that need not name theirs. */
function pageOf({ kids }: Element): number | undefined {
  for (const kid of kids) if ('kind' in kid && kid.kind === 'content') return kid.page;
  return undefined;
}

/** Of elements with one piece of content and nothing else to say, which most are: by their role. */
const plain = new Map<TagRole, string>();

/** The text of an element, with `NUMBER` for each number in it. */
function patternOf(element: Element, box: Box | undefined): string {
  const { tag, kids } = element;
  const attributes = attributesOf(tag, box);
  const [only] = kids;
  if (kids.length === 1 && only !== undefined && 'kind' in only && only.kind === 'content' && attributes === '') {
    let pattern = plain.get(tag.role);
    if (pattern === undefined) {
      pattern = `<</S/${tag.role}/Pg ${REFERENCE}/P ${REFERENCE}/K ${NUMBER}>>`;
      plain.set(tag.role, pattern);
    }
    return pattern;
  }
  const page = pageOf(element);
  let content = '';
  for (const kid of kids) {
    if (content !== '') content += ' ';
    if (!('kind' in kid)) content += REFERENCE;
    else if (kid.kind === 'annotation') content += `<</Type/OBJR/Obj ${REFERENCE}/Pg ${REFERENCE}>>`;
    else if (kid.kind === 'content' && kid.page !== page) content += `<</Type/MCR/Pg ${REFERENCE}/MCID ${NUMBER}>>`;
    else content += NUMBER;
  }
  const where = page === undefined ? '' : `/Pg ${REFERENCE}`;
  return `<</S/${tag.role}${attributes}${where}/P ${REFERENCE}/K${kids.length === 1 ? ` ${content}` : `[${content}]`}>>`;
}

/** The numbers that stand in the pattern, in their order. */
function numbersOf(element: Element, top: number): readonly number[] {
  const page = pageOf(element);
  const parent = element.parent?.id ?? top;
  const numbers = page === undefined ? [parent] : [page, parent];
  for (const kid of element.kids) {
    if (!('kind' in kid)) numbers.push(kid.id);
    else if (kid.kind === 'annotation') numbers.push(kid.annotation, kid.page);
    else if (kid.kind === 'content') {
      if (kid.page !== page) numbers.push(kid.page);
      numbers.push(kid.id);
    }
  }
  return numbers;
}

/** What an element says of itself beside its content. */
function attributesOf(tag: Tag, box: Box | undefined): string {
  let said = '';
  if (tag.alternative !== undefined) said += `/Alt${textString(tag.alternative)}`;
  if (tag.actual !== undefined) said += `/ActualText${textString(tag.actual)}`;
  const attributes: string[] = [];
  if (tag.scope !== undefined || tag.columnSpan !== undefined || tag.summary !== undefined) {
    const scope = tag.scope === undefined ? '' : `/Scope/${tag.scope}`;
    const span = tag.columnSpan === undefined ? '' : `/ColSpan ${String(tag.columnSpan)}`;
    const summary = tag.summary === undefined ? '' : `/Summary${textString(tag.summary)}`;
    attributes.push(`<</O/Table${scope}${span}${summary}>>`);
  }
  if (tag.numbering !== undefined) attributes.push(`<</O/List/ListNumbering/${tag.numbering}>>`);
  if (box !== undefined)
    attributes.push(`<</O/Layout/Placement/Block/BBox[${box.map((side) => points(side)).join(' ')}]>>`);
  if (attributes.length === 0) return said;
  return attributes.length === 1 ? `${said}/A${attributes.join('')}` : `${said}/A[${attributes.join('')}]`;
}
