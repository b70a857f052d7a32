/**
 * YAML text → the JSON text of each of its documents, which is then read as any other journal: digits stay as they are written,
 * dates stay text, aliases and merge keys (`<<`) are written out.
 */
import type * as YamlLibrary from 'yaml';
import type { Alias, Node, Scalar, YAMLMap } from 'yaml';
import { ReportError } from '../errors.js';
import { DEFAULT_DEPTH } from './parse-json.js';
import { messages, type Sentence } from './messages.js';
import { anchorsOf } from '../yaml/aliases.js';
import { isTooDeep } from '../yaml/depth.js';
import { withLeastLength } from './yaml-least-length.js';
import { whereTooLong } from './yaml-length.js';
import { memberReader, type Members } from './yaml-members.js';

/** YAML of a journal of this size takes about 1.5 GB of memory to read, and half a minute. */
export const LONGEST_YAML = 32_000_000;

/** True for text that is YAML by its first lines: a key, a document's mark, a directive. */
export function looksLikeYaml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  // Lines that are blank or a comment, each in one way only: there is nothing to go back for.
  return /^(?:[^\S\n]*(?:#[^\n]*)?\n)*(?:---(?:\s|$)|%YAML|["']?[\w-]+["']?:(?:\s|$))/.test(head);
}

/** True where the YAML has the first keys of a journal, as block or in braces, where a comment may stand before: other YAML need not be parsed. */
export function looksLikeYamlJournal(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return hasKey(text, 'experiment') && (hasKey(text, 'run') || hasKey(text, 'chaoslib-version'));
}

function hasKey(text: string, key: string): boolean {
  return new RegExp(String.raw`(?:^|[{,])[^\S\n]*["']?${key}["']?[^\S\n]*:`, 'm').test(text);
}

/**
 * Turns every document of a YAML text into JSON. `limit`: how many characters may come of it, since a few lines of aliases can
 * stand for billions of values.
 *
 * @throws ReportError `syntax`, `too-deep` or `too-large`, with line and column.
 */
export async function yamlToJson(text: string, file: string, limit: number): Promise<readonly string[]> {
  if (text.length > LONGEST_YAML) throw failed('too-large', messages.yamlTooLong(LONGEST_YAML), file);
  const yaml = await import('yaml');
  const placed = (code: 'syntax' | 'too-large' | 'too-deep', sentence: Sentence, offset: number): ReportError => {
    const lines = text.slice(0, offset).split('\n');
    return failed(code, sentence, file, { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
  };
  // Told before it is parsed, which takes ten times as long.
  const tokens = withLeastLength(new yaml.Lexer().lex(text), limit, (offset) => {
    throw placed('too-large', messages.yamlAliases(limit), offset);
  });
  // The parser is recursive, and would end with the call stack.
  if (isTooDeep(tokens, DEFAULT_DEPTH)) throw failed('too-deep', messages.tooDeep(DEFAULT_DEPTH), file);
  const options = {
    prettyErrors: false,
    uniqueKeys: false,
    merge: true,
    logLevel: 'silent',
  } as const;
  const documents = yaml.parseAllDocuments(text, options);
  if (!Array.isArray(documents)) return [];
  return documents
    .filter((document) => document.contents !== null || documents.length === 1)
    .map((document) => {
      const [mistake] = document.errors;
      if (mistake) {
        throw mistake.code === 'RESOURCE_EXHAUSTION'
          ? placed('too-deep', messages.tooDeep(DEFAULT_DEPTH), mistake.pos[0])
          : placed('syntax', messages.notYaml(mistake.message.split('\n', 1)[0] ?? ''), mistake.pos[0]);
      }
      const parts: string[] = [];
      let length = 0;
      const put = (part: string, node: Node | null): void => {
        length += part.length;
        if (length > limit) throw placed('too-large', messages.yamlAliases(limit), node?.range?.[0] ?? 0);
        parts.push(part);
      };
      const anchors = anchorsOf(yaml, document);
      const membersOf = memberReader(yaml, anchors, text);
      // Told before the first of it is written.
      const beyond = anchors.size === 0 ? null : whereTooLong({ yaml, anchors, membersOf }, document.contents, limit);
      if (beyond) throw placed('too-large', messages.yamlAliases(limit), beyond.range?.[0] ?? 0);
      write({ yaml, anchors, membersOf, put, placed }, document.contents, 0);
      return parts.join('');
    });
}

/** What is needed to write a document as JSON. */
interface Work {
  readonly yaml: typeof YamlLibrary;
  readonly anchors: ReadonlyMap<Alias, Node>;
  readonly membersOf: (map: YAMLMap<Node, Node | null>) => Members;
  readonly put: (part: string, node: Node | null) => void;
  readonly placed: (code: 'syntax' | 'too-deep', sentence: Sentence, offset: number) => ReportError;
}

function write(work: Work, node: Node | null, depth: number): void {
  const { yaml, anchors, membersOf, put, placed } = work;
  const offset = node?.range?.[0] ?? 0;
  if (depth > DEFAULT_DEPTH) throw placed('too-deep', messages.tooDeep(DEFAULT_DEPTH), offset);
  const below = (child: Node | null): void => write(work, child, depth + 1);
  if (yaml.isAlias(node)) {
    const meant = anchors.get(node);
    if (!meant) throw placed('syntax', messages.noAnchor(node.source), offset);
    below(meant);
  } else if (yaml.isSeq<Node | null>(node)) {
    put('[', node);
    for (const [index, item] of node.items.entries()) {
      if (index > 0) put(',', node);
      below(yaml.isPair(item) ? null : item);
    }
    put(']', node);
  } else if (yaml.isMap<Node, Node | null>(node)) {
    put('{', node);
    for (const [index, [key, value]] of membersOf(node).entries()) {
      put(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`, node);
      below(value);
    }
    put('}', node);
  } else put(yaml.isScalar(node) ? scalarText(node) : 'null', node);
}

/** JSON's own number form, where digits can stay as they are. */
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

function scalarText({ value, source = '' }: Scalar): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (JSON_NUMBER.test(source)) return source;
    if (Number.isNaN(value)) return 'NaN';
    return String(value);
  }
  if (typeof value === 'string') return JSON.stringify(value);
  // Bytes (`!!binary`) are shown as they are written, in base64.
  return value === null || value === undefined ? 'null' : JSON.stringify(source);
}

function failed(
  code: 'syntax' | 'too-large' | 'too-deep',
  { message, hint }: Sentence,
  file: string,
  at: { readonly line?: number; readonly column?: number } = {},
): ReportError {
  return new ReportError(code, message, { place: { file, ...at }, hint });
}
