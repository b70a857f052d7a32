/** The pages of a file, in a tree of nodes that hold as many as a reader looks through quickly. */
import type { Geometry } from '../geometry.js';
import { NUMBER, REFERENCE } from './object-rows.js';
import { asText, type Objects } from './object-streams.js';

/** The pages of a node. */
const NODE = 100;

/** A page that is not painted yet. */
export interface ReservedPage {
  /** Of its object. */
  readonly id: number;
  /** From 1. */
  readonly number: number;
}

export interface Pages {
  reserve(): ReservedPage;
  /** Writes a page: its streams one after the other, its key in the tree of parents, its annotations. */
  write(
    page: ReservedPage,
    contents: readonly number[],
    resources: number,
    key: number,
    annotations: readonly number[],
  ): void;
  count(): number;
  /** The first page's object. */
  first(): number;
  /** Writes the nodes, and puts them into the data of the root. */
  end(root: Record<string, unknown>): void;
}

/** `root` is the object at the top of the tree. */
export function createPages(objects: Objects, root: number, { paper }: Geometry): Pages {
  const ids: number[] = [];
  const nodes: number[] = [];
  const box = `/MediaBox[0 0 ${paper.join(' ')}]`;
  const references = (count: number): string => new Array<string>(count).fill(REFERENCE).join(' ');
  return {
    reserve: () => {
      if (ids.length % NODE === 0) nodes.push(objects.reserve());
      const id = objects.reserve();
      return { id, number: ids.push(id) };
    },
    write: ({ id, number }, contents, resources, key, annotations) => {
      const links = annotations.length === 0 ? '' : `/Annots[${references(annotations.length)}]`;
      const pattern = `<</Type/Page/Parent ${REFERENCE}${box}/Contents[${references(contents.length)}]/Resources ${REFERENCE}/StructParents ${NUMBER}/Tabs/S${links}>>`;
      const parent = nodes[Math.floor((number - 1) / NODE)] ?? root;
      objects.add(id, pattern, [parent, ...contents, resources, key, ...annotations]);
    },
    count: () => ids.length,
    first: () => ids[0] ?? 0,
    end: (data) => {
      for (const [index, node] of nodes.entries()) {
        const kids = ids.slice(index * NODE, (index + 1) * NODE);
        const pattern = `<</Type/Pages/Parent ${REFERENCE}/Count ${NUMBER}/Kids[${references(kids.length)}]>>`;
        objects.add(node, pattern, [root, kids.length, ...kids]);
      }
      data['Count'] = ids.length;
      data['Kids'] = asText(`[${nodes.map((node) => `${String(node)} 0 R`).join(' ')}]`);
    },
  };
}
