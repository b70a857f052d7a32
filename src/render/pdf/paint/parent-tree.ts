/** The tree of parents of a tagged file: from content to its element. */
import { REFERENCE } from './object-rows.js';
import type { Objects } from './object-streams.js';

/** The rows of a leaf. */
const LEAF = 4000;

/**
 * The tree that leads from a page and the number of its content, or from an annotation, to the element (ISO 32000-1, 14.7.4.4).
 * Its keys grow; a leaf is written when it is full.
 */
export function createParentTree(objects: Objects) {
  const leaves: number[] = [];
  let rows: [key: string, bracket: string, id: number | null][] = [];
  let first: number | null = null;
  let last = 0;
  const flush = (): void => {
    if (first === null) return;
    const leaf = objects.reserve();
    const keyWidth = String(last).length;
    const idWidth = String(rows.reduce((most, [, , id]) => Math.max(most, id ?? 0), 0)).length;
    const texts = rows.map(([key, bracket, id]) =>
      id === null
        ? `${key.padStart(keyWidth)}${bracket}`
        : `${key.padStart(keyWidth)}${bracket}${String(id).padStart(idWidth)} 0 R`,
    );
    objects.addRows(leaf, `<</Limits[${String(first)} ${String(last)}]/Nums[`, [...texts, ']>>']);
    leaves.push(leaf);
    rows = [];
    first = null;
  };
  return {
    add(key: number, contents: readonly number[], annotations: readonly number[]): void {
      first ??= key;
      rows.push([String(key), '[', null]);
      for (const id of contents) rows.push(['', ' ', id]);
      rows.push(['', ']', null]);
      for (const [index, id] of annotations.entries()) rows.push([String(key + 1 + index), ' ', id]);
      last = key + annotations.length;
      if (rows.length >= LEAF) flush();
    },
    end(): number {
      flush();
      const root = objects.reserve();
      objects.add(root, `<</Kids[${leaves.map(() => REFERENCE).join(' ')}]>>`, leaves);
      return root;
    },
  };
}
