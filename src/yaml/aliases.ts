/** A document of YAML → what each of its aliases stands for. */
import type * as YamlLibrary from 'yaml';
import type { Alias, Document, Node } from 'yaml';

/**
 * What each alias stands for: the last node with its anchor before it. An alias without one is not among them. One walk for
 * all of them, since `Alias.resolve` walks the whole document for each; and without recursion, however deep it goes.
 *
 * @param yaml The library, which is loaded where YAML is read.
 */
export function anchorsOf(yaml: typeof YamlLibrary, document: Document): ReadonlyMap<Alias, Node> {
  const named = new Map<string, Node>();
  const meant = new Map<Alias, Node>();
  const next: unknown[] = [document.contents];
  while (next.length > 0) {
    const node = next.pop();
    if (yaml.isPair(node)) next.push(node.value, node.key);
    else if (yaml.isAlias(node)) {
      const anchor = named.get(node.source);
      if (anchor) meant.set(node, anchor);
    } else if (yaml.isNode(node)) {
      if (node.anchor !== undefined) named.set(node.anchor, node);
      if (yaml.isCollection(node)) for (let at = node.items.length - 1; at >= 0; at--) next.push(node.items[at]);
    }
  }
  return meant;
}
