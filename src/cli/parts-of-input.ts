/** A source → what is in it, one at a time: journals, or the head and the experiments of a report of ours, or why not. */
import { ReportError } from '../errors.js';
import { decodeText } from '../journal/decode.js';
import { WHOLE_FILE, type Origin } from '../journal/json-cursor.js';
import { messages } from '../journal/messages.js';
import { parseJson } from '../journal/parse-json.js';
import { readJournalPart } from '../journal/read-journal.js';
import { createSplitter, kindOfJson, type Layout, type Span } from '../journal/split-json.js';
import { LONGEST_YAML, looksLikeYaml, looksLikeYamlJournal, yamlToJson } from '../journal/yaml-to-json.js';
import type { Journal } from '../journal/types.js';
import { isArray, isObject, pointer } from '../json.js';
import type { Experiment, ReportHead } from '../report/types.js';
import { letGo, type OpenSource } from './open-source.js';

/** Aliases of YAML may stand for this many times the file, which is far more than people save by them, */
const ALIASED = 10;
/** or for this many characters. A file that asks for more is a bomb, whatever `--max-input` says. */
const LEAST_ALIASED = 2_000_000;

/** Something that was found in a source. */
export type Part =
  | { readonly kind: 'journal'; readonly journal: Journal; readonly piece: Piece }
  | { readonly kind: 'experiment'; readonly facts: Experiment; readonly piece: Piece }
  /** The head of a report, before its experiments. */
  | { readonly kind: 'report'; readonly head: ReportHead }
  /** Something in it cannot be read; what else is in it can. */
  | { readonly kind: 'unreadable'; readonly error: ReportError };

/** Where a part came from. */
export interface Piece {
  /** Null where it is the whole of a long file: that can be read again, and was let go of. */
  readonly bytes: Uint8Array | null;
  /** Bytes. */
  readonly size: number;
  /** Its place in the file; null where it cannot be read there again as it is: YAML, UTF-16, packed files, pipes. */
  readonly at: { readonly start: number; readonly end: number } | null;
  readonly pointer: string;
  readonly origin: Origin;
  /** Of experiments: the version of their report. */
  readonly schemaVersion: string | null;
}

/** What is known of a source before its parts are. */
interface Whole {
  readonly file: string;
  readonly source: OpenSource;
  readonly maxInput: number;
}

/** A file this size or smaller is tried as one journal before it is taken apart. */
const AT_ONCE = 32_000_000;

/**
 * Finds everything in a source.
 *
 * @throws ReportError where nothing in it can be read.
 */
export async function* partsOf(file: string, source: OpenSource, maxInput: number): AsyncGenerator<Part> {
  const beginning = await source.read(0, Math.min(source.length, 1024));
  const whole: Whole = { file, source, maxInput };
  if (isUtf16(beginning)) {
    yield* partsOfUtf16(whole);
    return;
  }
  if (/\.ya?ml(\.gz)?$/i.test(file) ? !/^\s*[[{]/.test(latin1(beginning)) : looksLikeYaml(beginning)) {
    yield* partsOfYaml(whole);
    return;
  }
  const kind = kindOfJson(beginning);
  const lines = /\.(jsonl|ndjson)(\.gz)?$/i.test(file);
  if (kind === 'report') yield* partsOfReport(whole, await layoutOf(source, kind));
  else if (kind === 'list') yield* partsOfList(whole, await layoutOf(source, kind));
  else if (lines) yield* partsOfLines(whole, await layoutOf(source, kind, true));
  else yield* partsOfSequence(whole);
}

/** One journal is read as it is; for everything else the text is needed in UTF-8. */
async function* partsOfUtf16(whole: Whole): AsyncGenerator<Part> {
  const { file, source, maxInput } = whole;
  const utf8 = inUtf8(decodeText(await source.read(0, source.length), file).text, source);
  let part: Part | undefined;
  try {
    part = await wholeJournal(whole);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    yield* partsOf(file, utf8, maxInput);
  }
  if (part) yield part;
}

/** A journal a line; an empty file is told of as one. */
async function* partsOfLines(whole: Whole, { items }: Layout): AsyncGenerator<Part> {
  if (items.length === 0) yield await wholeJournal(whole);
  else yield* partsInTurn(whole, items);
}

/** One journal, or several one after another. */
async function* partsOfSequence(whole: Whole): AsyncGenerator<Part> {
  const { source } = whole;
  if (source.length > AT_ONCE) {
    const layout = await layoutOf(source, 'sequence');
    if (layout.kind === 'sequence') yield* partsInTurn(whole, layout.items);
    else yield await wholeJournal(whole);
    return;
  }
  try {
    yield await wholeJournal(whole);
  } catch (error) {
    if (!(error instanceof ReportError) || (error.code !== 'syntax' && error.code !== 'truncated')) throw error;
    const layout = await layoutOf(source, 'sequence', await hasJournalOnSecondLine(source));
    if (layout.kind !== 'sequence' || layout.items.length < 2) throw error;
    const parts: Part[] = [];
    let journals = 0;
    for await (const part of partsInTurn(whole, layout.items)) {
      if (part.kind === 'journal') journals++;
      parts.push(part);
      // From here on it is known what the file is.
      if (journals > 0) yield* parts.splice(0);
    }
    if (journals === 0) throw error;
    yield* parts;
  }
}

async function wholeJournal({ file, source }: Whole): Promise<Part> {
  const { sha256, size, length, inMemory } = source;
  const bytes = await source.read(0, length);
  const journal = readJournalPart(bytes, { file, pointer: '', sha256, size, origin: WHOLE_FILE }, undefined, () => {
    if (!inMemory) letGo(bytes);
  });
  const at = source.seekable ? { start: 0, end: length } : null;
  return {
    kind: 'journal',
    journal,
    piece: { bytes: inMemory ? bytes : null, size: length, at, pointer: '', origin: WHOLE_FILE, schemaVersion: null },
  };
}

/** Each value by itself: what is wrong with one leaves the others alone. */
async function* partsInTurn({ file, source }: Whole, items: readonly Span[]): AsyncGenerator<Part> {
  const { sha256, size } = source;
  for (const span of items) {
    try {
      const bytes = await source.read(span.start, span.end);
      const at = pointer('', span.index);
      const journal = readJournalPart(bytes, { file, pointer: at, sha256, size, origin: span });
      yield {
        kind: 'journal',
        journal,
        piece: pieceOf(source, bytes, span, at, null),
      };
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      yield { kind: 'unreadable', error };
    }
  }
}

function pieceOf(
  { seekable }: OpenSource,
  bytes: Uint8Array,
  span: Span,
  pointer: string,
  schemaVersion: string | null,
): Piece {
  return { bytes, size: bytes.length, at: seekable ? span : null, pointer, origin: span, schemaVersion };
}

/** A list: where none of its items is a journal, it is the list that is none. */
async function* partsOfList(whole: Whole, { items, regular }: Layout): AsyncGenerator<Part> {
  const waiting: Part[] = [];
  let journals = 0;
  for await (const part of partsInTurn(whole, items)) {
    if (part.kind === 'journal') journals++;
    waiting.push(part);
    if (journals > 0) yield* waiting.splice(0);
  }
  // Read as one value, it says what is wrong with the list itself.
  if (journals === 0) yield await wholeJournal(whole);
  else if (!regular) yield { kind: 'unreadable', error: await whatIsWrong(whole) };
}

/** The error of a list that has journals, and something between them or at its end that is none. */
async function whatIsWrong({ file, source }: Whole): Promise<ReportError> {
  try {
    const { text } = decodeText(await source.read(0, source.length), file);
    const { value } = parseJson(text, file);
    const items = isArray(value) ? value : [];
    const odd = items.findIndex((item) => !isObject(item) && !isArray(item));
    const { message, hint } = messages.oddItems(items.length, items.filter((item) => !isObject(item)).length);
    return new ReportError('not-a-journal', message, { place: { file, pointer: pointer('', odd) }, hint });
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return error;
  }
}

/** A report of ours: its head first, then as many of its experiments as can be read. */
async function* partsOfReport({ file, source }: Whole, { head: span, items, regular }: Layout): AsyncGenerator<Part> {
  const { countComplaint, readReport, readReportExperiment, readReportHead, parseWhole } =
    await import('../report/read-report.js');
  // Without a head it is read as a whole, to say what it is instead.
  if (span === null) readReport(await source.read(0, source.length), file);
  else {
    const head = readReportHead(await source.read(span.start, span.end), file, span);
    yield { kind: 'report', head };
    for (const item of items) {
      try {
        const bytes = await source.read(item.start, item.end);
        const facts = readReportExperiment(bytes, file, item, head);
        const at = pointer('/experiments', item.index);
        const { schemaVersion } = head;
        yield {
          kind: 'experiment',
          facts,
          piece: pieceOf(source, bytes, item, at, schemaVersion),
        };
      } catch (error) {
        if (!(error instanceof ReportError)) throw error;
        yield { kind: 'unreadable', error };
        // What follows a place where the text breaks off is no report any more.
        if (error.code === 'truncated') return;
      }
    }
    if (!regular) parseWhole(await source.read(0, source.length), file);
    const complaint = countComplaint(head, items.length, file);
    if (complaint) yield { kind: 'unreadable', error: complaint };
  }
}

/** Each document of the YAML, turned into JSON. */
async function* partsOfYaml({ file, source, maxInput }: Whole): AsyncGenerator<Part> {
  const bytes = await source.read(0, source.length);
  if (bytes.length <= LONGEST_YAML && !looksLikeYamlJournal(bytes) && !/^---/m.test(latin1(bytes.subarray(0, 4096)))) {
    const { message, hint } = messages.otherYaml();
    throw new ReportError('not-a-journal', message, { place: { file }, hint });
  }
  const { text: yaml } = decodeText(bytes, file);
  const texts = await yamlToJson(yaml, file, Math.min(maxInput, Math.max(ALIASED * yaml.length, LEAST_ALIASED)));
  const { sha256, size } = source;
  for (const [index, text] of texts.entries()) {
    const at = texts.length === 1 ? '' : pointer('', index);
    const json = Buffer.from(text);
    try {
      const journal = readJournalPart(json, { file, pointer: at, sha256, size, origin: WHOLE_FILE });
      yield {
        kind: 'journal',
        journal,
        piece: { bytes: json, size: json.length, at: null, pointer: at, origin: WHOLE_FILE, schemaVersion: null },
      };
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      if (texts.length === 1) throw error;
      yield { kind: 'unreadable', error };
    }
  }
}

async function layoutOf(source: OpenSource, kind: 'list' | 'report' | 'sequence', lines = false): Promise<Layout> {
  const splitter = createSplitter(kind, lines);
  for await (const chunk of source.chunks()) splitter.push(chunk);
  return splitter.end();
}

/** A file of a journal a line whose first line is broken: the second one begins as a journal does. */
async function hasJournalOnSecondLine(source: OpenSource): Promise<boolean> {
  const text = latin1(await source.read(0, source.length));
  const end = text.indexOf('\n');
  return (
    end >= 0 && /^\s*\{\s*"(chaoslib-version|experiment|platform|node|result)"\s*:/.test(text.slice(end + 1, end + 200))
  );
}

function isUtf16(beginning: Uint8Array): boolean {
  const [first, second] = beginning;
  if (first === undefined || second === undefined) return false;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0);
}

/** The same source with its text in UTF-8, in memory. */
function inUtf8(text: string, { sha256, size }: OpenSource): OpenSource {
  const bytes = Buffer.from(text);
  return {
    sha256,
    size,
    length: bytes.length,
    seekable: false,
    inMemory: true,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    chunks: () => [bytes],
  };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
