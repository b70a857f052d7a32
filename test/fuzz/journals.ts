/** The fixtures as trees: the real journals that damage is done to. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseJson } from '../../src/journal/parse-json.js';
import { treeOf, type Tree } from './tree.js';

/** Those of at most this many bytes: damage shows as well in a small journal, and sooner. */
export function journalTrees(folder: string, maxBytes: number): readonly Tree[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .filter((text) => text.length <= maxBytes)
    .map((text) => treeOf(parseJson(text, 'fixture').value));
}
