/** The text of a person's own file, JSON or YAML 1.2 (JSON is a part of it) → plain values, and where each of them stands. */
import { emptyObject, pointer, type JsonValue } from '../json.js';
import { ReportError, type Place } from '../errors.js';
import type * as YamlLibrary from 'yaml';
import type { Alias, LineCounter, Node, YAMLMap } from 'yaml';
import { anchorsOf } from '../yaml/aliases.js';
import { isTooDeep } from '../yaml/depth.js';

/** What a file says. */
export interface Parsed {
  readonly value: JsonValue;
  /** Where the value at a JSON pointer stands, or else its key; of what is not there, the nearest thing around it. */
  readonly placeOf: (at: string, part: 'key' | 'value') => Place;
}

/** Values in one file, aliases (`*name`) counted as often as they stand: a few lines of them can stand for billions. */
const MAX_VALUES = 100_000;
/** Levels of nesting. A person's file has four or five; the functions that walk it may be recursive. */
const MAX_DEPTH = 100;

/** The tags of YAML's own schema, which change no value into something that JSON has not. */
const TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));

/** Where a key and its value begin, as offsets into the text. */
interface Offsets {
  readonly key: number;
  readonly value: number;
}

/**
 * Parses a text. Keys that stand twice, tags, anchors that stand for too much: all are problems, and none is a surprise.
 *
 * @param file Its name, for places.
 * @param problems What is wrong joins this list; where anything is, the value is undefined.
 */
export async function parseYaml(text: string, file: string, problems: ReportError[]): Promise<Parsed | undefined> {
  const yaml = await import('yaml');
  const lines: LineCounter = new yaml.LineCounter();
  const before = problems.length;
  const placeAt = (offset: number, at: string): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), pointer: at };
  };
  const wrong = (message: string, offset: number, at: string): void => {
    problems.push(new ReportError('settings', message, { place: placeAt(offset, at) }));
  };

  // Tabs that indent are no YAML, but they are JSON, where a tab is never part of a value.
  const source = /^\s*[{[]/.test(text) ? text.replaceAll('\t', ' ') : text;
  // The parser is recursive, and its own end of too deep a text is that of the process.
  if (isTooDeep(new yaml.Lexer().lex(source), MAX_DEPTH)) {
    problems.push(new ReportError('settings', TOO_DEEP, { place: { file } }));
    return undefined;
  }
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, merge: false } as const;
  const document = yaml.parseDocument(source, options);
  const [mistake] = document.errors;
  if (mistake) {
    // What follows from the first mistake is not another one.
    wrong(mistake.code === 'RESOURCE_EXHAUSTION' ? TOO_DEEP : sentence(mistake.message), mistake.pos[0], '');
    return undefined;
  }

  const offsets = new Map<string, Offsets>();
  const reading: Reading = { yaml, anchors: anchorsOf(yaml, document), lines, offsets, wrong, values: 0 };
  try {
    const value = valueOf(document.contents, '', 0, reading);
    if (problems.length > before) return undefined;
    const root = document.contents?.range[0] ?? 0;
    const placeOf = (at: string, part: 'key' | 'value'): Place => {
      for (let near = at; near !== ''; near = near.slice(0, near.lastIndexOf('/'))) {
        const found = offsets.get(near);
        if (found) return placeAt(found[near === at ? part : 'key'], at);
      }
      return placeAt(root, at);
    };
    return { value, placeOf };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    wrong('This is nested too deep, or its aliases stand for too much.', error.offset, error.at);
    return undefined;
  }
}

const TOO_DEEP = 'This is nested too deep.';

/** A document whose values are being read. */
interface Reading {
  readonly yaml: typeof YamlLibrary;
  readonly anchors: ReadonlyMap<Alias, Node>;
  readonly lines: LineCounter;
  /** Where each value stands that was read, by its JSON pointer. */
  readonly offsets: Map<string, Offsets>;
  readonly wrong: (message: string, offset: number, at: string) => void;
  /** How many values were read. */
  values: number;
}

/** The plain value of a node at a JSON pointer; null where something is wrong with it. */
function valueOf(node: Node | null, at: string, depth: number, reading: Reading): JsonValue {
  const { yaml, anchors, offsets, wrong } = reading;
  const offset = node?.range?.[0] ?? 0;
  if (++reading.values > MAX_VALUES || depth > MAX_DEPTH) throw new TooMuch(offset, at);
  if (yaml.isAlias(node)) {
    const meant = anchors.get(node);
    if (meant) return valueOf(meant, at, depth + 1, reading);
    wrong(`There is no anchor &${node.source} before *${node.source}.`, offset, at);
    return null;
  }
  if (node?.tag !== undefined && !TAGS.has(node.tag)) {
    wrong(`The tag ${node.tag} is not known: only plain values can stand here.`, offset, at);
    return null;
  }
  if (yaml.isSeq<Node | null>(node)) {
    return node.items.map((item, index) => {
      const below = pointer(at, index);
      const start = item?.range?.[0] ?? offset;
      offsets.set(below, { key: start, value: start });
      return valueOf(item, below, depth + 1, reading);
    });
  }
  if (yaml.isMap<Node, Node | null>(node)) return objectOf(node, at, depth, reading);
  return yaml.isScalar(node) ? plain(node.value) : null;
}

function objectOf(map: YAMLMap<Node, Node | null>, at: string, depth: number, reading: Reading): JsonValue {
  const { yaml, lines, offsets, wrong } = reading;
  const object = emptyObject();
  for (const { key, value } of map.items) {
    const start = key.range?.[0] ?? map.range?.[0] ?? 0;
    if (!yaml.isScalar(key)) {
      wrong('A key has to be a word.', start, at);
      continue;
    }
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    const below = pointer(at, name);
    const earlier = offsets.get(below);
    if (Object.hasOwn(object, name) && earlier) {
      wrong(`"${name}" stands here twice, first in line ${lines.linePos(earlier.key).line}.`, start, below);
      continue;
    }
    offsets.set(below, { key: start, value: value?.range?.[0] ?? start });
    object[name] = valueOf(value, below, depth + 1, reading);
  }
  return object;
}

/** Thrown inside this file only, to leave a recursion. */
class TooMuch extends Error {
  constructor(
    readonly offset: number,
    readonly at: string,
  ) {
    super('too much');
  }
}

/** A scalar as JSON has it. `.nan` and `.inf` stay numbers: a schema says whether they may be. */
function plain(value: unknown): JsonValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? Number(value) : null;
}

/** What the parser says, with a full stop. */
function sentence(message: string): string {
  const [line = ''] = message.split('\n', 1);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
