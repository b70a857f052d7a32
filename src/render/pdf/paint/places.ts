/** The places of the file that have a name: links lead to them, from inside the file and from outside. */
import { REFERENCE } from './object-rows.js';
import type { Objects } from './object-streams.js';
import { hundredths, textString } from './operators.js';

/** A place in the file. */
export interface Place {
  /** The number of the page's object. */
  readonly page: number;
  /** In points from the bottom. */
  readonly y: number;
}

export interface Places {
  /** Names a place, unless the name is taken. */
  add(id: string, pageNumber: number, page: number, y: number): void;
  find(id: string): Place | undefined;
  /** The number of the page where something stands. */
  pageOf(id: string): number | undefined;
  /** Says that a link leads to a name: if it is never given, the link leads to the first page. */
  mention(id: string): void;
  /** Writes the tree of names; gives its object. */
  end(first: Place): number;
}

/** The names of a leaf of the tree. */
const LEAF = 1000;
/** Numbers for each place: of the page, of its object, how high in hundredths of a point. */
const EACH = 3;

export function createPlaces(objects: Objects): Places {
  const indices = new Map<string, number>();
  const numbers: number[] = [];
  const mentioned = new Set<string>();
  const place = (index: number): Place => ({
    page: numbers[index * EACH + 1] ?? 0,
    y: (numbers[index * EACH + 2] ?? 0) / 100,
  });

  const add: Places['add'] = (id, pageNumber, page, y) => {
    if (indices.has(id)) return;
    indices.set(id, indices.size);
    numbers.push(pageNumber, page, Math.round(y * 100));
  };

  const writeLeaf = (names: readonly string[]): number => {
    const leaf = objects.reserve();
    const written = names.map(textString);
    const places = names.map((name) => place(indices.get(name) ?? 0));
    const pages = places.map(({ page }) => String(page));
    const heights = places.map(({ y }) => hundredths(Math.round(y * 100)));
    const [nameWidth, pageWidth, heightWidth] = [written, pages, heights].map((texts) =>
      Math.max(...texts.map((text) => text.length)),
    );
    const rows = written.map((name, index) => {
      const page = (pages[index] ?? '').padStart(pageWidth ?? 0);
      const height = (heights[index] ?? '').padStart(heightWidth ?? 0);
      return `${name.padEnd(nameWidth ?? 0)}[${page} 0 R/XYZ 0 ${height} null]`;
    });
    const limits = `<</Limits[${written[0] ?? ''} ${written.at(-1) ?? ''}]/Names[`;
    objects.addRows(leaf, limits, [...rows, ']>>']);
    return leaf;
  };

  return {
    add,
    find: (id) => {
      const index = indices.get(id);
      return index === undefined ? undefined : place(index);
    },
    pageOf: (id) => {
      const index = indices.get(id);
      return index === undefined ? undefined : numbers[index * EACH];
    },
    mention: (id) => mentioned.add(id),
    end: (first) => {
      for (const id of mentioned) add(id, 1, first.page, first.y);
      // Names are looked up in the order of their bytes.
      const names = [...indices.keys()].sort((a, b) => (a < b ? -1 : 1));
      const leaves: number[] = [];
      for (let at = 0; at < names.length; at += LEAF) leaves.push(writeLeaf(names.slice(at, at + LEAF)));
      const root = objects.reserve();
      objects.add(root, `<</Kids[${leaves.map(() => REFERENCE).join(' ')}]>>`, leaves);
      return root;
    },
  };
}
