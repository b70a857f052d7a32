/** A journal's tree → a file of something like it, by one or a few kinds of damage: what the fuzzer feeds to the reader. */
import fc from '../support/properties.js';
import { FORMS, packed, type Formed } from './forms.js';
import { anyValue, deep, long, oddKey, oddNumber, oddString, oddTime, wide, type Scale } from './odd-values.js';
import { nodeAt, placesByDepth, withNode, type Path, type Tree } from './tree.js';

/** A file, what it holds in which form, and the kinds of damage in the order they were done. */
export interface Damaged {
  readonly form: string;
  readonly kinds: readonly string[];
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly readAgain: boolean;
}

/** What damage is done to. */
export interface Sources {
  readonly journals: readonly Tree[];
  /** Reports of ours, of one journal and of several. */
  readonly reports: readonly Tree[];
}

type TreeDamage = (tree: Tree, scale: Scale) => fc.Arbitrary<Tree>;
type ByteDamage = (bytes: Buffer) => fc.Arbitrary<Uint8Array>;

/** A place at any depth, each depth as likely as the next: most values are deep, most meaning is not. */
function anyPlace(tree: Tree): fc.Arbitrary<Path> {
  return fc.constantFrom(...placesByDepth(tree)).chain((places) => fc.constantFrom(...places));
}

function replaced(tree: Tree, value: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> {
  return fc.tuple(anyPlace(tree), value).map(([path, node]) => withNode(tree, path, () => node));
}

type Pairs = readonly (readonly [string, Tree])[];

/** Changes the pairs of an object somewhere; the tree stays where the place is none. */
function rekeyed(
  tree: Tree,
  change: (pairs: Pairs, at: number, key: string, value: Tree) => Pairs,
): fc.Arbitrary<Tree> {
  const objects = placesByDepth(tree).map((places) =>
    places.filter((path) => {
      const node = nodeAt(tree, path);
      return typeof node !== 'string' && 'pairs' in node;
    }),
  );
  const levels = objects.filter((places) => places.length > 0);
  if (levels.length === 0) return fc.constant(tree);
  return fc
    .tuple(
      fc.constantFrom(...levels).chain((places) => fc.constantFrom(...places)),
      fc.nat({ max: 40 }),
      oddKey,
      anyValue,
    )
    .map(([path, at, key, value]) =>
      withNode(tree, path, (node) =>
        typeof node !== 'string' && 'pairs' in node
          ? { pairs: change(node.pairs, node.pairs.length === 0 ? 0 : at % node.pairs.length, key, value) }
          : node,
      ),
    );
}

/** Places whose key says that a time or a duration stands there. */
function timePlaces(tree: Tree): readonly Path[] {
  const found: Path[] = [];
  const walk = (node: Tree, path: Path): void => {
    if (typeof node === 'string') return;
    if ('list' in node) node.list.forEach((item, index) => walk(item, [...path, index]));
    else {
      node.pairs.forEach(([key, item], index) => {
        if (/^(start|end|duration|timeout|before|after)$/.test(key) && typeof item === 'string')
          found.push([...path, index]);
        walk(item, [...path, index]);
      });
    }
  };
  walk(tree, []);
  return found;
}

/** Damage to what the text says. */
const TREE_DAMAGE: Readonly<Record<string, TreeDamage>> = {
  'type swapped': (tree) => replaced(tree, anyValue),
  'key removed': (tree) => rekeyed(tree, (pairs, at) => pairs.filter((_, index) => index !== at)),
  'key added': (tree) => rekeyed(tree, (pairs, _at, key, value) => [...pairs, [key, value]]),
  'key renamed': (tree) =>
    rekeyed(tree, (pairs, at, key) => pairs.map(([k, v], i) => [i === at ? key : k, v] as const)),
  'key twice': (tree) =>
    rekeyed(tree, (pairs, at, _key, value) => (pairs[at] ? [...pairs, [pairs[at][0], value]] : pairs)),
  'part moved': (tree) =>
    fc.tuple(anyPlace(tree), anyPlace(tree)).map(([from, to]) => withNode(tree, to, () => nodeAt(tree, from))),
  'odd characters': (tree) =>
    replaced(
      tree,
      oddString.map((text) => JSON.stringify(text)),
    ),
  'odd number': (tree) => replaced(tree, oddNumber),
  'odd time': (tree) => {
    const places = timePlaces(tree);
    if (places.length === 0) return fc.constant(tree);
    return fc.tuple(fc.constantFrom(...places), oddTime).map(([path, time]) => withNode(tree, path, () => time));
  },
  'nested deep': (tree, scale) => replaced(tree, deep(scale)),
  'many keys': (tree, scale) => replaced(tree, wide(scale)),
  'long string': (tree, scale) => replaced(tree, long(scale)),
};

/** Damage to how it is written. */
const BYTE_DAMAGE: Readonly<Record<string, ByteDamage>> = {
  truncated: (bytes) => fc.nat({ max: bytes.length }).map((end) => bytes.subarray(0, end)),
  'bytes changed': (bytes) =>
    fc
      .array(fc.tuple(fc.nat({ max: Math.max(0, bytes.length - 1) }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 6,
      })
      .map((changes) => {
        const copy = Buffer.from(bytes);
        for (const [at, byte] of changes) copy[at] = byte;
        return copy;
      }),
  'bytes inserted': (bytes) =>
    fc
      .tuple(fc.nat({ max: bytes.length }), fc.uint8Array({ minLength: 1, maxLength: 12 }))
      .map(([at, more]) => Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])),
  'bytes removed': (bytes) =>
    fc
      .tuple(fc.nat({ max: bytes.length }), fc.integer({ min: 1, max: 50 }))
      .map(([at, count]) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + count)])),
  'wrong encoding': (bytes) => {
    const text = bytes.toString('utf8');
    const utf16 = Buffer.from(text, 'utf16le');
    const swapped = Buffer.from(utf16).swap16();
    const utf32 = Buffer.concat(
      [...text.slice(0, 4000)].map((character) => {
        const unit = Buffer.alloc(4);
        unit.writeUInt32LE(character.codePointAt(0) ?? 0);
        return unit;
      }),
    );
    return fc.constantFrom<Uint8Array>(
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]),
      utf16,
      swapped,
      utf16.subarray(1),
      Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32]),
      utf32,
      Buffer.from(text, 'latin1'),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), bytes]),
      Buffer.from(bytes.toString('latin1'), 'utf8'),
      Buffer.from(bytes.toString('base64')),
      Buffer.concat([bytes, Buffer.from([0xc3])]),
      Buffer.concat([bytes, Buffer.from([0])]),
    );
  },
};

/** Every kind there is. */
export const KINDS: readonly string[] = [...Object.keys(TREE_DAMAGE), ...Object.keys(BYTE_DAMAGE)];

/** The form of a file that holds a report of ours. */
const REPORT = 'a report of ours';
/** Each half of the time as it is, and packed with gzip. */
const PACKED = ', gzip';

/** No damage, or one to three kinds of it, to a journal or report: trees first, then the form they have in a file, then at most one to the bytes. */
export function damaged({ journals, reports }: Sources, scale: Scale): fc.Arbitrary<Damaged> {
  const kinds = kindsOfDamage();
  const form = fc.oneof(
    { arbitrary: fc.constant('a journal'), weight: 5 },
    ...[...Object.keys(FORMS), REPORT].map((name) => ({ arbitrary: fc.constant(name), weight: 1 })),
  );
  const isPacked = fc.oneof({ arbitrary: fc.constant(false), weight: 4 }, { arbitrary: fc.constant(true), weight: 1 });
  return fc.tuple(form, isPacked, fc.boolean(), kinds).chain(([name, pack, readAgain, [toTree, toBytes]]) => {
    let trees: fc.Arbitrary<Tree> = fc.constantFrom(...(name === REPORT ? reports : journals));
    for (const [, damage] of toTree) trees = trees.chain((tree) => damage(tree, scale));
    const make = FORMS[name === REPORT ? 'a journal' : name];
    if (make === undefined) throw new Error(`${name} is no form`);
    const formed = trees.chain((tree) => make(tree, journals));
    const broken = toBytes
      ? formed.chain((file) => toBytes[1](file.bytes).map((bytes): Formed => ({ ...file, bytes: Buffer.from(bytes) })))
      : formed;
    const files = pack ? broken.chain((file) => packed(file, scale)) : broken;
    return files.map((file) => ({
      form: `${name}${pack ? PACKED : ''}`,
      kinds: [...toTree.map(([kind]) => kind), ...(toBytes ? [toBytes[0]] : []), ...file.oddities],
      name: file.name,
      bytes: file.bytes,
      readAgain,
    }));
  });
}

type KindsOfDamage = readonly [
  toTree: readonly (readonly [string, TreeDamage])[],
  toBytes?: readonly [string, ByteDamage],
];

function kindsOfDamage(): fc.Arbitrary<KindsOfDamage> {
  const treeKinds = Object.entries(TREE_DAMAGE);
  const byteKinds = Object.entries(BYTE_DAMAGE);
  const one = fc.constantFrom(...treeKinds.map((kind) => [kind]));
  const some = fc.array(fc.constantFrom(...treeKinds), { minLength: 2, maxLength: 3 });
  const toTrees = (several: fc.Arbitrary<KindsOfDamage[0]>): fc.Arbitrary<KindsOfDamage> => fc.tuple(several);
  const toBytes = (several: fc.Arbitrary<KindsOfDamage[0]>): fc.Arbitrary<KindsOfDamage> =>
    fc.tuple(several, fc.constantFrom(...byteKinds));
  return fc.oneof(
    { arbitrary: toTrees(one), weight: 8 },
    { arbitrary: toTrees(some), weight: 3 },
    { arbitrary: toBytes(fc.constant([])), weight: 4 },
    { arbitrary: toBytes(one), weight: 1 },
    { arbitrary: toTrees(fc.constant([])), weight: 1 },
  );
}
