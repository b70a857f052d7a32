/** A source → what is in it, one at a time: journals, or the head and the experiments of a report of ours, or why not. */
import { ReportError } from '../../errors.js';
import { decodeText } from '../../journal/decode.js';
import { kindOfJson } from '../../journal/split-json.js';
import { looksLikeYaml } from '../../journal/yaml-to-json.js';
import type { OpenSource } from '../open-source.js';
import { wholeJournal } from './journals.js';
import type { Part } from './part.js';
import { partsOfReport } from './report.js';
import { partsOfLines, partsOfList, partsOfSequence } from './several.js';
import { latin1, type Whole } from './whole.js';
import { partsOfYaml } from './yaml.js';

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
  if (kind === 'report') yield* partsOfReport(whole);
  else if (kind === 'list') yield* partsOfList(whole);
  else if (lines) yield* partsOfLines(whole);
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
