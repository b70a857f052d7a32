/** A document of YAML → whether its aliases stand for more than may come of it: counted, before any of it is written out. */
import type * as YamlLibrary from 'yaml';
import type { Alias, Node, YAMLMap } from 'yaml';
import { DEFAULT_DEPTH } from './parse-json.js';
import type { Members } from './yaml-members.js';

/** What is needed to follow aliases and merges. */
interface Reading {
  readonly yaml: typeof YamlLibrary;
  readonly anchors: ReadonlyMap<Alias, Node>;
  readonly membersOf: (map: YAMLMap<Node, Node | null>) => Members;
}

/** The node with which the JSON text gets longer than `limit` characters, or null. What has a name is gone through once. */
export function whereTooLong({ yaml, anchors, membersOf }: Reading, root: Node | null, limit: number): Node | null {
  const known = new Map<Node, number>();
  const beyond: Node[] = [];
  const isBeyond = (): boolean => beyond.length > 0;
  /** At least so many characters. */
  const lengthOf = (node: Node | null, depth: number): number => {
    if (node === null || depth > DEFAULT_DEPTH || isBeyond()) return 4;
    const meant = yaml.isAlias(node) ? anchors.get(node) : node;
    if (meant === undefined) return 0;
    const before = known.get(meant);
    if (before !== undefined) return before;
    // Inside itself it would have no end.
    if (meant.anchor !== undefined) known.set(meant, Infinity);
    let length = 0;
    const add = (more: number, part: Node | null): void => {
      length += more;
      if (length > limit) beyond.push(part ?? meant);
    };
    if (yaml.isSeq<Node | null>(meant)) {
      add(1, meant);
      for (const item of meant.items)
        if (!isBeyond()) add(lengthOf(yaml.isPair(item) ? null : item, depth + 1) + 1, item);
    } else if (yaml.isMap<Node, Node | null>(meant)) {
      add(1, meant);
      for (const [key, value] of isBeyond() ? [] : membersOf(meant))
        if (!isBeyond()) add(key.length + 4 + lengthOf(value, depth + 1), value);
    } else if (yaml.isScalar(meant)) add(typeof meant.value === 'string' ? meant.value.length + 2 : 1, meant);
    if (meant.anchor !== undefined) known.set(meant, length);
    return length;
  };
  lengthOf(root, 0);
  return beyond[0] ?? null;
}
