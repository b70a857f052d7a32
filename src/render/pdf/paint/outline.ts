/**
 * The outline that readers show beside the pages. What stands in a chapter is written when the item after it is known, the chapters
 * themselves at the end: earlier runs of an experiment stand under its latest one, wherever their pages are.
 */
import { NUMBER, REFERENCE } from './object-rows.js';
import type { Objects } from './object-streams.js';
import { textString } from './operators.js';
import type { Place } from './places.js';

/** Chapters that stand under another one, by their ids, in order; and the title of the item there that holds them. */
export interface Grouping {
  readonly title: string;
  readonly chapters: ReadonlyMap<string, { readonly under: string; readonly title: string }>;
}

interface Item {
  readonly id: number;
  readonly title: string;
  readonly place: Place;
  previous: number | null;
  first: number | null;
  last: number | null;
  count: number;
}

interface Chapter extends Item {
  readonly section: string;
  /** The item of the chapters under this one: its last. */
  group: Item | null;
}

export interface Outline {
  /** Adds an item, from level 1: under the last one of a higher level. `section` is the id of what it leads to. */
  add(level: number, title: string, place: Place, section: string): void;
  /** Writes what is left; gives the first and the last item and how many there are, or null where there is none. */
  end(): { readonly first: number; readonly last: number; readonly count: number } | null;
}

/** `root` is the object of the whole outline. Items under items are not shown until they are asked for. */
export function createOutline(objects: Objects, root: number, grouping: Grouping): Outline {
  const chapters: Chapter[] = [];
  const groups = new Map<string, { readonly section: string; readonly title: string }[]>();
  for (const [section, { under, title }] of grouping.chapters) {
    const group = groups.get(under);
    if (group === undefined) groups.set(under, [{ section, title }]);
    else group.push({ section, title });
  }
  /** The last item of each level, in the chapter at hand. */
  const open: Item[] = [];

  const makeItem = (title: string, place: Place): Item => {
    return { id: objects.reserve(), title, place, previous: null, first: null, last: null, count: 0 };
  };
  const append = (item: Item, parent: Item): void => {
    item.previous = parent.last;
    parent.first ??= item.id;
    parent.last = item.id;
    parent.count++;
  };
  const write = (item: Item, parent: number, next: number | null): void => {
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
  /** Writes the open items from a depth on; `next` follows the first of them. */
  const close = (depth: number, next: number | null): void => {
    while (open.length > depth) {
      const item = open.pop();
      const parent = open.at(-1) ?? chapters.at(-1);
      if (item !== undefined && parent !== undefined) write(item, parent.id, open.length === depth ? next : null);
    }
  };
  const endChapter = (): void => {
    const chapter = chapters.at(-1);
    if (chapter === undefined || chapter.group !== null) return;
    if (groups.has(chapter.section)) chapter.group = makeItem(grouping.title, chapter.place);
    close(0, chapter.group?.id ?? null);
    if (chapter.group !== null) append(chapter.group, chapter);
  };
  /** Writes the chapters under one item. */
  const writeAll = (items: readonly Item[], parent: Item): void => {
    for (const item of items) append(item, parent);
    for (const [index, item] of items.entries()) write(item, parent.id, items[index + 1]?.id ?? null);
  };

  return {
    add: (level, title, place, section) => {
      const chapter = chapters.at(-1);
      if (level === 1 || chapter === undefined) {
        endChapter();
        chapters.push({ ...makeItem(title, place), section, group: null });
        return;
      }
      const depth = Math.min(level - 2, open.length);
      const item = makeItem(title, place);
      close(depth, item.id);
      append(item, open.at(-1) ?? chapter);
      open.push(item);
    },
    end: () => {
      endChapter();
      const known = new Map(chapters.map((chapter) => [chapter.section, chapter]));
      for (const chapter of chapters) {
        if (chapter.group === null) continue;
        const under = (groups.get(chapter.section) ?? []).flatMap(({ section, title }) => {
          const found = known.get(section);
          return found === undefined ? [] : [{ ...found, title }];
        });
        writeAll(under, chapter.group);
        write(chapter.group, chapter.id, null);
      }
      const whole: Item = {
        id: root,
        title: '',
        place: { page: 0, y: 0 },
        previous: null,
        first: null,
        last: null,
        count: 0,
      };
      const own = chapters.filter(({ section }) => {
        const under = grouping.chapters.get(section)?.under;
        return under === undefined || !known.has(under);
      });
      writeAll(own, whole);
      return whole.first === null || whole.last === null
        ? null
        : { first: whole.first, last: whole.last, count: whole.count };
    },
  };
}
