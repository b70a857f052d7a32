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
    for (const [, cells] of [...rows].sort(([a], [b]) => placeInGroup(a, group) - placeInGroup(b, group))) {
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

/** The how-manieth item of its list; 0 for a row, which is alone in its group. */
function placeInGroup(row: Tag, group: Tag | null): number {
  return row === group ? 0 : (group?.children.indexOf(row) ?? 0);
}

/** The nearest row or list item around an element, and the part of it that the element belongs to. */
function cellOf(tag: Tag): { readonly row: Tag; readonly cell: Tag } | null {
  let cell = tag;
  for (let parent = tag.parent; parent !== null; cell = parent, parent = parent.parent) {
    if (parent.role === 'TR' || parent.role === 'LI') return { row: parent, cell };
  }
  return null;
}
