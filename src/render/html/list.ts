/** A list → its items: one that is a single paragraph stands in its item as it is, without a paragraph's distance. */
import type { List } from '../../document/types.js';

/** What `list.hbs` is given beside the list's own fields. */
export function listView(list: List): object {
  return {
    ...list,
    tag: list.ordered ? 'ol' : 'ul',
    entries: list.items.map((blocks) => {
      const [only, ...others] = blocks;
      const tight = only?.kind === 'paragraph' && others.length === 0 && only.id === undefined;
      return tight ? { tight, content: only.content } : { tight, blocks };
    }),
    start: list.ordered && list.start !== undefined && list.start !== 1 ? list.start : undefined,
  };
}
