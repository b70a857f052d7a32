/** Trees → the bytes of a file that holds them: in each of the forms that the command reads, some of them oddly made. */
import { gzipSync } from 'node:zlib';
import fc from '../support/properties.js';
import type { Scale } from './odd-values.js';
import { textOf, type Tree } from './tree.js';

/** A file and what is odd about its form. */
export interface Formed {
  readonly name: string;
  readonly oddities: readonly string[];
  readonly bytes: Buffer;
}

/** `others`: journals without damage, which stand beside the damaged one where a form has several. */
type Form = (tree: Tree, others: readonly Tree[]) => fc.Arbitrary<Formed>;

const plain = (name: string, text: string, ...oddities: string[]): Formed => ({
  name,
  oddities,
  bytes: Buffer.from(text, 'utf8'),
});

/** What may stand between two items, or lines, and should not. */
const ODD_GAPS = [', ,', '', ', null,', ', 1, "x",', ' ] [ ', ', {', '}, ', ', [[', '\n\n', ';', ', {"a": 1},'];

function several(name: string, open: string, gap: string, close: string): Form {
  return (tree, others) =>
    fc
      .record({
        beside: fc.array(fc.constantFrom(...others), { maxLength: 3 }),
        at: fc.nat({ max: 3 }),
        oddGap: fc.option(fc.constantFrom(...ODD_GAPS), { freq: 3 }),
        end: fc.constantFrom(close, close, close, ''),
      })
      .map(({ beside, at, oddGap, end }) => {
        const texts = [...beside.slice(0, at), tree, ...beside.slice(at)].map(textOf);
        const gaps = texts.slice(1).map((_, index) => (index === 0 && oddGap !== null ? oddGap : gap));
        const text = texts.map((one, index) => (index === 0 ? one : `${gaps[index - 1] ?? ''}${one}`)).join('');
        return plain(name, `${open}${text}${end}`);
      });
}

/** YAML that is odd as YAML: added to a journal at its end. */
const YAML_ODDITIES: Readonly<Record<string, string>> = {
  'alias bomb': `bomb:\n${Array.from({ length: 10 }, (_, n) => `  - &b${n} [${Array.from({ length: 10 }, () => (n === 0 ? 'lol' : `*b${n - 1}`)).join(', ')}]`).join('\n')}\n`,
  'alias to itself': 'loop: &loop [*loop, {a: *loop}]\n',
  'merge of itself': 'merged: &merged\n  a: 1\n  <<: *merged\n"more": {<<: [*merged, *merged, 1]}\n',
  'merge bomb': `merges:\n${Array.from({ length: 12 }, (_, n) => `  - &m${n} {<<: [${Array.from({ length: 9 }, () => (n === 0 ? '{a: 1}' : `*m${n - 1}`)).join(', ')}], k${n}: 1}`).join('\n')}\n`,
  'merge of itself, often': 'merged: &merged\n  a: 1\n  <<: [*merged, *merged, *merged]\n',
  'merge in a key': '? [&key {<<: *key, *key : 2}, *key]\n: 1\n',
  'no such anchor': 'x: *nowhere\n',
  tags: 'x: !!python/object/apply:os.system ["id"]\ny: !!binary "****"\nz: !!timestamp 2020-02-30\nw: !!set {a, b}\n',
  'odd keys': '? [a, {b: c}]\n: 1\n? |\n  long\n: 2\n__proto__: {x: 1}\n<<: 3\n',
  'two documents': '---\nexperiment: {title: x}\nrun: []\n...\n---\n- 1\n',
  'odd directive': '---\n%YAML 9.9\n%TAG ! tag:x,2000:\n--- 1\n',
  tab: 'x:\n\t- 1\n',
};

/** The tree in YAML's block style; scalars stay as they are. */
function yamlOf(tree: Tree, indent = ''): string {
  if (typeof tree === 'string') return ` ${tree}\n`;
  const deeper = `${indent}  `;
  if ('list' in tree) {
    if (tree.list.length === 0) return ' []\n';
    return `\n${tree.list.map((item) => `${deeper}-${yamlOf(item, deeper)}`).join('')}`;
  }
  if (tree.pairs.length === 0) return ' {}\n';
  return `\n${tree.pairs.map(([key, item]) => `${deeper}${JSON.stringify(key)}:${yamlOf(item, deeper)}`).join('')}`;
}

function inYaml(tree: Tree): fc.Arbitrary<Formed> {
  const text = yamlOf(tree).replace(/^ {2}/gm, '').trimStart();
  return fc
    .option(fc.constantFrom(...Object.entries(YAML_ODDITIES)), { freq: 2 })
    .map((odd) => plain('journal.yaml', `${text}${odd?.[1] ?? ''}`, ...(odd ? [`YAML: ${odd[0]}`] : [])));
}

function wrapped(tree: Tree, others: readonly Tree[]): fc.Arbitrary<Formed> {
  const experiment: Tree = { pairs: [['title', '"x"']] };
  return fc
    .constantFrom<readonly (readonly [string, Tree])[]>(
      ...[[['result', tree] as const]],
      [
        ['experiment', experiment],
        ['result', tree],
      ],
      [
        ['result', tree],
        ['experiment', tree],
      ],
      [['result', { pairs: [['result', tree]] }]],
      [['result', { list: [tree] }]],
      [
        ['result', others[0] ?? tree],
        ['result', tree],
      ],
    )
    .map((pairs) => plain('journal.json', textOf({ pairs })));
}

/** Every form there is, by what it is called in the table of the results. */
export const FORMS: Readonly<Record<string, Form>> = {
  'a journal': (tree) => fc.constant(plain('journal.json', textOf(tree))),
  'in a wrapper': wrapped,
  'a list of journals': several('journals.json', '[', ', ', ']'),
  'a journal a line': several('journals.jsonl', '', '\n', '\n'),
  'journals in a row': several('journals.json', '', '\n', '\n'),
  YAML: inYaml,
};

type Packing = (bytes: Buffer, scale: Scale) => fc.Arbitrary<Buffer>;

/** Ways of packing a file, most of them wrong. */
const PACKINGS: Readonly<Record<string, Packing>> = {
  whole: (bytes) => fc.constant(gzipSync(bytes)),
  'cut short': (bytes) => {
    const packed = gzipSync(bytes);
    return fc.nat({ max: packed.length - 1 }).map((end) => packed.subarray(0, end));
  },
  'byte changed': (bytes) => {
    const packed = gzipSync(bytes);
    return fc.tuple(fc.nat({ max: packed.length - 1 }), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
      const copy = Buffer.from(packed);
      copy[at] = ((copy[at] ?? 0) + by) % 256;
      return copy;
    });
  },
  twice: (bytes) => fc.constant(gzipSync(gzipSync(bytes))),
  'in two members': (bytes) =>
    fc
      .nat({ max: bytes.length })
      .map((at) => Buffer.concat([gzipSync(bytes.subarray(0, at)), gzipSync(bytes.subarray(at))])),
  'with more behind it': (bytes) => fc.constant(Buffer.concat([gzipSync(bytes), Buffer.from('more')])),
  bomb: (_, { unpacked }) =>
    fc
      .tuple(fc.constantFrom(0.9, 2), fc.constantFrom('\0', ' ', '[', '{"a":', '"', '[1,', '\n'))
      .map(([factor, piece]) => gzipSync(Buffer.alloc(Math.round(unpacked * factor), piece))),
};

/** The same file, packed. */
export function packed({ name, oddities, bytes }: Formed, scale: Scale): fc.Arbitrary<Formed> {
  return fc
    .oneof(
      { arbitrary: fc.constant('whole'), weight: 4 },
      ...Object.keys(PACKINGS).map((way) => ({ arbitrary: fc.constant(way), weight: 1 })),
    )
    .chain((way) =>
      (PACKINGS[way] as Packing)(bytes, scale).map((made) => ({
        name: `${name}.gz`,
        oddities: way === 'whole' ? oddities : [...oddities, `gzip: ${way}`],
        bytes: made,
      })),
    );
}
