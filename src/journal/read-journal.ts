/** The bytes of a file → the journal in it, with what was odd about it; or the one error that says why there is none. */
import { createHash } from 'node:crypto';
import { ReportError, type Warning } from '../errors.js';
import { decodeText } from './decode.js';
import { WHOLE_FILE, type Origin } from './json-cursor.js';
import { messages } from './messages.js';
import { fromOldFormat, isOldFormat } from './old-format.js';
import { parseJson, type ParsedJson } from './parse-json.js';
import { recognise } from './recognise.js';
import { checkShape } from './shape.js';
import { sniff, SNIFFED } from './sniff.js';
import type { Journal } from './types.js';

/** How much is read at most. What is left out has its default. */
export interface ReadLimits {
  /** How deep lists and objects may nest: 1000. */
  readonly depth?: number;
  /** How many bytes a file may have: what the runtime can hold in one string, about 512 MB. */
  readonly bytes?: number;
}

/** The source that a journal stands in, and where. */
export interface PartSource {
  readonly file: string;
  /** JSON pointer of the part; empty where it is the whole file. */
  readonly pointer: string;
  /** Of the whole source. */
  readonly sha256: string;
  readonly size: number;
  readonly origin: Origin;
}

/**
 * Reads one journal. `file` is the name people know the source by; it goes into places and messages, and is not opened.
 *
 * @throws ReportError `empty`, `truncated`, `syntax`, `too-deep`, `too-large`, `experiment`, `not-a-journal` or `shape`.
 */
export function readJournal(bytes: Uint8Array, file: string, limits: ReadLimits = {}): Journal {
  if (limits.bytes !== undefined && bytes.length > limits.bytes) {
    const { message, hint } = messages.tooLarge(bytes.length, limits.bytes);
    throw new ReportError('too-large', message, { place: { file }, hint });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return readJournalPart(bytes, { file, pointer: '', sha256, size: bytes.length, origin: WHOLE_FILE }, limits.depth);
}

/**
 * Reads a journal that is a part of a source, from the bytes of the part. `decodedAll` is called when they are not needed any more.
 *
 * @throws ReportError as {@link readJournal} does; places are those in the source.
 */
export function readJournalPart(
  bytes: Uint8Array,
  source: PartSource,
  depth?: number,
  decodedAll: () => void = () => undefined,
): Journal {
  const { file } = source;
  const { length } = bytes;
  const beginning = Uint8Array.prototype.slice.call(bytes, 0, SNIFFED);
  const decoded = decodeText(bytes, file);
  decodedAll();
  if (!/\S/.test(decoded.text)) {
    const { message, hint } = messages.empty(length);
    throw new ReportError('empty', message, { place: { file }, hint });
  }
  const parsed = parse(decoded.text, beginning, source, depth);
  const recognised = recognise(parsed.value, file, source.pointer);
  const old = isOldFormat(recognised.root);
  const root = old ? fromOldFormat(recognised.root) : recognised.root;
  return {
    file,
    pointer: recognised.pointer,
    sha256: source.sha256,
    size: source.size,
    root,
    warnings: [
      ...decoded.warnings,
      ...textWarnings(parsed, file),
      ...(old ? [{ code: 'old-format', place: { file } } as const] : []),
      ...checkShape(root, file, recognised.pointer),
    ],
  };
}

function parse(
  text: string,
  beginning: Uint8Array,
  { file, origin }: PartSource,
  depth: number | undefined,
): ParsedJson {
  try {
    return parseJson(text, file, depth, origin);
  } catch (cause) {
    const what = sniff(beginning);
    if (what === undefined) throw cause;
    const { message, hint } = messages.notText(what);
    throw new ReportError('not-a-journal', message, { place: { file }, hint, cause });
  }
}

function textWarnings({ duplicateKeys, nonFinite }: ParsedJson, file: string): readonly Warning[] {
  const warnings: Warning[] = [];
  if (duplicateKeys.count > 0) {
    // Not which key: warnings are made before masking, and a key can be a secret too.
    const { count, line, column } = duplicateKeys;
    warnings.push({ code: 'duplicate-key', detail: { count }, place: { file, line, column } });
  }
  if (nonFinite.count > 0) {
    const { count, line, column } = nonFinite;
    warnings.push({ code: 'non-finite-number', detail: { count }, place: { file, line, column } });
  }
  return warnings;
}
