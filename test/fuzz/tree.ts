/** JSON text as a tree that keeps what JSON.parse cannot: keys that stand twice, NaN, digits, broken words. */
import { isArray, isNumeral, isObject, type JsonValue } from '../../src/json.js';

/** A scalar is its source text, whatever that is; an object is its pairs. */
export type Tree =
  string | { readonly list: readonly Tree[] } | { readonly pairs: readonly (readonly [string, Tree])[] };

export function treeOf(value: JsonValue): Tree {
  if (isArray(value)) return { list: value.map(treeOf) };
  if (isNumeral(value)) return value.$number;
  if (isObject(value)) return { pairs: Object.entries(value).map(([key, item]) => [key, treeOf(item)]) };
  return JSON.stringify(value);
}

export function textOf(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  if ('list' in tree) return `[${tree.list.map(textOf).join(', ')}]`;
  return `{${tree.pairs.map(([key, item]) => `${JSON.stringify(key)}: ${textOf(item)}`).join(', ')}}`;
}

/** Steps from the root: indexes of items or pairs. */
export type Path = readonly number[];

/** Every place of the tree, by how deep it is. */
export function placesByDepth(tree: Tree): readonly (readonly Path[])[] {
  const levels: Path[][] = [];
  const walk = (node: Tree, path: Path): void => {
    (levels[path.length] ??= []).push(path);
    childrenOf(node).forEach((child, index) => walk(child, [...path, index]));
  };
  walk(tree, []);
  return levels;
}

function childrenOf(tree: Tree): readonly Tree[] {
  if (typeof tree === 'string') return [];
  return 'list' in tree ? tree.list : tree.pairs.map(([, item]) => item);
}

export function nodeAt(tree: Tree, path: Path): Tree {
  return path.reduce((node, index) => childrenOf(node)[index] ?? node, tree);
}

/** The tree with another node at a place. */
export function withNode(tree: Tree, path: Path, change: (node: Tree) => Tree): Tree {
  const [index, ...rest] = path;
  if (index === undefined) return change(tree);
  if (typeof tree === 'string') return tree;
  if ('list' in tree)
    return { list: tree.list.map((item, at) => (at === index ? withNode(item, rest, change) : item)) };
  return {
    pairs: tree.pairs.map(([key, item], at) => [key, at === index ? withNode(item, rest, change) : item] as const),
  };
}
