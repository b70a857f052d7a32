/** The text of a person's own file, JSON or YAML 1.2 (JSON is a part of it) → plain values, and where each of them stands. */
import { emptyObject, pointer, type JsonValue } from '../json.js';
import { ReportError, type Place } from '../errors.js';
import type { LineCounter, Node } from 'yaml';
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
  const offsets = new Map<string, Offsets>();
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
    problems.push(new ReportError('settings', 'This is nested too deep.', { place: { file } }));
    return undefined;
  }
  const document = yaml.parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
  });
  const [mistake] = document.errors;
  if (mistake?.code === 'RESOURCE_EXHAUSTION') {
    wrong('This is nested too deep.', mistake.pos[0], '');
    return undefined;
  }
  if (mistake) {
    // What follows from the first mistake is not another one.
    wrong(sentence(mistake.message), mistake.pos[0], '');
    return undefined;
  }

  const anchors = anchorsOf(yaml, document);
  let values = 0;
  const take = (node: Node | null, at: string, depth: number): JsonValue => {
    const offset = node?.range?.[0] ?? 0;
    if (++values > MAX_VALUES || depth > MAX_DEPTH) throw new TooMuch(offset, at);
    if (yaml.isAlias(node)) {
      const meant = anchors.get(node);
      if (meant) return take(meant, at, depth + 1);
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
        return take(item, below, depth + 1);
      });
    }
    if (!yaml.isMap<Node, Node | null>(node)) return yaml.isScalar(node) ? plain(node.value) : null;
    const object = emptyObject();
    for (const { key, value } of node.items) {
      const start = key.range?.[0] ?? offset;
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
      object[name] = take(value, below, depth + 1);
    }
    return object;
  };
  try {
    const value = take(document.contents, '', 0);
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
