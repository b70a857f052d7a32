/** The outline that readers show beside the pages. Items come in the order of the pages; each is written when the next one is known. */
import { NUMBER, REFERENCE } from './object-rows.js';
import type { Objects } from './object-streams.js';
import { textString } from './operators.js';
import type { Place } from './places.js';

interface Open {
  readonly id: number;
  readonly title: string;
  readonly place: Place;
  readonly previous: number | null;
  first: number | null;
  last: number | null;
  count: number;
}

export interface Outline {
  /** Adds an item, from level 1: under the last one of a higher level. */
  add(level: number, title: string, place: Place): void;
  /** Writes what is left; gives the first and the last item and how many there are, or null where there is none. */
  end(): { readonly first: number; readonly last: number; readonly count: number } | null;
}

/** `root` is the object of the whole outline. Items under items are not shown until they are asked for. */
export function createOutline(objects: Objects, root: number): Outline {
  const top: Open = {
    id: root,
    title: '',
    place: { page: 0, y: 0 },
    previous: null,
    first: null,
    last: null,
    count: 0,
  };
  /** The last item of each level, under the whole. */
  const open: Open[] = [top];

  const write = (item: Open, parent: number, next: number | null): void => {
    const numbers = [parent, item.place.page, item.place.y];
    let pattern = `<</Title${textString(item.title)}/Parent ${REFERENCE}/Dest[${REFERENCE}/XYZ 0 ${NUMBER} null]`;
    const also = (key: string, id: number | null): void => {
      if (id === null) return;
      pattern += `/${key} ${REFERENCE}`;
      numbers.push(id);
    };
    also('Prev', item.previous);
    also('Next', next);
    also('First', item.first);
    also('Last', item.last);
    if (item.count > 0) {
      // Less than nothing: they are closed.
      pattern += `/Count ${NUMBER}`;
      numbers.push(-item.count);
    }
    objects.add(item.id, `${pattern}>>`, numbers);
  };
  const close = (depth: number, next: number | null): void => {
    while (open.length > depth) {
      const item = open.pop();
      const parent = open.at(-1);
      if (item !== undefined && parent !== undefined) write(item, parent.id, open.length === depth ? next : null);
    }
  };

  return {
    add: (level, title, place) => {
      const depth = Math.min(level, open.length);
      const id = objects.reserve();
      close(depth, id);
      const parent = open.at(-1) ?? top;
      open.push({ id, title, place, previous: parent.last, first: null, last: null, count: 0 });
      parent.first ??= id;
      parent.last = id;
      parent.count++;
    },
    end: () => {
      close(1, null);
      return top.first === null || top.last === null ? null : { first: top.first, last: top.last, count: top.count };
    },
  };
}
