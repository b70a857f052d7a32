/**
 * Items of a page into the order in which they are read: a row that was split by line comes line by line from its layout, and
 * is read cell by cell.
 */
import type { Item, Tag } from '../flow.js';

/** The items, those of each row or list item grouped by its cells. All others keep their places. */
export function readingOrder(items: readonly Item[]): readonly Item[] {
  const ordered: Item[] = [];
  let row: Tag | null = null;
  let cells = new Map<Tag, Item[]>();
  const flush = (): void => {
    for (const cell of cells.values()) for (const item of cell) ordered.push(item);
    cells = new Map();
  };
  for (const item of items) {
    if (item.kind === 'shape' || item.tag === null) {
      ordered.push(item);
      continue;
    }
    const place = cellOf(item.tag);
    if (place?.row !== row) {
      flush();
      row = place?.row ?? null;
    }
    if (place === null) ordered.push(item);
    else {
      const cell = cells.get(place.cell);
      if (cell === undefined) cells.set(place.cell, [item]);
      else cell.push(item);
    }
  }
  flush();
  return ordered;
}

/** The nearest row or list item around an element, and the part of it that the element belongs to. */
function cellOf(tag: Tag): { readonly row: Tag; readonly cell: Tag } | null {
  let cell = tag;
  for (let parent = tag.parent; parent !== null; cell = parent, parent = parent.parent) {
    if (parent.role === 'TR' || parent.role === 'LI') return { row: parent, cell };
  }
  return null;
}
