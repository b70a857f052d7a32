/** A map of YAML → its keys and values, with those of the maps that it merges (`<<`). */
import type * as YamlLibrary from 'yaml';
import type { Alias, Node, YAMLMap } from 'yaml';

/** Keys and values, in the order in which they are written. */
export type Members = readonly (readonly [string, Node | null])[];

/** How many maps may merge one another: each stands in the call stack. */
const DEEPEST_MERGE = 100;

/**
 * Keys of `<<` come first, and every key of the map itself counts more. A map is gone through once, however often and by whatever
 * ways it is merged: a few lines of `<<: [*a, *a]` can stand for billions of maps, or for themselves.
 *
 * @param source The text, from which keys that are lists or maps are taken as they stand there.
 */
export function memberReader(
  yaml: typeof YamlLibrary,
  anchors: ReadonlyMap<Alias, Node>,
  source: string,
): (map: YAMLMap<Node, Node | null>) => Members {
  /** Of maps with a name, so far. */
  const members = new Map<YAMLMap<Node, Node | null>, Members>();
  const resolved = (node: Node | null): Node | null => (yaml.isAlias(node) ? (anchors.get(node) ?? null) : node);
  const keyText = (key: Node): string => {
    if (!yaml.isScalar(key)) return source.slice(key.range?.[0], key.range?.[1]).trim();
    return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  };
  const membersOf = (map: YAMLMap<Node, Node | null>, depth: number): Members => {
    const known = members.get(map);
    if (known) return known;
    // What it says of itself while it is gone through.
    members.set(map, []);
    const own: (readonly [string, Node | null])[] = [];
    const merged = new Map<string, Node | null>();
    for (const { key, value } of map.items) {
      if (yaml.isScalar(key) && typeof key.value === 'symbol' && depth < DEEPEST_MERGE) {
        const from = resolved(value);
        // Of several maps the first one counts.
        const maps = new Set(yaml.isSeq<Node | null>(from) ? from.items.map(resolved) : [from]);
        for (const one of maps) {
          if (!yaml.isMap<Node, Node | null>(one)) continue;
          for (const [name, part] of membersOf(one, depth + 1)) {
            if (!merged.has(name)) merged.set(name, part);
          }
        }
      } else own.push([keyText(key), value]);
    }
    const names = new Set(merged.size === 0 ? [] : own.map(([name]) => name));
    const all = [...[...merged].filter(([name]) => !names.has(name)), ...own];
    // Only what an alias can name is asked for again.
    if (map.anchor === undefined) members.delete(map);
    else members.set(map, all);
    return all;
  };
  return (map) => membersOf(map, 0);
}
