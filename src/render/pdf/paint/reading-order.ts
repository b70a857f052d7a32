/**
 * Items of a page into the order in which they are read: a row that was split by line comes line by line from its layout, and
 * is read cell by cell; a list in two columns is read down the one and then the other.
 */
import type { Item, Tag } from '../flow.js';

/** The items, those of each row grouped by its cells, and those of each list by its items. All others keep their places. */
export function readingOrder(items: readonly Item[]): readonly Item[] {
  const ordered: Item[] = [];
  let group: Tag | null = null;
  let rows = new Map<Tag, Map<Tag, Item[]>>();
  const flush = (): void => {
    const places = rows.size > 1 && group !== null ? placesIn(group) : null;
    const place = (row: Tag): number => places?.get(row) ?? 0;
    for (const [, cells] of [...rows].sort(([a], [b]) => place(a) - place(b))) {
      for (const cell of cells.values()) ordered.push(...cell);
    }
    rows = new Map();
  };
  for (const item of items) {
    if (item.kind === 'shape' || item.tag === null) {
      ordered.push(item);
      continue;
    }
    const place = cellOf(item.tag);
    // A list may stand in two columns, its lines side by side; the rows of a table never do.
    const next = place === null ? null : place.row.role === 'LI' ? place.row.parent : place.row;
    if (next !== group) {
      flush();
      group = next;
    }
    if (place === null) ordered.push(item);
    else {
      let cells = rows.get(place.row);
      if (cells === undefined) rows.set(place.row, (cells = new Map<Tag, Item[]>()));
      const cell = cells.get(place.cell);
      if (cell === undefined) cells.set(place.cell, [item]);
      else cell.push(item);
    }
  }
  flush();
  return ordered;
}

const known = new WeakMap<Tag, ReadonlyMap<Tag, number>>();

/** The how-manieth of its list each item is: worked out once for a list, which may run over many pages. */
function placesIn(list: Tag): ReadonlyMap<Tag, number> {
  let places = known.get(list);
  if (places === undefined) {
    places = new Map(list.children.map((child, index) => [child, index]));
    known.set(list, places);
  }
  return places;
}

/** The nearest row or list item around an element, and the part of it that the element belongs to. */
function cellOf(tag: Tag): { readonly row: Tag; readonly cell: Tag } | null {
  let cell = tag;
  for (let parent = tag.parent; parent !== null; cell = parent, parent = parent.parent) {
    if (parent.role === 'TR' || parent.role === 'LI') return { row: parent, cell };
  }
  return null;
}
